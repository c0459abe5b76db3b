package dev.accountconfig.cache;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the first line of a file, before the bytes of the value; the digest covers all the rest of the file, so that
 * no revision or instant is believed that was not written with the value.
 *
 * <pre>last-known-good 1 {collection} {key} {revision, after an =, or -} {confirmed} {SHA-256}</pre>
 *
 * @param revision null where the origin had none to offer
 * @param confirmed when the origin last sent or confirmed the value
 */
record Heading(String collection, String key, @Nullable String revision, Instant confirmed) {
    private static final String OURS = "last-known-good";
    /** Another shape of this line, or another way of encoding any value, is another version. */
    private static final String VERSION = "1";

    /** The whole file. */
    byte[] over(byte[] payload) {
        byte[] words = bytes(words() + " ");
        byte[] digest = bytes(Digest.of(words, payload) + "\n");
        byte[] file = Arrays.copyOf(words, words.length + digest.length + payload.length);
        System.arraycopy(digest, 0, file, words.length, digest.length);
        System.arraycopy(payload, 0, file, words.length + digest.length, payload.length);
        return file;
    }

    /** @throws UnfitFileException where this is no whole file as we write it now */
    static Heading of(byte[] file) throws UnfitFileException {
        List<String> words = List.of(new String(file, 0, end(file), StandardCharsets.UTF_8).split(" ", -1));
        if (words.size() < 2 || !words.get(0).equals(OURS)) {
            throw new UnfitFileException("is no file of ours");
        }
        if (!words.get(1).equals(VERSION)) {
            throw new UnfitFileException("is of another format version, " + words.get(1));
        }
        if (words.size() != 7 || !words.get(6).equals(digest(file))) {
            throw new UnfitFileException("is truncated or altered");
        }
        return read(words);
    }

    static byte[] payload(byte[] file) {
        return Arrays.copyOfRange(file, end(file) + 1, file.length);
    }

    private static Heading read(List<String> words) throws UnfitFileException {
        try {
            String revision = words.get(4);
            return new Heading(
                    FileName.text(words.get(2)),
                    FileName.text(words.get(3)),
                    revision.equals("-") ? null : FileName.text(revision.substring(1)),
                    Instant.parse(words.get(5)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException notOurs) {
            throw new UnfitFileException("has a heading that we did not write");
        }
    }

    private String words() {
        return String.join(
                " ",
                OURS,
                VERSION,
                FileName.word(collection),
                FileName.word(key),
                revision == null ? "-" : "=" + FileName.word(revision),
                confirmed.toString());
    }

    /** Of the first line, without its end; a file without one has a heading and nothing else. */
    private static int end(byte[] file) {
        int end = 0;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String digest(byte[] file) {
        int end = end(file);
        int words = Math.max(0, end - Digest.DIGITS);
        return end == file.length ? "none" : Digest.of(Arrays.copyOf(file, words), payload(file));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

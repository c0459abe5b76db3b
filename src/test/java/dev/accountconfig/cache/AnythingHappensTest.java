package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of keeping, forgetting, restarting, and of files that are altered, truncated, exchanged or lost meanwhile:
 * what is recalled for a key was kept for that key since it was last forgotten, and is the latest where nothing meddled.
 */
class AnythingHappensTest {
    private static final List<String> KEYS = List.of("a", "A", "b", "b/c");
    private static final int STEPS = 250;

    @TempDir
    Path directory;

    private final Map<String, Set<String>> since = new HashMap<>();
    private final Map<String, String> latest = new HashMap<>();
    private final Set<String> meddledWith = new HashSet<>();
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void nothingIsRecalledThatWasNotKeptForItsKey(long seed) throws IOException {
        Random dice = new Random(seed);
        LastKnownGood<String, String> names = born();
        for (int step = 0; step < STEPS; step++) {
            String key = KEYS.get(dice.nextInt(KEYS.size()));
            now = now.plus(Duration.ofSeconds(dice.nextInt(900)));
            switch (dice.nextInt(8)) {
                case 0, 1, 2, 3 -> keep(names, key, key + " " + step);
                case 4 -> forget(names, key);
                case 5 -> meddle(key, dice);
                case 6 -> names = born();
                default -> keepAgain(names, key);
            }
        }
        born();
    }

    private void keep(LastKnownGood<String, String> names, String key, String value) {
        names.keep(key, value, null);
        since.computeIfAbsent(key, unused -> new HashSet<>()).add(value);
        latest.put(key, value);
        meddledWith.remove(key);
    }

    private void keepAgain(LastKnownGood<String, String> names, String key) {
        if (latest.containsKey(key)) {
            names.keep(key, latest.get(key), null);
        }
    }

    private void forget(LastKnownGood<String, String> names, String key) {
        names.forget(key);
        since.remove(key);
        latest.remove(key);
        meddledWith.remove(key);
    }

    private void meddle(String key, Random dice) throws IOException {
        Path file = file(key);
        if (!Files.exists(file)) {
            return;
        }
        byte[] content = Files.readAllBytes(file);
        int at = dice.nextInt(content.length);
        switch (dice.nextInt(5)) {
            case 0 -> Files.write(file, Arrays.copyOf(content, at));
            case 1 -> Files.write(file, altered(content, at, dice.nextInt(8)));
            case 2 -> exchange(key, KEYS.get(dice.nextInt(KEYS.size())));
            case 3 -> Files.delete(file);
            default -> Files.write(directory.resolve("names").resolve(at + ".tmp"), content);
        }
        meddledWith.add(key);
    }

    private void exchange(String key, String other) throws IOException {
        if (!key.equals(other)) {
            Files.copy(file(key), file(other), StandardCopyOption.REPLACE_EXISTING);
            meddledWith.add(other);
        }
    }

    private static byte[] altered(byte[] content, int at, int bit) {
        content[at] ^= (byte) (1 << bit);
        return content;
    }

    private Path file(String key) {
        return new KeptFiles(directory.resolve("names")).of(key);
    }

    private LastKnownGood<String, String> born() throws IOException {
        LastKnownGood<String, String> names = FileArchive.in(
                        directory,
                        Set.of("names"),
                        Set.copyOf(KEYS),
                        new FileArchive.Surroundings(() -> now, Runnable::run, (fate, name, file, words) -> {}))
                .collection("names", new Codec<String>() {
                    @Override
                    public byte[] encode(String value) {
                        return value.getBytes(StandardCharsets.UTF_8);
                    }

                    @Override
                    public String decode(byte[] bytes) {
                        return new String(bytes, StandardCharsets.UTF_8);
                    }
                });
        isTruly(names.recall());
        return names;
    }

    private void isTruly(List<Kept<String, String>> recalled) {
        Map<String, String> found = new HashMap<>();
        recalled.forEach(kept -> found.put(kept.key(), kept.value()));
        found.forEach((key, value) ->
                assertThat(since.getOrDefault(key, Set.of())).as(key).contains(value));
        Stream.of(latest.keySet())
                .flatMap(Set::stream)
                .filter(key -> !meddledWith.contains(key))
                .forEach(key -> assertThat(found).containsEntry(key, latest.get(key)));
    }
}

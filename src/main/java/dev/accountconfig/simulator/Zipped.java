package dev.accountconfig.simulator;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Gzip (RFC 1952) of something very long and very dull, made at the cost of its checksum. */
final class Zipped {

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** The last block of a deflate stream, with nothing in it (RFC 1951, section 3.2.3). */
    private static final byte[] END = {3, 0};

    private static final byte[] BLANKS = blanks(1024 * 1024);
    private static final byte[] PACKED_BLANKS = packed(BLANKS);

    private final CRC32 checksum = new CRC32();
    private final Buffer zipped = Buffer.buffer(HEADER);

    private Zipped() {}

    /** @param bytes unpacked, brackets included; at least 2 */
    static Buffer blankArray(long bytes) {
        var array = new Zipped();
        array.add("[".getBytes(StandardCharsets.US_ASCII));
        array.blanks(bytes - 2);
        array.add("]".getBytes(StandardCharsets.US_ASCII));
        return array.zipped
                .appendBytes(END)
                .appendIntLE((int) array.checksum.getValue())
                .appendIntLE((int) bytes);
    }

    private void blanks(long count) {
        for (long left = count; left > 0; left -= BLANKS.length) {
            if (left < BLANKS.length) {
                add(blanks((int) left));
            } else {
                checksum.update(BLANKS);
                zipped.appendBytes(PACKED_BLANKS);
            }
        }
    }

    private void add(byte[] plain) {
        checksum.update(plain);
        zipped.appendBytes(packed(plain));
    }

    /** Whole bytes that refer to nothing before them, so that they can be repeated. */
    private static byte[] packed(byte[] plain) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(plain);
            var out = new byte[plain.length + 64];
            return Arrays.copyOf(out, deflater.deflate(out, 0, out.length, Deflater.FULL_FLUSH));
        } finally {
            deflater.end();
        }
    }

    private static byte[] blanks(int count) {
        var blanks = new byte[count];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }
}

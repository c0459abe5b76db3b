package dev.accountconfig.faults;

import io.vertx.core.buffer.Buffer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** As much of DER (X.690) as a certificate is made of: tag, length, value. */
final class Der {

    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    static byte[] number(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    static byte[] yes() {
        return tagged(0x01, new byte[] {(byte) 0xff});
    }

    static byte[] bits(byte[] whole) {
        return tagged(0x03, new byte[] {0}, whole);
    }

    static byte[] octets(byte[] octets) {
        return tagged(0x04, octets);
    }

    /** @param encoded the arcs, as X.690 section 8.19 packs them */
    static byte[] identifier(int... encoded) {
        var bytes = Buffer.buffer();
        for (int octet : encoded) {
            bytes.appendByte((byte) octet);
        }
        return tagged(0x06, bytes.getBytes());
    }

    /** Before 2050. */
    static byte[] time(Instant time) {
        return tagged(0x17, UTC_TIME.format(time).getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] tagged(int tag, byte[]... parts) {
        var value = Buffer.buffer();
        for (byte[] part : parts) {
            value.appendBytes(part);
        }
        var whole = Buffer.buffer().appendByte((byte) tag);
        appendLength(whole, value.length());
        return whole.appendBuffer(value).getBytes();
    }

    private static void appendLength(Buffer whole, int length) {
        if (length < 0x80) {
            whole.appendByte((byte) length);
        } else if (length < 0x100) {
            whole.appendByte((byte) 0x81).appendByte((byte) length);
        } else {
            whole.appendByte((byte) 0x82).appendShort((short) length);
        }
    }
}

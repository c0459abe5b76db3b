package dev.accountconfig.api;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What every answer says last: the time, which an origin server with a clock must say (RFC 9110 section 6.6.1), and that
 * nobody should guess what the answer is. Written once a second.
 */
final class LastLines {
    /** RFC 9110 section 5.6.7; the formatter of that name in the library writes one digit where the day has one. */
    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

    private static final AsciiString DATE = AsciiString.cached("date");

    /** Names of accounts and items are told again in answers: a browser must not take one for a page. */
    private static final AsciiString NO_SNIFFING = AsciiString.cached("X-Content-Type-Options");

    private static final AsciiString NOSNIFF = AsciiString.cached("nosniff");

    private Second last = Second.of(Instant.EPOCH);

    private record Second(long second, AsciiString date, AsciiString onTheWire) {
        static Second of(Instant now) {
            AsciiString date = new AsciiString(IMF_FIXDATE.format(now.atOffset(ZoneOffset.UTC)));
            ByteBuf wire = Unpooled.buffer();
            WireLines lines = new WireLines(wire);
            write(date, lines);
            lines.end();
            return new Second(now.getEpochSecond(), date, new AsciiString(wire.array(), 0, wire.readableBytes(), true));
        }
    }

    void to(HeadLines head, Instant now) {
        write(at(now).date(), head);
    }

    /** As HTTP/1.1 sends them, with the end of the head. */
    AsciiString onTheWire(Instant now) {
        return at(now).onTheWire();
    }

    private static void write(AsciiString date, HeadLines head) {
        head.add(DATE, date);
        head.add(NO_SNIFFING, NOSNIFF);
    }

    /** Threads may write the same second twice, and no harm is done. */
    private Second at(Instant now) {
        Second known = last;
        if (known.second() != now.getEpochSecond()) {
            known = Second.of(now);
            last = known;
        }
        return known;
    }
}

package dev.accountconfig.api;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time, which an origin server with a clock must say (RFC 9110 section 6.6.1); written once a second. */
final class HttpDate {
    private final InstantSource clock;
    private Second last;

    HttpDate(InstantSource clock) {
        this.clock = clock;
        this.last = Second.of(clock.instant());
    }

    private record Second(long second, AsciiString written) {
        static Second of(Instant now) {
            String written = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
            return new Second(now.getEpochSecond(), new AsciiString(written));
        }
    }

    /** Threads may write the same second twice, and no harm is done. */
    AsciiString now() {
        Instant now = clock.instant();
        Second known = last;
        if (known.second() != now.getEpochSecond()) {
            known = Second.of(now);
            last = known;
        }
        return known.written();
    }
}

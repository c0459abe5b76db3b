package dev.accountconfig.schedule;

import java.time.ZoneId;
import java.util.Optional;

/** When an event takes place, as far as it can be understood. What was written is kept either way. */
public sealed interface Timing {
    /** As shown to callers: {@link WallTime#text()}, or what the vendor sent. */
    String start();

    String end();

    /** An IANA zone id, or what the vendor sent in its place. */
    String timeZone();

    /** Present where the timing is understood. */
    Optional<Span> understood();

    /** Why nobody understands it, in words a planner does, without a final full stop; empty where it is understood. */
    Optional<String> flaw();

    /** From one wall clock reading to another in the same zone. */
    record Span(WallTime from, WallTime to, ZoneId zone) implements Timing {
        @Override
        public String start() {
            return from.text();
        }

        @Override
        public String end() {
            return to.text();
        }

        @Override
        public String timeZone() {
            return zone.getId();
        }

        @Override
        public Optional<Span> understood() {
            return Optional.of(this);
        }

        @Override
        public Optional<String> flaw() {
            return Optional.empty();
        }
    }

    /**
     * Not to be honoured, only shown and reported: a zone nobody knows, two zones, a date that is none.
     *
     * @param reason in words a planner understands, without a final full stop
     */
    record Unclear(String start, String end, String timeZone, String reason) implements Timing {
        @Override
        public Optional<Span> understood() {
            return Optional.empty();
        }

        @Override
        public Optional<String> flaw() {
            return Optional.of(reason);
        }
    }
}

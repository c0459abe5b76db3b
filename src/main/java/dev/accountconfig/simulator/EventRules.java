package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules for one event (contract, sections 1.6 and 2.2). That it ends after it starts is not among them. */
final class EventRules {

    private static final Pattern DAILY = Pattern.compile("RRULE:FREQ=DAILY;COUNT=([1-9][0-9]*);INTERVAL=1");
    private static final Pattern WEEKLY = Pattern.compile("RRULE:FREQ=WEEKLY;BYDAY=(SU|MO|TU|WE|TH|FR|SA)");
    private static final int LONGEST_COUNT_OFF = 30;
    private static final Duration LONGEST_SPAN_OFF = Duration.ofDays(LONGEST_COUNT_OFF);
    private static final Duration LONGEST_WORKDAY = Duration.ofHours(24);

    private final Kind kind;
    private final JsonNode event;
    private final String where;

    private EventRules(Kind kind, JsonNode event, String where) {
        this.kind = kind;
        this.event = event;
        this.where = where;
    }

    static Stream<Violation> broken(Kind kind, JsonNode event, String where) {
        var rules = new EventRules(kind, event, where);
        var own = kind == Kind.WORKDAYS ? rules.ofWorkdays() : rules.ofOccasions();
        return Stream.concat(own, rules.ofBoth()).flatMap(Optional::stream);
    }

    private Stream<Optional<Violation>> ofOccasions() {
        var meta = event.path("meta");
        return Stream.of(
                rule(meta.isObject(), Rule.META_PRESENT, "/meta", "meta is required"),
                rule(
                        meta.path("working").isBoolean(),
                        Rule.META_WORKING_PRESENT,
                        "/meta/working",
                        "working is required"),
                rule(meta.path("name").isTextual(), Rule.META_NAME_PRESENT, "/meta/name", "a name is required"),
                rule(
                        meta.path("working").asBoolean(true) || offBriefly(),
                        Rule.OFF_UP_TO_30_DAYS,
                        "",
                        "off for more than 30 days"));
    }

    private Stream<Optional<Violation>> ofWorkdays() {
        return Stream.of(
                rule(!event.has("meta"), Rule.META_ABSENT_IN_WORKDAYS, "/meta", "workdays have no meta"),
                rule(
                        spanUpTo(LONGEST_WORKDAY),
                        Rule.WORKDAYS_EVENT_UP_TO_24_HOURS,
                        "",
                        "the event is longer than 24 hours"));
    }

    private Stream<Optional<Violation>> ofBoth() {
        return Stream.of(
                dateTime("start"),
                dateTime("end"),
                zone("start"),
                zone("end"),
                rule(
                        event.path("start")
                                .path("timeZone")
                                .equals(event.path("end").path("timeZone")),
                        Rule.ZONES_EQUAL,
                        "/end/timeZone",
                        "start and end are in different time zones"),
                rule(
                        event.path("recurrence").isArray(),
                        Rule.RECURRENCE_PRESENT,
                        "/recurrence",
                        "recurrence is required"),
                rule(recurs(), Rule.RECURRENCE_PATTERN, "/recurrence", "this recurrence is not supported"));
    }

    private Optional<Violation> dateTime(String end) {
        return rule(
                LocalTimes.read(kind, event.path(end).path("dateTime").asText()).isPresent(),
                Rule.DATE_TIME_FORMAT,
                "/" + end + "/dateTime",
                "yyyy-MM-dd or yyyy-MM-dd'T'HH:mm:ss is expected");
    }

    private Optional<Violation> zone(String end) {
        return rule(
                ZoneId.getAvailableZoneIds()
                        .contains(event.path(end).path("timeZone").asText()),
                Rule.ZONE_SUPPORTED,
                "/" + end + "/timeZone",
                "this time zone is not supported");
    }

    private boolean recurs() {
        var recurrence = event.path("recurrence");
        if (recurrence.isEmpty()) {
            return kind == Kind.OCCASIONS || !recurrence.isArray();
        }
        var pattern = kind == Kind.OCCASIONS ? DAILY : WEEKLY;
        return recurrence.size() == 1
                && pattern.matcher(recurrence.path(0).asText()).matches();
    }

    private boolean offBriefly() {
        return countUpTo30() && spanUpTo(LONGEST_SPAN_OFF);
    }

    private boolean countUpTo30() {
        var rule = DAILY.matcher(event.path("recurrence").path(0).asText());
        return !rule.matches() || (rule.group(1).length() <= 2 && Integer.parseInt(rule.group(1)) <= LONGEST_COUNT_OFF);
    }

    /** By the wall clock: an event over the night of a clock change is no shorter or longer than planned. */
    private boolean spanUpTo(Duration longest) {
        var start = LocalTimes.read(kind, event.path("start").path("dateTime").asText());
        var end = LocalTimes.read(kind, event.path("end").path("dateTime").asText());
        return start.isEmpty()
                || end.isEmpty()
                || Duration.between(start.get(), end.get()).compareTo(longest) <= 0;
    }

    private Optional<Violation> rule(boolean kept, Rule rule, String field, String message) {
        return Violation.unless(kept, rule, where + field, message);
    }
}

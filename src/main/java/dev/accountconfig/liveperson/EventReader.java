package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.Recurrence;
import dev.accountconfig.schedule.Timing;
import dev.accountconfig.schedule.WallTime;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the events of occasions and workdays have in common: a start, an end, a rule (contract 1.6, 2.2). */
final class EventReader {
    private static final Pattern DAILY = Pattern.compile("RRULE:FREQ=DAILY;COUNT=([1-9][0-9]{0,5})(?:;INTERVAL=1)?");
    private static final Pattern WEEKLY = Pattern.compile("RRULE:FREQ=WEEKLY;BYDAY=(SU|MO|TU|WE|TH|FR|SA)");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private static final Shared<ZoneId> ZONES = new Shared<>(1 << 8);
    private static final Shared<WallTime> WALL_TIMES = new Shared<>(1 << 12);
    private static final Shared<Recurrence> RULES = new Shared<>(1 << 8);

    private EventReader() {}

    static Timing timing(JsonNode event) {
        String zone = zone(event, "start");
        if (!zone.equals(zone(event, "end"))) {
            return unclear(event, "start and end name different time zones");
        }
        try {
            ZoneId known = ZONES.of(ZoneId.of(zone));
            return ordered(event, new Timing.Span(wallTime(event, "start"), wallTime(event, "end"), known));
        } catch (DateTimeParseException noTime) {
            return unclear(event, "start or end is neither a date nor a date with a time");
        } catch (DateTimeException noZone) {
            return unclear(event, "nobody knows the time zone \"" + zone + "\"");
        }
    }

    private static Timing ordered(JsonNode event, Timing.Span span) {
        boolean backwards = span.to().isDateOnly()
                ? span.to().date().isBefore(span.from().date())
                : span.to().clock().isBefore(span.from().clock());
        return backwards ? unclear(event, "it ends before it starts") : span;
    }

    static Timing unclear(JsonNode event, String reason) {
        return new Timing.Unclear(dateTime(event, "start"), dateTime(event, "end"), zone(event, "start"), reason);
    }

    /** A missing rule and an empty list both mean once (contract 9: clients write events without the key). */
    static Recurrence recurrence(JsonNode event) {
        List<String> rules =
                Fields.list(event, "recurrence").map(JsonNode::asText).toList();
        return RULES.of(
                switch (rules.size()) {
                    case 0 -> new Recurrence.Once();
                    case 1 -> rule(rules.get(0));
                    default -> new Recurrence.Unsupported(String.join(" ", rules));
                });
    }

    private static Recurrence rule(String rule) {
        Matcher daily = DAILY.matcher(rule);
        if (daily.matches()) {
            return new Recurrence.Daily(Integer.parseInt(daily.group(1)));
        }
        Matcher weekly = WEEKLY.matcher(rule);
        return weekly.matches()
                ? new Recurrence.Weekly(DayOfWeek.of(WEEKDAYS.indexOf(weekly.group(1)) + 1))
                : new Recurrence.Unsupported(rule);
    }

    private static WallTime wallTime(JsonNode event, String edge) {
        return WALL_TIMES.of(WallTime.parse(dateTime(event, edge)));
    }

    private static String dateTime(JsonNode event, String edge) {
        return Fields.text(event.path(edge), "dateTime");
    }

    private static String zone(JsonNode event, String edge) {
        return Fields.text(event.path(edge), "timeZone");
    }
}

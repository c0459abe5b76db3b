package dev.accountconfig.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Bodies as callers of the service send them: every second one as it should be, the others spoilt once or twice. */
final class RandomBody {
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final List<String> NAMES = List.of("Night desk", "Ruhetag", "休日", "Late 🎉", "a");
    private static final List<String> ODD_NAMES = List.of(
            "",
            "  ",
            "x".repeat(50),
            "x".repeat(51),
            "🎉".repeat(50),
            "🎉".repeat(51),
            "UK public holidays",
            "UK office hours",
            "Jubilee 2022",
            "two\nlines",
            "half \ud83d");
    private static final List<String> ODD_ZONES =
            List.of("", "Z", "+02:00", "UTC+1", "GMT0", "Etc/GMT+5", "Europe/Warsaq", "europe/london", "EST5EDT");
    private static final List<String> ODD_TIMES = List.of(
            "2026-07-06",
            "2026-07-07",
            "2026-07-06T09:00",
            "2026-07-07T09:00:00",
            "2026-07-06T09:00:00.5",
            "2026-07-06T24:00:00",
            "2026-02-30",
            "2026-07-06T09:00:00Z",
            "2026-07-06 09:00:00",
            "0000-01-01",
            "9999-12-31",
            "+12026-07-06",
            "2026-7-6",
            "２０２６-07-06",
            "");
    private static final List<Integer> ODD_COUNTS = List.of(0, 1, 29, 30, 31, 32);
    private static final List<String> ODD_JSON = List.of("null", "7", "1.5", "true", "\"text\"", "[]", "{}", "[7]");

    private final Random random;
    private final Kind kind;

    RandomBody(Random random, Kind kind) {
        this.random = random;
        this.kind = kind;
    }

    ObjectNode next() {
        ObjectNode body = valid();
        int spoilings = random.nextBoolean() ? 0 : 1 + random.nextInt(2);
        IntStream.range(0, spoilings).forEach(spoiling -> spoil(body));
        return body;
    }

    private ObjectNode valid() {
        ObjectNode body = Json.object().put("name", one(NAMES) + " " + random.nextInt(1_000_000));
        if (random.nextBoolean()) {
            body.put("description", "d".repeat(random.nextInt(201)));
        }
        if (random.nextBoolean()) {
            body.put("isDefault", random.nextBoolean());
        }
        var events = body.putArray("events");
        IntStream.range(0, random.nextInt(4)).forEach(event -> events.add(validEvent()));
        return body;
    }

    private ObjectNode validEvent() {
        ObjectNode event = kind == Kind.OCCASIONS ? occasion() : shift();
        return event.put("timeZone", one(ZONES));
    }

    private ObjectNode occasion() {
        boolean working = random.nextBoolean();
        int count = random.nextInt(30) + 1;
        ObjectNode event = Json.object().put("name", one(NAMES)).put("working", working);
        times(event, 24 * 60 * (working ? 40 : 31 - count));
        if (random.nextBoolean()) {
            event.putObject("repeat").put("every", "day").put("count", working ? count * 1000 : count);
        } else {
            event.putNull("repeat");
        }
        return event;
    }

    private ObjectNode shift() {
        ObjectNode event = Json.object();
        LocalDate day = times(event, 24 * 60);
        ObjectNode repeat = event.putObject("repeat").put("every", "week");
        if (random.nextBoolean()) {
            repeat.put("on", day.getDayOfWeek().name());
        }
        return event;
    }

    /** Up to so many minutes, as dates or with times. */
    private LocalDate times(ObjectNode event, int minutes) {
        LocalDateTime start =
                LocalDate.of(2026, 1, 1).plusDays(random.nextInt(800)).atTime(random.nextInt(24), 0);
        if (random.nextBoolean()) {
            LocalDate day = start.toLocalDate();
            event.put("start", day.toString());
            event.put(
                    "end", day.plusDays(random.nextInt(minutes / (24 * 60) + 1)).toString());
        } else {
            String seconds = random.nextBoolean() ? ":00" : "";
            event.put("start", start + seconds);
            event.put("end", start.plusMinutes(1L + random.nextInt(minutes)) + seconds);
        }
        return start.toLocalDate();
    }

    private void spoil(ObjectNode body) {
        List<JsonNode> events = Json.elements(body.path("events"));
        boolean wholly = events.isEmpty() || !events.get(0).isObject() || random.nextInt(3) == 0;
        if (wholly) {
            one(List.<Consumer<ObjectNode>>of(
                            object -> object.put("name", one(ODD_NAMES)),
                            object -> object.put("description", "ü".repeat(195 + random.nextInt(10))),
                            object -> object.put("deleted", random.nextBoolean()),
                            this::misshape))
                    .accept(body);
        } else {
            spoilEvent((ObjectNode) events.get(0));
        }
    }

    private void spoilEvent(ObjectNode event) {
        one(List.<Consumer<ObjectNode>>of(
                        object -> object.put("start", one(ODD_TIMES)),
                        object -> object.put("end", one(ODD_TIMES)),
                        object -> object.set("end", object.path("start")),
                        object -> object.put("start", object.path("start").asText() + ":00"),
                        object -> object.put("end", "2028-12-31"),
                        this::stretch,
                        object -> object.put("timeZone", one(ODD_ZONES)),
                        object -> object.put("working", random.nextBoolean()),
                        object -> object.put("name", one(ODD_NAMES)),
                        object -> object.putObject("repeat").put("every", "day").put("count", one(ODD_COUNTS)),
                        object ->
                                object.putObject("repeat").put("every", "week").put("on", "MONDAY"),
                        object -> object.putObject("repeat")
                                .put("every", "unsupported")
                                .put("rule", "RRULE"),
                        object -> misshape(object.path("repeat") instanceof ObjectNode repeat ? repeat : object),
                        this::misshape))
                .accept(event);
    }

    /** To the longest that the contract allows, or a little less, or a little more. */
    private void stretch(ObjectNode event) {
        LocalDateTime start = LocalDateTime.of(2026, 7, 6, 9, 0);
        LocalDateTime end = start.plusDays(kind == Kind.OCCASIONS ? 30 : 1);
        int odd = random.nextInt(3) - 1;
        boolean wholeDays = random.nextBoolean();
        event.put("start", wholeDays ? start.toLocalDate().toString() : start + ":00");
        event.put("end", wholeDays ? end.toLocalDate().plusDays(odd).toString() : end.plusMinutes(odd) + ":00");
        if (event.path("repeat") instanceof ObjectNode repeat) {
            repeat.remove("on");
        }
    }

    /** A field that is gone, or of another type, or of another name. */
    private void misshape(ObjectNode object) {
        List<String> names =
                object.properties().stream().map(field -> field.getKey()).toList();
        String name = names.isEmpty() ? "x" : one(names);
        switch (random.nextInt(3)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, Json.read(one(ODD_JSON)).orElseThrow());
            default -> object.put(name + "x", 1);
        }
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

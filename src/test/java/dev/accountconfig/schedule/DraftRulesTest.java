package dev.accountconfig.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.schedule.Proposal.Event;
import dev.accountconfig.schedule.Proposal.Repeat;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the contract for what may be written, with the place it is told at. */
class DraftRulesTest {
    private static final Event CHRISTMAS = off("2026-12-25", "2026-12-26", null);
    private static final List<Occasion> OTHERS = List.of(
            new Occasion(4101, "Taken", null, true, false, List.of()),
            new Occasion(4102, "Gone", null, false, true, List.of()));

    private static Event off(String start, String end, @Nullable Repeat repeat) {
        return new Event("off", false, start, end, "Europe/London", repeat);
    }

    private static Proposal proposal(@Nullable String name, @Nullable String description, Event... events) {
        return new Proposal(name, description, false, List.of(events));
    }

    private static Checked<OccasionEvent> occasion(Event event) {
        return DraftRules.ofOccasions().check(proposal("n", null, event), OTHERS);
    }

    private static Checked<WorkdaysEvent> workdays(Event event) {
        return DraftRules.ofWorkdays().check(proposal("n", null, event), OTHERS);
    }

    private static <E> List<Violation> violations(Checked<E> checked) {
        return checked.match(draft -> List.of(), broken -> broken);
    }

    private static <E> E onlyEvent(Checked<E> checked) {
        return checked.match(Draft::events, broken -> List.<E>of()).get(0);
    }

    private static void assertTold(Checked<?> checked, String pointer, String words) {
        assertThat(violations(checked)).singleElement().satisfies(violation -> {
            assertThat(violation.pointer()).isEqualTo(pointer);
            assertThat(violation.words()).contains(words);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "       | is missing",
                "''     | must not be blank",
                "'  '   | must not be blank",
                "Taken  | must be unique, and 4101 has this name",
            })
    void anObjectHasANameOfItsOwn(@Nullable String name, String words) {
        assertTold(DraftRules.ofOccasions().check(proposal(name, null, CHRISTMAS), OTHERS), "/name", words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"taken", "Taken ", "Gone"})
    void namesAreComparedExactlyAndThoseOfDeletedObjectsAreFree(String name) {
        assertThat(violations(DraftRules.ofOccasions().check(proposal(name, null, CHRISTMAS), OTHERS)))
                .isEmpty();
    }

    @Test
    void namesEndAt50AndDescriptionsAt200Characters() {
        var rules = DraftRules.ofOccasions();
        assertThat(violations(rules.check(proposal("😀".repeat(50), "ü".repeat(200)), OTHERS)))
                .isEmpty();
        assertThat(violations(rules.check(proposal("😀".repeat(51), "ü".repeat(201)), OTHERS)))
                .containsExactly(
                        new Violation("/name", "must have at most 50 characters, and has 51"),
                        new Violation("/description", "must have at most 200 characters, and has 201"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u0000b", "a\u007fb", "a\u0085b"})
    void textsHaveNoControlCharacters(String text) {
        Event event = new Event(text, true, "2026-12-25", "2026-12-26", "Europe/London", null);
        assertThat(violations(DraftRules.ofOccasions().check(proposal(text, text, event), OTHERS)))
                .extracting(Violation::pointer)
                .containsExactly("/name", "/description", "/events/0/name");
    }

    @Test
    void textsHaveNoHalvesOfCharacters() {
        assertTold(DraftRules.ofOccasions().check(proposal("a\ud83d", null), OTHERS), "/name", "half of a character");
    }

    @Test
    void aDescriptionAndEventsCanBeAbsentFromAnObjectButNotItsListOfThem() {
        assertThat(violations(DraftRules.ofOccasions().check(proposal("n", null), OTHERS)))
                .isEmpty();
        assertTold(
                DraftRules.ofOccasions().check(new Proposal("n", null, false, null), OTHERS), "/events", "is missing");
    }

    @Test
    void aThousandEventsAreEnough() {
        var rules = DraftRules.ofOccasions();
        assertThat(violations(
                        rules.check(new Proposal("n", null, false, Collections.nCopies(1000, CHRISTMAS)), OTHERS)))
                .isEmpty();
        assertTold(
                rules.check(new Proposal("n", null, false, Collections.nCopies(1001, CHRISTMAS)), OTHERS),
                "/events",
                "at most 1000 events, and has 1001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // name | working | start | end | zone | pointer | words
                "      | true | 2026-12-25           | 2026-12-26           | Europe/London | /events/0/name     | is missing",
                "' '   | true | 2026-12-25           | 2026-12-26           | Europe/London | /events/0/name     | must not be blank",
                "n     |      | 2026-12-25           | 2026-12-26           | Europe/London | /events/0/working  | is missing",
                "n     | true |                      | 2026-12-26           | Europe/London | /events/0/start    | is missing",
                "n     | true | 2026-12-25           |                      | Europe/London | /events/0/end      | is missing",
                "n     | true | 2026-12-25           | 2026-12-26           |               | /events/0/timeZone | is missing",
                "n     | true | 25.12.2026           | 2026-12-26           | Europe/London | /events/0/start    | must be a date like",
                "n     | true | 2026-02-30           | 2026-12-26           | Europe/London | /events/0/start    | must be a date like",
                "n     | true | 2026-12-25T09:00:00Z | 2026-12-25T12:00:00  | Europe/London | /events/0/start    | without an offset",
                "n     | true | 2026-12-25T09:00:00  | 2026-12-25T12:00:00.5 | Europe/London | /events/0/end     | must be a date like",
                "n     | true | 2026-12-25T09:00:00  | 2026-12-25T24:00:00  | Europe/London | /events/0/end      | must be a date like",
                "n     | true | 2026-12-25T09        | 2026-12-25T12:00:00  | Europe/London | /events/0/start    | must be a date like",
                "n     | true | 0000-12-25           | 2026-12-26           | Europe/London | /events/0/start    | years 1 to 9999",
                "n     | true | 2026-12-25           | 2026-12-25T12:00:00  | Europe/London | /events/0/end      | form of the start",
                "n     | true | 2026-12-25T09:00:00  | 2026-12-26           | Europe/London | /events/0/end      | form of the start",
                "n     | true | 2026-12-25           | 2026-12-24           | Europe/London | /events/0/end      | after the start",
                "n     | true | 2026-12-25T09:00:00  | 2026-12-25T09:00:00  | Europe/London | /events/0/end      | after the start",
                "n     | true | 2026-12-25T23:59:00  | 2026-12-25T23:59:00  | Europe/London | /events/0/end      | after the start",
                "n     | true | 2026-12-25           | 2026-12-26           | Europe/Warsaq | /events/0/timeZone | name of a time zone",
                "n     | true | 2026-12-25           | 2026-12-26           | +01:00        | /events/0/timeZone | name of a time zone",
                "n     | true | 2026-12-25           | 2026-12-26           | UTC+1         | /events/0/timeZone | name of a time zone",
                "n     | true | 2026-12-25           | 2026-12-26           | europe/london | /events/0/timeZone | name of a time zone",
                "n     | true | 2026-12-25           | 2026-12-26           | Z             | /events/0/timeZone | name of a time zone",
            })
    void anEventSaysWhatWhenAndWhere(
            @Nullable String name,
            @Nullable Boolean working,
            @Nullable String start,
            @Nullable String end,
            @Nullable String zone,
            String pointer,
            String words) {
        assertTold(occasion(new Event(name, working, start, end, zone, null)), pointer, words);
    }

    @Test
    void equalDatesMeanThatOneDayAndMinutesAreMadeSeconds() {
        assertThat(violations(occasion(off("2026-12-25", "2026-12-25", null)))).isEmpty();
        assertThat(onlyEvent(occasion(off("2026-12-25T09:00", "2026-12-25T12:30", null)))
                        .timing())
                .extracting(Timing::start, Timing::end)
                .containsExactly("2026-12-25T09:00:00", "2026-12-25T12:30:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "week        |         |        | /events/0/repeat/every | must be day, as in",
                "unsupported |         |        | /events/0/repeat/every | no other rule is honoured",
                "            | 3       |        | /events/0/repeat/every | must be day, as in",
                "day         |         |        | /events/0/repeat/count | is missing",
                "day         | 0       |        | /events/0/repeat/count | from 1 to 999999",
                "day         | -4      |        | /events/0/repeat/count | from 1 to 999999",
                "day         | 1000000 |        | /events/0/repeat/count | from 1 to 999999",
                "day         | 3       | MONDAY | /events/0/repeat/on    | is for workdays only",
            })
    void anOccasionRepeatsDailyOrNot(
            @Nullable String every, @Nullable Long count, @Nullable String on, String pointer, String words) {
        Event event = new Event("n", true, "2026-12-25", "2026-12-26", "Europe/London", new Repeat(every, count, on));
        assertTold(occasion(event), pointer, words);
    }

    @Test
    void aWorkingEventRepeatsAsOftenAsIsWanted() {
        Event event = new Event(
                "n", true, "2026-09-01T08:00", "2026-09-01T12:00", "Europe/London", new Repeat("day", 999_999L, null));
        assertThat(onlyEvent(occasion(event)).recurrence()).isEqualTo(new Recurrence.Daily(999_999));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-01          | 2026-08-02          | 30",
                "2026-08-01          | 2026-08-01          | 30",
                "2026-08-01          | 2026-08-31          | 1",
                "2026-08-01          | 2026-08-03          | 29",
                "2026-08-01T22:00:00 | 2026-08-02T06:00:00 | 30",
                "2026-08-01T12:00:00 | 2026-08-31T12:00:00 | 1",
            })
    void aClosureOf30DaysIsTaken(String start, String end, long count) {
        assertThat(violations(occasion(off(start, end, new Repeat("day", count, null)))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-08-01          | 2026-08-02          | 31 | /events/0/repeat/count | at most 30",
                "2026-08-01          | 2026-09-01          | 1  | /events/0/end          | at most 30 days",
                "2026-08-01          | 2026-08-03          | 30 | /events/0/end          | repetitions included",
                "2026-08-01T12:00:00 | 2026-08-31T12:00:01 | 1  | /events/0/end          | at most 30 days",
            })
    void aClosureOfMoreIsNot(String start, String end, long count, String pointer, String words) {
        assertTold(occasion(off(start, end, new Repeat("day", count, null))), pointer, words);
    }

    private static Event shift(@Nullable String start, @Nullable String end, @Nullable Repeat repeat) {
        return new Event(null, null, start, end, "Europe/London", repeat);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-06          | 2026-07-07          | MONDAY",
                "2026-07-06          | 2026-07-06          | MONDAY",
                "2026-07-06T00:00    | 2026-07-06T23:59    | MONDAY",
                "2026-07-06T23:59:30 | 2026-07-07T23:59:30 | MONDAY",
                "2026-07-12T22:00:00 | 2026-07-13T02:00:00 | SUNDAY",
                "2026-07-12T22:00:00 | 2026-07-13T02:00:00 |",
                "1999-01-04T22:00:00 | 1999-01-04T23:00:00 | MONDAY",
            })
    void aShiftOfUpTo24HoursIsTakenWithTheWeekdayOfItsStart(String start, String end, @Nullable String on) {
        assertThat(onlyEvent(workdays(shift(start, end, new Repeat("week", null, on))))
                        .recurrence())
                .isEqualTo(new Recurrence.Weekly(DayOfWeek.valueOf(on == null ? "SUNDAY" : on)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-06          | 2026-07-08          | week        |   | MONDAY  | /events/0/end          | at most 24 hours",
                "2026-07-06T09:00:00 | 2026-07-07T09:00:01 | week        |   | MONDAY  | /events/0/end          | at most 24 hours",
                "2026-07-06T09:00:00 | 2026-07-06T08:00:00 | week        |   | MONDAY  | /events/0/end          | after the start",
                "2026-07-06          | 2026-07-07          | week        |   | SUNDAY  | /events/0/repeat/on    | must be MONDAY",
                "2026-07-06          | 2026-07-07          | week        |   | monday  | /events/0/repeat/on    | a weekday like MONDAY",
                "2026-07-06          | 2026-07-07          | week        |   | MO      | /events/0/repeat/on    | a weekday like MONDAY",
                "2026-07-06          | 2026-07-07          | week        | 3 | MONDAY  | /events/0/repeat/count | is for occasions only",
                "2026-07-06          | 2026-07-07          | day         | 3 |         | /events/0/repeat/every | no other rule is honoured",
                "2026-07-06          | 2026-07-07          | unsupported |   |         | /events/0/repeat/every | no other rule is honoured",
            })
    void anyOtherShiftIsNot(
            String start,
            String end,
            String every,
            @Nullable Long count,
            @Nullable String on,
            String pointer,
            String words) {
        assertTold(workdays(shift(start, end, new Repeat(every, count, on))), pointer, words);
    }

    @Test
    void aShiftRepeats() {
        assertTold(workdays(shift("2026-07-06", "2026-07-07", null)), "/events/0/repeat", "is missing");
    }

    @Test
    void theWeekdayIsLookedAtEvenWhereTheEndIsWrong() {
        assertThat(violations(workdays(shift("2026-07-06", "soon", new Repeat("week", null, "SUNDAY")))))
                .extracting(Violation::pointer)
                .containsExactly("/events/0/end", "/events/0/repeat/on");
    }

    @Test
    void aLengthIsLookedAtEvenWhereTheZoneIsWrong() {
        Event event = new Event("n", false, "2026-08-01", "2026-10-01", "Nowhere", null);
        assertThat(violations(occasion(event)))
                .extracting(Violation::pointer)
                .containsExactly("/events/0/timeZone", "/events/0/end");
    }
}

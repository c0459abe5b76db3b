package dev.accountconfig.schedule;

import static dev.accountconfig.schedule.Written.asDefault;
import static dev.accountconfig.schedule.Written.deleted;
import static dev.accountconfig.schedule.Written.in;
import static dev.accountconfig.schedule.Written.skill;
import static dev.accountconfig.schedule.Written.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.accountconfig.schedule.Finding.Severity;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each mistake that can be found, and silence where there is none. Today is 1 July 2026. */
class FindingsTest {
    private static final String LONDON = "Europe/London";
    private static final LocalDate TODAY = LocalDate.parse("2026-07-01");

    @Test
    void the_last_closure_lies_in_the_past() {
        Written holidays =
                in(LONDON).off("Christmas", "2025-12-25", "2025-12-26").off("Easter", "2026-04-06", "2026-04-07");
        assertThat(about(holidays.occasion()))
                .containsExactly(
                        "WARNING 1: The last closure, \"Easter\" on 2026-04-06, is over; no closure lies ahead.");
        assertThat(about(holidays.off("Christmas", "2026-12-25", "2026-12-26").occasion()))
                .isEmpty();
    }

    @Test
    void a_closure_that_goes_on_today_is_not_over() {
        assertThat(about(in(LONDON)
                        .off("Works", "2026-06-25", "2026-06-26")
                        .times(7)
                        .occasion()))
                .isEmpty();
    }

    @Test
    void the_rule_of_a_shift_disagrees_with_its_date() {
        Workdays wrong = in(LONDON)
                .shift("2018-03-27T09:00:00", "2018-03-27T12:00:00", new Recurrence.Weekly(DayOfWeek.SUNDAY))
                .workdays();
        assertThat(about(wrong))
                .containsExactly(
                        "WARNING 0: The rule says Sunday, but the start date 2018-03-27 is a Tuesday; the date counts.");
    }

    @Test
    void a_working_event_spans_a_year() {
        assertThat(about(ContractAccount.YEAR_SPAN))
                .singleElement()
                .asString()
                .startsWith("WARNING 0: \"user1\" runs from 2026-03-27T06:00:00 to 2027-03-27T13:00:00; that can mean");
    }

    @Test
    void an_off_event_over_part_of_a_day_empties_the_day() {
        Occasion drill = in(LONDON)
                .off("Drill", "2026-07-06T10:00:00", "2026-07-06T11:00:00")
                .occasion();
        assertThat(about(drill))
                .singleElement()
                .asString()
                .startsWith("WARNING 0: \"Drill\" is off for only a part of 2026-07-06");
        assertThat(words(findings(snapshot(), snapshot(drill), snapshot(), Reading.offSubtractsFromWorkdays())))
                .isEmpty();
    }

    @Test
    void an_off_event_beside_a_working_one_is_fine_on_the_days_they_share() {
        Written both = in(LONDON)
                .working("Desk", "2026-07-06T09:00:00", "2026-07-06T18:00:00")
                .times(2)
                .off("Drill", "2026-07-06T10:00:00", "2026-07-06T11:00:00");
        assertThat(about(both.times(2).occasion())).isEmpty();
        assertThat(about(both.times(3).occasion())).singleElement().asString().contains("a part of 2026-07-08");
    }

    @Test
    void a_skill_points_at_nothing() {
        List<Finding> findings = findings(
                snapshot(),
                snapshot(deleted(in(LONDON).occasion(8, "Jubilee"))),
                snapshot(skill(10, "Dangling", 9L, 8L)),
                Readings.defaults());
        assertThat(words(findings))
                .containsExactly(
                        "ERROR item: Skill \"Dangling\" points at workdays 9, which do not exist; the account's default is used instead.",
                        "ERROR item: Skill \"Dangling\" points at occasions 8, which are deleted; the account's default is used instead.");
        assertThat(findings).extracting(Finding::kind, Finding::itemId).containsOnly(tuple(ItemKind.SKILL, 10L));
    }

    @Test
    void two_objects_claim_to_be_the_default() {
        List<Finding> findings = findings(
                snapshot(
                        asDefault(in(LONDON).workdays(1, "Old")),
                        asDefault(in(LONDON).workdays(2, "New"))),
                snapshot(),
                snapshot(),
                Readings.defaults());
        assertThat(words(findings))
                .containsExactly(
                        "WARNING item: \"Old\" and \"New\" are both marked as the account's default; only \"New\" is used.");
        assertThat(findings).extracting(Finding::itemId).containsExactly(1L);
    }

    @Test
    void a_timing_nobody_understands() {
        Timing unclear = new Timing.Unclear(
                "2026-12-25", "2026-12-26", "Europe/Warsaq", "nobody knows the zone \"Europe/Warsaq\"");
        OccasionEvent event = new OccasionEvent("Christmas", false, unclear, new Recurrence.Once());
        assertThat(about(new Occasion(1, "Holidays", null, false, false, List.of(event))))
                .containsExactly("ERROR 0: \"Christmas\" is left out: nobody knows the zone \"Europe/Warsaq\".");
        WorkdaysEvent shift = new WorkdaysEvent(unclear, new Recurrence.Weekly(DayOfWeek.FRIDAY));
        assertThat(about(new Workdays(1, "Hours", null, false, false, List.of(shift))))
                .containsExactly("ERROR 0: The shift is left out: nobody knows the zone \"Europe/Warsaq\".");
    }

    @Test
    void an_event_ends_before_it_starts() {
        assertThat(about(in(LONDON)
                        .working("Back", "2026-07-07T10:00:00", "2026-07-07T09:00:00")
                        .occasion()))
                .containsExactly(
                        "ERROR 0: \"Back\" is left out: it ends at 2026-07-07T09:00:00, which is not after its start at 2026-07-07T10:00:00.");
    }

    @Test
    void a_year_nobody_meant() {
        LocalDate typo = LocalDate.of(20266, 7, 7);
        OccasionEvent event = new OccasionEvent(
                "Typo",
                true,
                new Timing.Span(new WallTime.Day(typo), new WallTime.Day(typo), ZoneId.of(LONDON)),
                new Recurrence.Once());
        assertThat(about(new Occasion(1, "Occasions", null, false, false, List.of(event))))
                .containsExactly("ERROR 0: \"Typo\" is left out: its dates lie outside the years 1 to 9999.");
    }

    @Test
    void a_rule_that_does_not_exist() {
        Recurrence yearly = new Recurrence.Unsupported("RRULE:FREQ=YEARLY;INTERVAL=1");
        assertThat(about(in(LONDON)
                        .off("Christmas", "2026-12-25", "2026-12-26")
                        .rule(yearly)
                        .occasion()))
                .containsExactly(
                        "ERROR 0: \"Christmas\" is left out: its rule \"RRULE:FREQ=YEARLY;INTERVAL=1\" is none that occasions have.");
        assertThat(about(in(LONDON)
                        .shift("2026-07-06T09:00:00", "2026-07-06T12:00:00", yearly)
                        .workdays()))
                .containsExactly(
                        "ERROR 0: The shift is left out: its rule \"RRULE:FREQ=YEARLY;INTERVAL=1\" is none that workdays have.");
    }

    @Test
    void a_closure_longer_than_the_vendor_takes() {
        assertThat(about(in(LONDON)
                        .off("Long", "2026-12-25", "2026-12-26")
                        .times(31)
                        .occasion()))
                .containsExactly("WARNING 0: \"Long\" is off for 31 days; LivePerson allows 30.");
    }

    @Test
    void shifts_past_midnight_or_longer_than_a_day() {
        assertThat(about(in(LONDON)
                        .shift("2026-07-06T22:00:00", "2026-07-07T02:00:00")
                        .shift("2026-07-10T18:00:00", "2026-07-13T08:00:00")
                        .shift("2026-07-10T18:00:00", "2026-07-23T08:00:00")
                        .shift("2026-07-06T22:00:00", "2026-07-06T23:59:00")
                        .shift("2026-07-06", "2026-07-07")
                        .workdays()))
                .containsExactly(
                        "WARNING 0: The shift runs from 2026-07-06T22:00 past midnight to 2026-07-07T02:00; LivePerson advises against that.",
                        "WARNING 1: The shift is longer than 24 hours, which LivePerson does not allow.",
                        "ERROR 2: The shift is left out: it is longer than the week it repeats in.");
    }

    @Test
    void names_and_descriptions_the_vendor_would_refuse() {
        Workdays wordy = new Workdays(1, "n".repeat(51), "d".repeat(201), false, false, List.of());
        assertThat(about(wordy))
                .containsExactly(
                        "WARNING item: The name has 51 characters; LivePerson allows 50.",
                        "WARNING item: The description has 201 characters; LivePerson allows 200.");
        assertThat(about(new Workdays(1, "n".repeat(50), "d".repeat(200), false, false, List.of())))
                .isEmpty();
    }

    @Test
    void what_could_not_be_read_at_all_is_passed_on() {
        Finding unreadable = new Finding(Severity.ERROR, ItemKind.OCCASION, null, null, "no id", "give it one");
        assertThat(findings(
                        snapshot(), new Snapshot<>(List.of(), List.of(unreadable)), snapshot(), Readings.defaults()))
                .containsExactly(unreadable);
    }

    @Test
    void deleted_objects_and_sound_accounts_are_silent() {
        Occasion old = in(LONDON).off("Jubilee", "2022-06-02", "2022-06-04").occasion();
        assertThat(about(deleted(old))).isEmpty();
        assertThat(words(findings(
                        snapshot(ContractAccount.UK_OFFICE_HOURS, ContractAccount.ROUND_THE_CLOCK),
                        snapshot(ContractAccount.UK_PUBLIC_HOLIDAYS, ContractAccount.SUMMER),
                        snapshot(skill(10, "Sound", null, null)),
                        Readings.defaults())))
                .isEmpty();
    }

    private static List<String> about(Occasion item) {
        return words(findings(snapshot(), snapshot(item), snapshot(), Readings.defaults()));
    }

    private static List<String> about(Workdays item) {
        return words(findings(snapshot(item), snapshot(), snapshot(), Readings.defaults()));
    }

    private static List<Finding> findings(
            Snapshot<Workdays> workdays, Snapshot<Occasion> occasions, Snapshot<Skill> skills, Readings readings) {
        return Schedules.of(workdays, occasions, skills, readings).findings(TODAY);
    }

    private static List<String> words(List<Finding> findings) {
        return findings.stream()
                .map(each -> "%s %s: %s"
                        .formatted(each.severity(), each.event() == null ? "item" : each.event(), each.words()))
                .toList();
    }
}

package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Schedule.Choice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account's three collections, joined and indexed: build one whenever a snapshot changes, ask it as often as needed,
 * from any thread. Skills with the same two objects share one {@link EffectiveHours}.
 */
public final class Schedules {
    private final Snapshot<Workdays> workdays;
    private final Snapshot<Occasion> occasions;
    private final Snapshot<Skill> skills;
    private final Readings readings;
    private final Occurrences occurrences;
    private final Map<@Nullable Long, WeeklyPattern> patterns = new HashMap<>();
    private final Map<@Nullable Long, Agenda> agendas = new HashMap<>();
    private final Map<Pair, EffectiveHours> byPair = new HashMap<>();
    private final Map<Long, Schedule> bySkill = new LinkedHashMap<>();
    private final Schedule account;

    private Schedules(
            Snapshot<Workdays> workdays, Snapshot<Occasion> occasions, Snapshot<Skill> skills, Readings readings) {
        this.workdays = workdays;
        this.occasions = occasions;
        this.skills = skills;
        this.readings = readings;
        occurrences = new Occurrences(readings);
        Choices<Workdays> someWorkdays = new Choices<>(workdays.items(), Workdays::isDefault);
        Choices<Occasion> someOccasions = new Choices<>(occasions.items(), Occasion::isDefault);
        account = schedule(someWorkdays.standard(), someOccasions.standard());
        for (Skill skill : skills.items()) {
            if (!skill.deleted()) {
                Schedule own = schedule(someWorkdays.of(skill.workdaysId()), someOccasions.of(skill.occasionsId()));
                bySkill.put(skill.id(), own);
            }
        }
    }

    public static Schedules of(
            Snapshot<Workdays> workdays, Snapshot<Occasion> occasions, Snapshot<Skill> skills, Readings readings) {
        return new Schedules(workdays, occasions, skills, readings);
    }

    /** What applies to every skill without objects of its own. */
    public Schedule account() {
        return account;
    }

    /** Empty where there is no such skill, or it is deleted. */
    public Optional<Schedule> skill(long id) {
        return Optional.ofNullable(bySkill.get(id));
    }

    /** The zone of the account's default workdays: that of its first shift that says one. */
    public Optional<ZoneId> zone() {
        return Optional.ofNullable(account.workdays())
                .flatMap(choice -> choice.item().events().stream()
                        .flatMap(event -> event.timing().understood().stream())
                        .map(Timing.Span::zone)
                        .findFirst());
    }

    /** The vendor's shift status, for every skill, by ascending id. */
    public List<ShiftStatus> shiftStatus(Instant at) {
        List<ShiftStatus> all = new ArrayList<>(bySkill.size());
        bySkill.forEach(
                (id, schedule) -> all.add(ShiftStatus.of(id, schedule.hours().at(at))));
        return all;
    }

    /** What is wrong with the account's configuration. */
    public List<Finding> findings(LocalDate today) {
        return Findings.of(workdays, occasions, skills, readings, today);
    }

    private Schedule schedule(@Nullable Choice<Workdays> workdays, @Nullable Choice<Occasion> occasions) {
        Workdays shifts = Schedule.item(workdays);
        Occasion events = Schedule.item(occasions);
        Pair pair = new Pair(id(shifts), id(events));
        EffectiveHours hours = byPair.computeIfAbsent(pair, absent -> hours(shifts, events));
        return new Schedule(workdays, occasions, hours);
    }

    /** Each object is read once, however many others it is paired with. */
    private EffectiveHours hours(@Nullable Workdays shifts, @Nullable Occasion events) {
        return new EffectiveHours(
                patterns.computeIfAbsent(id(shifts), absent -> WeeklyPattern.of(shifts, occurrences)),
                agendas.computeIfAbsent(id(events), absent -> Agenda.of(events, occurrences)),
                readings);
    }

    private static @Nullable Long id(@Nullable Item item) {
        return item == null ? null : item.id();
    }

    /** Ids: unique in a snapshot, and cheaper to hash than the objects with all their events. */
    private record Pair(@Nullable Long workdays, @Nullable Long occasions) {}
}

package dev.accountconfig.schedule;

import dev.accountconfig.schedule.Readings.DateOnlyEnd;
import dev.accountconfig.schedule.Readings.LastMinute;
import dev.accountconfig.schedule.Readings.OffAlone;
import dev.accountconfig.schedule.Readings.OffBesideWorking;
import dev.accountconfig.schedule.Readings.OverriddenDay;
import dev.accountconfig.schedule.Readings.SeveralDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A second, slow reading of the nine rules: it looks at one minute and asks every event about it. It shares the value
 * types with the fast one and nothing else, so that a misunderstanding is not agreed with.
 */
final class MinuteByMinute {
    enum Verdict {
        OPEN_BY_OCCASION,
        OPEN_BY_WORKDAYS,
        /** An occasion has a say as well: it took the shifts of another zone. */
        OPEN_BY_WORKDAYS_BESIDE_AN_OCCASION,
        CLOSED_BY_OCCASION,
        CLOSED_BY_WORKDAYS,
        UNKNOWN;

        boolean isOpen() {
            return ordinal() <= OPEN_BY_WORKDAYS_BESIDE_AN_OCCASION.ordinal();
        }

        boolean isRuled() {
            return isByOccasion() || this == OPEN_BY_WORKDAYS_BESIDE_AN_OCCASION;
        }

        boolean isByOccasion() {
            return this == OPEN_BY_OCCASION || this == CLOSED_BY_OCCASION;
        }
    }

    /** One copy of an event or one shift of a week; minutes since 1970. */
    private record Copy(boolean working, boolean allDay, ZoneId zone, long start, long end, Set<LocalDate> days) {
        boolean covers(long minute) {
            return start <= minute && minute < end;
        }
    }

    private final Readings readings;
    private final List<Copy> copies = new ArrayList<>();
    private final List<Copy> shifts = new ArrayList<>();
    private final Map<ZoneId, LocalDate> dates = new HashMap<>();
    private final boolean workdaysApply;
    private Set<ZoneId> shiftZones = Set.of();
    private long datesOf = Long.MIN_VALUE;

    MinuteByMinute(
            @Nullable Workdays workdays, @Nullable Occasion occasion, Readings readings, LocalDate from, LocalDate to) {
        this.readings = readings;
        if (occasion != null) {
            occasion.events().forEach(event -> addCopies(event, from, to));
        }
        boolean any = false;
        for (WorkdaysEvent event : workdays == null ? List.<WorkdaysEvent>of() : workdays.events()) {
            any |= addShifts((Timing.Span) event.timing(), from, to);
        }
        workdaysApply = workdays != null && (any || workdays.events().isEmpty());
    }

    Verdict at(long minute) {
        boolean working = false;
        boolean off = false;
        boolean says = false;
        boolean cut = false;
        for (Copy copy : copies) {
            boolean overridden = overrides(copy) && touchesDay(copy, minute, copy.zone());
            if (copy.working()) {
                working |= copy.covers(minute);
                says |= copy.covers(minute);
            } else {
                off |= readings.offBesideWorking() == OffBesideWorking.CLOSES_DAY
                        ? copy.days().contains(today(minute, copy.zone()))
                        : copy.covers(minute);
                cut |= !overrides(copy) && copy.covers(minute);
            }
            says |= overridden && (readings.overriddenDay() == OverriddenDay.OCCASION_ZONE || shiftZones.isEmpty());
            says |= overridesInAnyShiftZone(copy, minute);
        }
        if (working && !off) {
            return Verdict.OPEN_BY_OCCASION;
        }
        for (Copy shift : shifts) {
            if (shift.covers(minute) && !cut && !takenFrom(shift, minute)) {
                return says ? Verdict.OPEN_BY_WORKDAYS_BESIDE_AN_OCCASION : Verdict.OPEN_BY_WORKDAYS;
            }
        }
        if (says || cut) {
            return Verdict.CLOSED_BY_OCCASION;
        }
        return workdaysApply ? Verdict.CLOSED_BY_WORKDAYS : Verdict.UNKNOWN;
    }

    private boolean takenFrom(Copy shift, long minute) {
        for (Copy copy : copies) {
            ZoneId zone = readings.overriddenDay() == OverriddenDay.OCCASION_ZONE ? copy.zone() : shift.zone();
            if (overrides(copy) && touchesDay(copy, minute, zone)) {
                return true;
            }
        }
        return false;
    }

    private boolean overridesInAnyShiftZone(Copy copy, long minute) {
        if (readings.overriddenDay() == OverriddenDay.OCCASION_ZONE || !overrides(copy)) {
            return false;
        }
        for (ZoneId zone : shiftZones) {
            if (touchesDay(copy, minute, zone)) {
                return true;
            }
        }
        return false;
    }

    private boolean overrides(Copy copy) {
        return copy.working() || copy.allDay() || readings.offAlone() == OffAlone.EMPTIES_DAY;
    }

    private boolean touchesDay(Copy copy, long minute, ZoneId zone) {
        return copy.days().contains(today(minute, zone));
    }

    private void addCopies(OccasionEvent event, LocalDate from, LocalDate to) {
        int count = event.recurrence() instanceof Recurrence.Daily daily
                ? daily.count()
                : event.recurrence() instanceof Recurrence.Once ? 1 : 0;
        Timing.Span span = (Timing.Span) event.timing();
        LocalDateTime start = start(span);
        LocalDateTime end = end(span);
        if (!start.isBefore(end)) {
            return;
        }
        boolean eachDay = readings.severalDays() == SeveralDays.EACH_DAY
                && event.working()
                && event.recurrence() instanceof Recurrence.Once;
        if (eachDay) {
            addEachDay(start, end, span.zone());
            return;
        }
        long length = Duration.between(start, end).toDays() + 3;
        long first = Math.max(0, from.toEpochDay() - start.toLocalDate().toEpochDay() - length);
        for (long i = first; i < count && !start.plusDays(i).toLocalDate().isAfter(to.plusDays(3)); i++) {
            copies.add(copy(event.working(), start.plusDays(i), end.plusDays(i), span.zone()));
        }
    }

    /** Windows of the clock, as long as they end no later than the event. */
    private void addEachDay(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        for (LocalDate day = start.toLocalDate(); !day.isAfter(end.toLocalDate()); day = day.plusDays(1)) {
            LocalDateTime until = day.atTime(end.toLocalTime());
            LocalDateTime since = day.atTime(start.toLocalTime());
            LocalDateTime close = until.isAfter(since) ? until : until.plusDays(1);
            if (!close.isAfter(end)) {
                copies.add(copy(true, since, close, zone));
            }
        }
    }

    private boolean addShifts(Timing.Span span, LocalDate from, LocalDate to) {
        LocalDateTime start = start(span);
        Duration length = Duration.between(start, end(span));
        if (length.isNegative() || length.isZero() || length.compareTo(Duration.ofDays(7)) > 0) {
            return false;
        }
        Set<ZoneId> more = new HashSet<>(shiftZones);
        more.add(span.zone());
        shiftZones = more;
        for (LocalDate day = from.minusDays(10); day.isBefore(to.plusDays(3)); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == start.getDayOfWeek()) {
                LocalDateTime begin = day.atTime(start.toLocalTime());
                shifts.add(copy(true, begin, begin.plus(length), span.zone()));
            }
        }
        return true;
    }

    private static LocalDateTime start(Timing.Span span) {
        return span.from() instanceof WallTime.Time time
                ? time.time()
                : span.from().date().atStartOfDay();
    }

    private LocalDateTime end(Timing.Span span) {
        LocalDate date = span.to().date();
        if (span.to() instanceof WallTime.Time time) {
            boolean lastMinute = time.time().getHour() == 23 && time.time().getMinute() == 59;
            return lastMinute && readings.lastMinute() == LastMinute.MIDNIGHT
                    ? date.plusDays(1).atStartOfDay()
                    : time.time();
        }
        boolean sameDay = date.equals(span.from().date());
        return sameDay || readings.dateOnlyEnd() == DateOnlyEnd.INCLUSIVE
                ? date.plusDays(1).atStartOfDay()
                : date.atStartOfDay();
    }

    private static Copy copy(boolean working, LocalDateTime start, LocalDateTime end, ZoneId zone) {
        long first = minute(real(start, zone, false));
        long last = minute(real(end, zone, true));
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate day = start.toLocalDate(); day.atStartOfDay().isBefore(end); day = day.plusDays(1)) {
            days.add(day);
        }
        if (first < last) {
            days.add(date(last - 1, zone));
        }
        boolean allDay = isMidnight(start) && isMidnight(end);
        return new Copy(working, allDay, zone, first, last, days);
    }

    private static Instant real(LocalDateTime local, ZoneId zone, boolean isEnd) {
        if (isMidnight(local)) {
            return local.toLocalDate().atStartOfDay(zone).toInstant();
        }
        ZonedDateTime zoned = ZonedDateTime.of(local, zone);
        return (isEnd ? zoned.withLaterOffsetAtOverlap() : zoned.withEarlierOffsetAtOverlap()).toInstant();
    }

    private static boolean isMidnight(LocalDateTime local) {
        return local.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** Asked many times in the same minute. */
    private LocalDate today(long minute, ZoneId zone) {
        if (minute != datesOf) {
            dates.clear();
            datesOf = minute;
        }
        return dates.computeIfAbsent(zone, any -> date(minute, any));
    }

    private static LocalDate date(long minute, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(minute * 60), zone);
    }

    private static long minute(Instant instant) {
        return instant.getEpochSecond() / 60;
    }
}

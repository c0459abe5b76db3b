package dev.accountconfig.api;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import dev.accountconfig.schedule.DayHours;
import dev.accountconfig.schedule.Hours;
import dev.accountconfig.schedule.Interval;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Schedule.Choice;
import dev.accountconfig.schedule.Source;
import dev.accountconfig.schedule.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hours and closures as an iCalendar feed (RFC 5545): an event for every open interval, in UTC, and an all-day event for
 * every day that an occasion closes.
 *
 * <p>The UID of an event is made of what it is about and when it begins, and its DTSTAMP is its beginning, so that the same
 * hours are the same bytes tomorrow and a calendar program replaces events instead of adding them.
 */
final class HoursFeed {
    private static final String PRODUCT = "-//accountconfig-proxy//hours//EN";

    private final Asked asked;
    private final Hours hours;

    private HoursFeed(Asked asked, Hours hours) {
        this.asked = asked;
        this.hours = hours;
    }

    static String of(Asked asked, Window window) {
        return new HoursFeed(asked, asked.schedule().hours().over(window)).text();
    }

    private String text() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(title());
        calendar.setRefreshInterval(Duration.builder().hours(1).build());
        Stream.concat(
                        hours.intervals().stream().map(this::open),
                        hours.days().stream()
                                .filter(HoursFeed::closedByOccasion)
                                .map(this::closed))
                .forEach(calendar::addEvent);
        return Biweekly.write(calendar).version(ICalVersion.V2_0).go();
    }

    private VEvent open(Interval interval) {
        VEvent event = event("open-" + interval.start(), interval.start());
        event.setSummary("Open: " + name());
        event.setDateStart(Date.from(interval.start()));
        event.setDateEnd(Date.from(interval.end()));
        return event;
    }

    private VEvent closed(DayHours day) {
        VEvent event = event(
                "closed-" + day.date(),
                day.date().atStartOfDay(hours.window().zone()).toInstant());
        event.setSummary("Closed: " + String.join(", ", day.because()));
        event.setDateStart(new DateStart(allDay(day.date()), false));
        event.setDateEnd(new DateEnd(allDay(day.date().plusDays(1)), false));
        return event;
    }

    private VEvent event(String about, Instant begins) {
        VEvent event = new VEvent();
        event.setUid(about + "-" + asked.account() + "-" + whose() + "@accountconfig-proxy");
        event.setDateTimeStamp(Date.from(begins));
        event.setTransparency(Transparency.transparent());
        return event;
    }

    private static boolean closedByOccasion(DayHours day) {
        return day.open().isEmpty() && day.source() == Source.OCCASION;
    }

    /** Made of its parts, since the library reads an instant in the zone of the machine. */
    private static Date allDay(LocalDate date) {
        return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
    }

    private String title() {
        return "Hours of " + asked.account() + (asked.skillId() == null ? "" : ", skill " + asked.skillId());
    }

    private String whose() {
        return asked.skillId() == null ? "account" : String.valueOf(asked.skillId());
    }

    private String name() {
        Choice<? extends Item> workdays = asked.schedule().workdays();
        return workdays == null
                ? name(asked.schedule().occasions())
                : workdays.item().name();
    }

    private static String name(@Nullable Choice<? extends Item> choice) {
        return choice == null ? "" : choice.item().name();
    }
}

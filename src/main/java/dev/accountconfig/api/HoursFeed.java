package dev.accountconfig.api;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Transparency;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import dev.accountconfig.schedule.DayHours;
import dev.accountconfig.schedule.Hours;
import dev.accountconfig.schedule.Interval;
import dev.accountconfig.schedule.Intervals;
import dev.accountconfig.schedule.Source;
import dev.accountconfig.schedule.Window;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hours and closures as an iCalendar feed (RFC 5545): an event for every stretch that a day is open, in UTC, and an all-day
 * event for every day that an occasion closes.
 *
 * <p>Stretches end at midnight, so that the edges of the window, which move from day to day, never cut one: the UID of an
 * event, made of what it is and when it begins, stays the same tomorrow. DTSTAMP is today, when the feed was last looked at.
 */
final class HoursFeed {
    private static final String PRODUCT = "-//accountconfig-proxy//hours//EN";

    /** RFC 5545 section 3.1, in octets. */
    private static final int LINE = 75;

    /** The library counts characters, of which none takes more octets than this in UTF-8. */
    private static final int WIDEST = 3;

    private final Asked asked;
    private final Hours hours;
    private final Intervals open;
    private final LocalDate today;

    private HoursFeed(Asked asked, Hours hours, LocalDate today) {
        this.asked = asked;
        this.hours = hours;
        this.open = Intervals.of(hours.intervals());
        this.today = today;
    }

    /** @param today in the zone of the window */
    static String of(Asked asked, Window window, LocalDate today) {
        return written(new HoursFeed(asked, asked.schedule().hours().over(window), today).calendar());
    }

    private ICalendar calendar() {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(title());
        calendar.setRefreshInterval(Duration.builder().hours(1).build()).setParameter("VALUE", "DURATION");
        List<VEvent> events = Stream.concat(
                        hours.days().stream().flatMap(this::open),
                        hours.days().stream()
                                .filter(HoursFeed::closedByOccasion)
                                .map(this::closed))
                .toList();
        (events.isEmpty() ? List.of(unknown()) : events).forEach(calendar::addEvent);
        return calendar;
    }

    private Stream<VEvent> open(DayHours day) {
        return new Window(day.date(), day.date().plusDays(1), hours.window().zone())
                .instants().stream()
                        .flatMap(whole -> open.clip(whole).list().stream())
                        .map(stretch -> open(stretch, day));
    }

    private VEvent open(Interval stretch, DayHours day) {
        VEvent event = event("open-" + stretch.start(), "Open: " + String.join(", ", day.because()));
        event.setDateStart(Date.from(stretch.start()));
        event.setDateEnd(Date.from(stretch.end()));
        return event;
    }

    private VEvent closed(DayHours day) {
        return allDay(event("closed-" + day.date(), "Closed: " + String.join(", ", day.because())), day.date());
    }

    /** A calendar must hold something (RFC 5545 section 3.6), and somebody who subscribed should not read it as closed. */
    private VEvent unknown() {
        return allDay(event("unknown", "Hours unknown: no schedule applies"), today);
    }

    private VEvent allDay(VEvent event, LocalDate date) {
        event.setDateStart(new DateStart(calendarDate(date), false));
        event.setDateEnd(new DateEnd(calendarDate(date.plusDays(1)), false));
        return event;
    }

    private VEvent event(String about, String summary) {
        VEvent event = new VEvent();
        event.setUid(about + "-" + asked.account() + "-" + whose() + "@accountconfig-proxy");
        event.setDateTimeStamp(Date.from(today.atStartOfDay(ZoneOffset.UTC).toInstant()));
        event.setSummary(printable(summary));
        event.setTransparency(Transparency.transparent());
        return event;
    }

    private static boolean closedByOccasion(DayHours day) {
        return day.open().isEmpty() && day.source() == Source.OCCASION;
    }

    /** Control characters have no place in a text (RFC 5545 section 3.3.11). */
    private static String printable(String name) {
        return name.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /** Made of its parts, since the library reads an instant in the zone of the machine. */
    private static Date calendarDate(LocalDate date) {
        return new ICalDate(new DateTimeComponents(date.getYear(), date.getMonthValue(), date.getDayOfMonth()), false);
    }

    private static String written(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(lineLength(calendar));
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Names are all that can hold more than ASCII. */
    private static int lineLength(ICalendar calendar) {
        CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();
        boolean plain = calendar.getEvents().stream()
                .allMatch(event -> ascii.canEncode(event.getSummary().getValue()));
        return plain ? LINE : LINE / WIDEST;
    }

    private String title() {
        return "Hours of " + asked.account() + (asked.skillId() == null ? "" : ", skill " + asked.skillId());
    }

    private String whose() {
        return asked.skillId() == null ? "account" : String.valueOf(asked.skillId());
    }
}

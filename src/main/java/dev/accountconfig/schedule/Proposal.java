package dev.accountconfig.schedule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An occasions or workdays object as somebody wants it, before anybody looked whether that can be: null where nothing was
 * said. One that keeps every rule becomes a {@link Draft}.
 */
public record Proposal(
        @Nullable String name,
        @Nullable String description,
        boolean isDefault,
        @Nullable List<Event> events) {

    /**
     * @param name of occasions only
     * @param working of occasions only
     * @param start {@code yyyy-MM-dd} or {@code yyyy-MM-dd'T'HH:mm[:ss]}, like the end
     */
    public record Event(
            @Nullable String name,
            @Nullable Boolean working,
            @Nullable String start,
            @Nullable String end,
            @Nullable String timeZone,
            @Nullable Repeat repeat) {}

    /**
     * @param every "day" or "week"
     * @param count of days
     * @param on of weeks: a weekday
     */
    public record Repeat(
            @Nullable String every,
            @Nullable Long count,
            @Nullable String on) {}
}

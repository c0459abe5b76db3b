package dev.accountconfig.schedule;

/**
 * One line of a special occasion.
 *
 * @param working true: these are the hours of the day; false: off
 */
public record OccasionEvent(String name, boolean working, Timing timing, Recurrence recurrence) {}

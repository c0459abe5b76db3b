package dev.accountconfig.schedule;

/** One shift of a weekly pattern; the date part of its timing is only an anchor for a weekday (contract 2.2). */
public record WorkdaysEvent(Timing timing, Recurrence recurrence) {}

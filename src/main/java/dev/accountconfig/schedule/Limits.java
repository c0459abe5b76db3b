package dev.accountconfig.schedule;

/** How much of everything the vendor takes; said here once, for what is found and for what is refused. */
final class Limits {
    /** Contract 1.6; in characters as people count them. */
    static final int NAME = 50;

    /** Contract 1.6; in characters as people count them. */
    static final int DESCRIPTION = 200;

    /** Contract 1.6 for COUNT, 1.8 for a not-working occasion as a whole. */
    static final int DAYS_OFF = 30;

    /** Contract 2.2: 24 hours, by the clock on the wall. */
    static final int DAYS_OF_A_SHIFT = 1;

    /** Ours: every day of the year with a morning and an afternoon, and room to spare. */
    static final int EVENTS = 1000;

    /** Ours: what is read back; a longer rule is taken for none that is known. */
    static final int COPIES = 999_999;

    private Limits() {}

    /** In code points: an emoji counts once. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}

package dev.accountconfig.simulator;

/** The rules for what may be written (contract, sections 1.6 and 2.2); each can be waived on its own. */
public enum Rule {
    NAME_PRESENT,
    NAME_UP_TO_50,
    NAME_UNIQUE,
    /** The vendor's table requires it, its guide for planners calls it optional. */
    DESCRIPTION_PRESENT,
    DESCRIPTION_UP_TO_200,
    DELETED_IS_BOOLEAN,
    IS_DEFAULT_PRESENT,
    EVENTS_PRESENT,
    META_PRESENT,
    META_ABSENT_IN_WORKDAYS,
    META_WORKING_PRESENT,
    META_NAME_PRESENT,
    DATE_TIME_FORMAT,
    ZONE_SUPPORTED,
    ZONES_EQUAL,
    RECURRENCE_PRESENT,
    RECURRENCE_PATTERN,
    /** Off for at most 30 days, whether by COUNT or by one long span (section 1.8). */
    OFF_UP_TO_30_DAYS,
    /** One event of a workdays object is no longer than 24 hours. */
    WORKDAYS_EVENT_UP_TO_24_HOURS
}

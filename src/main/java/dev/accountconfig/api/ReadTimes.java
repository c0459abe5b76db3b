package dev.accountconfig.api;

import java.util.function.LongConsumer;

/** Where the reads are timed that the framework, which times all others, does not see. */
@FunctionalInterface
public interface ReadTimes {
    /** For where nobody looks. */
    ReadTimes NONE = (template, method, status) -> nanos -> {};

    /**
     * @param template of the path
     * @return takes nanoseconds of one read; the same for the same read
     */
    LongConsumer of(String template, String method, int status);
}

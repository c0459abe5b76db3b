package dev.accountconfig.document;

import dev.accountconfig.schedule.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants to be written, in its own words: nobody here reads them.
 *
 * @param override the method that is meant, where it is tunnelled through another one (contract 1.1)
 * @param ifMatch a revision, or {@code *}
 * @param body null where there is none
 */
public record Write(
        AccountId account,
        Method method,
        @Nullable Method override,
        Target target,
        @Nullable String ifMatch,
        @Nullable Document body) {

    /** As on the wire. */
    public enum Method {
        POST,
        PUT,
        DELETE
    }

    /** The method that is meant. */
    public Method meant() {
        return override == null ? method : override;
    }
}

package dev.accountconfig.liveperson;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What goes onto the wire; nothing of it is copied from a caller, but for a {@linkplain PassedOn write that is passed on}.
 *
 * @param target path and query, encoded
 * @param ifMatch a revision: on a GET it asks for "not modified", contrary to HTTP (contract 8.1)
 * @param override {@code X-HTTP-Method-Override}: the method that is meant, where it is tunnelled (contract 1.1)
 * @param authorization value of the header of that name
 * @param json body
 */
record VendorRequest(
        Verb verb,
        String target,
        @Nullable String ifMatch,
        @Nullable Verb override,
        @Nullable Secret authorization,
        @Nullable Buffer json) {

    VendorRequest(
            Verb verb, String target, @Nullable String ifMatch, @Nullable Secret authorization, @Nullable Buffer json) {
        this(verb, target, ifMatch, null, authorization, json);
    }

    enum Verb {
        GET,
        POST,
        PUT,
        DELETE
    }

    VendorRequest at(@Nullable String revision) {
        return new VendorRequest(verb, target, revision, override, authorization, json);
    }

    VendorRequest as(Secret header) {
        return new VendorRequest(verb, target, ifMatch, override, header, json);
    }

    /** Without the body, which may hold a password. */
    @Override
    public String toString() {
        return verb + " " + target;
    }
}

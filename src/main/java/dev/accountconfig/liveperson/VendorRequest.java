package dev.accountconfig.liveperson;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What goes onto the wire; nothing of it is copied from a caller, but for a {@linkplain PassedOn write that is passed on}.
 *
 * @param target path and query, encoded
 * @param ifMatch a revision: on a GET it asks for "not modified", contrary to HTTP (contract 8.1)
 * @param override {@code X-HTTP-Method-Override}: the method that is meant, where it is tunnelled (contract 1.1)
 * @param pass shown when it is sent; null where the vendor wants none, and must get none
 */
record VendorRequest(
        Verb verb,
        String target,
        @Nullable String ifMatch,
        @Nullable Verb override,
        @Nullable Pass pass,
        @Nullable Body body) {

    VendorRequest(Verb verb, String target, @Nullable String ifMatch, @Nullable Body body) {
        this(verb, target, ifMatch, null, null, body);
    }

    enum Verb {
        GET,
        POST,
        PUT,
        DELETE
    }

    record Body(String type, Buffer bytes) {
        static Body json(Buffer bytes) {
            return new Body("application/json", bytes);
        }

        static Body form(String fields) {
            return new Body("application/x-www-form-urlencoded", Buffer.buffer(fields));
        }

        /** Without the bytes, which may hold a password. */
        @Override
        public String toString() {
            return bytes.length() + " bytes of " + type;
        }
    }

    VendorRequest at(@Nullable String revision) {
        return new VendorRequest(verb, target, revision, override, pass, body);
    }

    VendorRequest as(Pass other) {
        return new VendorRequest(verb, target, ifMatch, override, other, body);
    }

    @Override
    public String toString() {
        return verb + " " + target;
    }
}

package dev.accountconfig.api;

import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.document.Reply;
import dev.accountconfig.document.Write;
import dev.accountconfig.schedule.AccountId;
import java.util.Locale;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for which change, and what came of it: one line each in the log category {@code audit}, as key=value. Never what
 * was to be written.
 */
final class Audit {
    private static final Logger LOG = Logger.getLogger("audit");
    private static final String NONE = "-";

    private static final int LONGEST = 100;

    private Audit() {}

    /**
     * @param caller its name; - where callers are not told apart
     * @param account as the caller wrote it, like the id
     * @param id null where it has none yet
     */
    record Asked(
            String caller,
            String verb,
            String account,
            String collection,
            @Nullable String id) {}

    static void made(Asked asked, Effect effect) {
        line(
                asked,
                Long.toString(effect.id()),
                effect.before(),
                effect.afterTag(),
                effect.repeated() ? "repeated" : "made",
                null);
    }

    /** @param before tag of the item as it was found, null where it was not */
    static void failed(Asked asked, @Nullable String before, Throwable failure) {
        if (failure instanceof ChangeFailure change) {
            line(asked, asked.id, before, null, word(change.certainty()), change.getMessage());
        } else if (failure instanceof OriginFailure origin) {
            line(asked, asked.id, before, null, "not-sent", origin.getMessage());
        } else if (failure instanceof ProblemException refused) {
            String type = refused.problem().type();
            line(asked, asked.id, before, null, type.substring(type.lastIndexOf(':') + 1), null);
        } else {
            line(asked, asked.id, before, null, "bug", null);
        }
    }

    /**
     * What an operator did.
     *
     * @param collection of the stock; * where all are meant
     */
    static void administered(String caller, AccountId account, String verb, String collection, String outcome) {
        LOG.infof(
                "caller=%s account=%s verb=%s collection=%s outcome=%s",
                plain(caller), account, verb, plain(collection), outcome);
    }

    static void passed(String caller, Write write, Reply reply) {
        line(caller, write, Integer.toString(reply.status()));
    }

    static void notPassed(String caller, Write write, Throwable failure) {
        line(caller, write, failure instanceof ChangeFailure change ? word(change.certainty()) : "unknown");
    }

    /** A canonical path holds no character that could begin another line, or another value; its query is not told. */
    private static void line(String caller, Write write, String outcome) {
        LOG.infof(
                "caller=%s account=%s verb=%s path=%s outcome=%s",
                caller, write.account(), write.meant(), write.target().path(), outcome);
    }

    private static void line(
            Asked asked,
            @Nullable String id,
            @Nullable String before,
            @Nullable String after,
            String outcome,
            @Nullable String vendor) {
        LOG.info(String.format(
                "caller=%s account=%s verb=%s collection=%s id=%s before=%s after=%s outcome=%s vendor=\"%s\"",
                asked.caller,
                plain(asked.account),
                asked.verb,
                asked.collection,
                plain(id),
                plain(before),
                plain(after),
                outcome,
                vendor == null ? NONE : vendor.replaceAll("[^ !#-~]", "_")));
    }

    /** Of what callers write nothing gets through that could end a value or a line. */
    private static String plain(@Nullable String value) {
        if (value == null) {
            return NONE;
        }
        String plain = value.replace("\"", "").replaceAll("[^A-Za-z0-9_*-]", "_");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
    }

    private static String word(ChangeFailure.Certainty certainty) {
        return certainty.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

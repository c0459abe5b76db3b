package dev.accountconfig.api;

import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.WriteAround;
import dev.accountconfig.cache.Written;
import dev.accountconfig.document.Reply;
import dev.accountconfig.document.Write;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.ItemKind;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.Map;

/** The way of a caller's own write to the vendor, past everything that is remembered of what it is about. */
public final class Passage {
    /** In lower case: should the vendor not tell them apart, nobody shall read the past for that. */
    private static final Map<String, ItemKind> COLLECTIONS = Map.of(
            "ac-common/specialoccasion", ItemKind.OCCASION,
            "ac-common/workinghours", ItemKind.WORKDAYS,
            "le-users/skills", ItemKind.SKILL);

    private final Vendor vendor;
    private final Map<ItemKind, WriteAround<AccountId>> around;

    /** Where writes go. */
    @FunctionalInterface
    public interface Vendor {
        /**
         * @param kind what the write is about; the account as a whole, where it is about no collection
         * @return fails with a {@link ChangeFailure}
         */
        Uni<Written<Reply>> send(Write write, ItemKind kind);
    }

    /** @param around for every kind */
    public Passage(Vendor vendor, Map<ItemKind, WriteAround<AccountId>> around) {
        this.vendor = vendor;
        this.around = Map.copyOf(around);
    }

    /**
     * @param caller its name, for the audit
     * @return fails with a {@link ChangeFailure} where the vendor gave no answer that can be passed on
     */
    Uni<Reply> pass(String caller, Write write) {
        ItemKind kind = kind(write.target().path());
        return around(kind).send(write.account(), () -> audited(caller, write, kind));
    }

    private WriteAround<AccountId> around(ItemKind kind) {
        WriteAround<AccountId> known = around.get(kind);
        if (known == null) {
            throw new IllegalStateException("nothing is known of " + kind);
        }
        return known;
    }

    static ItemKind kind(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return COLLECTIONS.entrySet().stream()
                .filter(each -> lower.equals(each.getKey()) || lower.startsWith(each.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ItemKind.ACCOUNT);
    }

    private Uni<Written<Reply>> audited(String caller, Write write, ItemKind kind) {
        return vendor.send(write, kind)
                .invoke(written -> Audit.passed(caller, write, written.answer()))
                .onFailure()
                .invoke(failure -> Audit.notPassed(caller, write, failure));
    }
}

package dev.accountconfig.api;

import dev.accountconfig.cache.Served;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.DocumentId;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.Readings;
import dev.accountconfig.schedule.Schedules;
import dev.accountconfig.schedule.Skill;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Workdays;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The collections of the configured accounts, one by one or joined. An account that is not configured is never asked for.
 * Where no skill is asked about, skills are not read: credentials may lack the right to them.
 */
public final class AccountSchedules {
    /** Characters that are rendered in a millisecond or two. */
    private static final int LARGE = 64 << 10;

    private final Set<AccountId> accounts;
    private final NavigableSet<String> inOrder;
    private final Collections collections;
    private final Joined accountWide;
    private final Joined withSkills;

    public AccountSchedules(Set<AccountId> accounts, Collections collections, Readings readings) {
        this.accounts = Set.copyOf(accounts);
        this.inOrder = new TreeSet<>(accounts.stream().map(AccountId::value).toList());
        this.collections = collections;
        this.accountWide = new Joined(readings);
        this.withSkills = new Joined(readings);
    }

    /** @throws ProblemException where the account is not configured; so do the others */
    Uni<Served<Snapshot<Occasion>>> occasions(AccountId account) {
        return roomy(collections.occasions().get(served(account)), Snapshot::size);
    }

    Uni<Served<Snapshot<Workdays>>> workdays(AccountId account) {
        return roomy(collections.workdays().get(served(account)), Snapshot::size);
    }

    Uni<Served<Snapshot<Skill>>> skills(AccountId account) {
        return roomy(collections.skills().get(served(account)), Snapshot::size);
    }

    Uni<Served<Document>> document(DocumentId id) {
        served(id.account());
        return roomy(collections.documents().get(id), document -> document.json().length);
    }

    /** Those that are served, in order, beginning after an id. */
    Stream<AccountId> after(String id) {
        return inOrder.tailSet(id, false).stream().map(AccountId::new);
    }

    boolean serves(AccountId account) {
        return accounts.contains(account);
    }

    /** Of the account as a whole; it knows no skill. */
    Uni<Served<Schedules>> accountWide(AccountId account) {
        return hours(account).map(hours -> hours.map(both -> accountWide.of(account, both, Joined.NO_SKILLS)));
    }

    Uni<Served<Schedules>> withSkills(AccountId account) {
        return Uni.combine()
                .all()
                .unis(hours(account), skills(account))
                .with((hours, skills) -> hours.with(
                        skills,
                        (both, some) -> withSkills.of(account, both.orElseThrow(), some.orElse(Joined.NO_SKILLS))));
    }

    /** A collection that the vendor does not have is an empty one, as far as hours are concerned. */
    private Uni<Served<Joined.Hours>> hours(AccountId account) {
        return Uni.combine()
                .all()
                .unis(workdays(account), occasions(account))
                .with((workdays, occasions) -> workdays.with(occasions, Joined.Hours::of));
    }

    /** @throws ProblemException where the account is not configured */
    AccountId served(AccountId account) {
        if (!serves(account)) {
            throw unknown(account.value()).asException();
        }
        return account;
    }

    /** Also what is said of an account that is not the caller's own. */
    static Problem unknown(String account) {
        return Problem.of(ProblemType.UNKNOWN_ACCOUNT, "No account " + account + " is served here.");
    }

    /**
     * Goes on off the event loop: what is computed from here on may take as long as the account's configuration is strange,
     * and other readers must not wait for it.
     */
    static <T> Uni<T> aside(Uni<T> answer) {
        return answer.emitOn(Infrastructure.getDefaultExecutor());
    }

    /** The same where what is to be computed takes longer than a moment only because there is so much of it. */
    private static <T> Uni<Served<T>> roomy(Uni<Served<T>> answer, ToIntFunction<T> size) {
        return answer.chain(served -> {
            Uni<Served<T>> here = Uni.createFrom().item(served);
            return served.value()
                            .filter(value -> size.applyAsInt(value) > LARGE)
                            .isPresent()
                    ? aside(here)
                    : here;
        });
    }

    /** @throws ProblemException where the vendor has no such collection */
    static <T> T present(Served<T> served) {
        return served.value()
                .orElseThrow(
                        () -> Problem.of(ProblemType.UNKNOWN_ITEM, "LivePerson has no such collection for the account.")
                                .asException(served));
    }
}

package dev.accountconfig.api;

import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Repeats;
import dev.accountconfig.cache.Ticker;
import dev.accountconfig.cache.WriteThrough;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.ItemChange;
import dev.accountconfig.schedule.Snapshot;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The changes of one kind of collection, as callers ask for them: what can be refused without the vendor is refused first;
 * the condition is compared with what the vendor has; what was begun is ended and audited whether or not the caller waits.
 */
public final class Writing<T extends Item, E> {
    private final AccountSchedules accounts;
    private final WriteThrough<AccountId, Snapshot<T>, ItemChange<E>> changes;
    private final Wares<T, E> wares;
    private final Decisions<T, E> decisions;
    private final Repeats<Name, Effect> repeats;

    /** What a caller calls a request; another one may mean another by the same name. */
    private record Name(String caller, AccountId account, IdempotencyKey key) {}

    Writing(
            AccountSchedules accounts,
            WriteThrough<AccountId, Snapshot<T>, ItemChange<E>> changes,
            Wares<T, E> wares,
            Ticker ticker) {
        this.accounts = accounts;
        this.changes = changes;
        this.wares = wares;
        this.decisions = new Decisions<>(wares);
        this.repeats = new Repeats<>(ticker, Effect::weight, Writing::leavesDoubt);
    }

    Uni<RestResponse<byte[]>> create(String caller, String account, byte[] body, HttpHeaders request) {
        Audit.Asked asked = new Audit.Asked(caller, "POST", account, wares.collection(), null);
        Uni<Effect> created = ended(asked, new Sighting(), () -> {
            AccountId owner = owner(account);
            Optional<IdempotencyKey> key = IdempotencyKey.of(request);
            requireJson(request);
            Draft<E> wanted = decisions.draft(body);
            return key.map(given -> once(new Name(caller, owner, given), body, wanted))
                    .orElseGet(() -> created(owner, body, wanted, false));
        });
        return created.map(effect -> Answers.written(201, effect)
                .header(HttpHeaders.LOCATION, address(account) + "/" + effect.id())
                .build());
    }

    Uni<RestResponse<byte[]>> replace(String caller, String account, String id, byte[] body, HttpHeaders request) {
        Audit.Asked asked = new Audit.Asked(caller, "PUT", account, wares.collection(), id);
        Sighting sighting = new Sighting();
        Uni<Effect> replaced = ended(asked, sighting, () -> {
            AccountId owner = owner(account);
            long wanted = Parameters.id(id);
            IfMatch condition = IfMatch.of(request);
            requireJson(request);
            String name = decisions.draft(body, wanted).name();
            return changes.change(owner, decisions.replacement(wanted, body, condition, sighting))
                    .map(made -> replaced(made, wanted, sighting))
                    .onFailure(ChangeFailure.class)
                    .transform(failure -> sighting.isNamed(name) ? unlessStale(failure, sighting) : failure);
        });
        return replaced.map(effect -> Answers.written(200, effect).build());
    }

    Uni<RestResponse<byte[]>> delete(String caller, String account, String id, HttpHeaders request) {
        Audit.Asked asked = new Audit.Asked(caller, "DELETE", account, wares.collection(), id);
        Sighting sighting = new Sighting();
        Uni<Effect> deleted = ended(asked, sighting, () -> {
            AccountId owner = owner(account);
            long wanted = Parameters.id(id);
            IfMatch condition = IfMatch.of(request);
            return changes.change(owner, decisions.deletion(wanted, condition, sighting))
                    .map(made -> new Effect(wanted, sighting.etag(), null, false))
                    .onFailure(ChangeFailure.class)
                    .transform(failure -> unlessStale(failure, sighting));
        });
        return deleted.map(effect -> ResponseBuilder.<byte[]>noContent().build());
    }

    /** Whoever repeats a request meets the first; only what failed for certain is tried again. */
    private Uni<Effect> once(Name name, byte[] body, Draft<E> wanted) {
        return repeats.once(
                        name, Rendered.jsonAsItCame(body).etag(), doubt -> created(name.account, body, wanted, doubt))
                .map(told -> told.repeated() ? told.outcome().map(Effect::again) : told.outcome())
                .orElseThrow(() -> Problem.of(
                                ProblemType.KEY_OF_ANOTHER_REQUEST,
                                "The key came with another body before; a new request needs a new key.")
                        .asException());
    }

    private Uni<Effect> created(AccountId account, byte[] body, Draft<E> wanted, boolean doubt) {
        return changes.change(account, decisions.creation(body, wanted, doubt))
                .map(made -> created(made, wanted))
                .onFailure(AlreadyThere.class)
                .recoverWithItem(AlreadyThere::effect);
    }

    private Effect created(WriteThrough.Made<Snapshot<T>> made, Draft<E> wanted) {
        return made.after().value().items().stream()
                .filter(item -> item.name().equals(wanted.name()))
                .filter(item -> made.before().find(item.id()).isEmpty())
                .findFirst()
                .map(item -> new Effect(item.id(), null, wares.rendered(item), false))
                .orElseThrow(Writing::goneAgain);
    }

    private Effect replaced(WriteThrough.Made<Snapshot<T>> made, long id, Sighting sighting) {
        return made.after()
                .value()
                .find(id)
                .map(item -> new Effect(id, sighting.etag(), wares.rendered(item), false))
                .orElseThrow(Writing::goneAgain);
    }

    /** Made, and deleted or renamed by somebody else before it could be read. */
    private static ChangeFailure goneAgain() {
        return new ChangeFailure(
                ChangeFailure.Certainty.UNKNOWN, "confirmed the change and does not show its object", Duration.ZERO);
    }

    /** Begins at once, is audited, and ends, even where the caller has left. */
    private Uni<Effect> ended(Audit.Asked asked, Sighting sighting, Supplier<Uni<Effect>> act) {
        CompletableFuture<Effect> outcome = Uni.createFrom()
                .deferred(act::get)
                .onItem()
                .invoke(effect -> Audit.made(asked, effect))
                .onFailure()
                .invoke(failure -> Audit.failed(asked, sighting.etag(), failure))
                .onFailure(ChangeFailure.class)
                .transform(failure -> ChangeProblems.of(failure, address(asked.account())))
                .onFailure(OriginFailure.class)
                .transform(failure -> ChangeProblems.of(ChangeFailure.notSent(failure), address(asked.account())))
                .subscribeAsCompletionStage();
        return Uni.createFrom().completionStage(() -> outcome.copy());
    }

    /** What says that it is something else does not get here; what says nothing does. */
    private static void requireJson(HttpHeaders request) {
        if (request.getMediaType() == null) {
            throw ProblemMapper.NOT_JSON.asException();
        }
    }

    private AccountId owner(String account) {
        return accounts.served(Parameters.account(account));
    }

    private String address(String account) {
        return "/v1/accounts/" + account + "/" + wares.collection();
    }

    /** The vendor says "changed" to who changes one thing while another changes all the time; the name is not the reason. */
    private static Throwable unlessStale(Throwable failure, Sighting sighting) {
        Sighting.Seen seen = sighting.last();
        return seen != null && certainty(failure) == ChangeFailure.Certainty.CONFLICTS
                ? Decisions.stale(seen)
                : failure;
    }

    private static ChangeFailure.@Nullable Certainty certainty(Throwable failure) {
        return failure instanceof ChangeFailure change ? change.certainty() : null;
    }

    /** What is refused, by us or by the vendor, was not made; nor was what could not be decided on. */
    private static boolean leavesDoubt(Throwable failure) {
        return failure instanceof ChangeFailure change
                ? change.certainty() == ChangeFailure.Certainty.UNKNOWN
                : !(failure instanceof ProblemException || failure instanceof OriginFailure);
    }
}

package dev.accountconfig.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.accountconfig.access.Caller;
import dev.accountconfig.access.Callers;
import dev.accountconfig.access.Presented;
import dev.accountconfig.access.Verb;
import dev.accountconfig.cache.Landing;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.schedule.AccountId;
import io.quarkus.vertx.http.ManagementInterface;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What operators see and do, on the management port alone. Every request wants a caller with the verb admin, who sees its own
 * accounts; what is done is a line of the audit. Answers are bounded, however many accounts there are.
 */
@Singleton
class Administration {
    /** Accounts that one answer tells of. */
    static final int PAGE = 100;

    private static final String ACCOUNTS = "/admin/accounts";
    private static final String ACCOUNT = ACCOUNTS + "/:account";
    private static final String ENTRIES = ACCOUNT + "/entries";
    private static final String COLLECTION = ENTRIES + "/:collection";

    private static final Problem WHO =
            Problem.of(ProblemType.UNKNOWN_CALLER, "Present a key, or a token, of a caller with the verb admin.");
    private static final Problem NOT_YOU = Problem.of(ProblemType.NOT_ALLOWED_TO_CALLER, "It wants the verb admin.");
    private static final Problem NO_SUCH_COLLECTION =
            Problem.of(ProblemType.NO_SUCH_RESOURCE, "The collections are occasions, workdays, skills and documents.");

    private final Callers callers;
    private final AccountSchedules accounts;
    private final Stock stock;
    private final Relations relations;

    Administration(Callers callers, AccountSchedules accounts, Collections collections, Relations relations) {
        this.callers = callers;
        this.accounts = accounts;
        this.stock = new Stock(collections);
        this.relations = relations;
    }

    /** @param next where the next page begins, to be sent as {@code after}; absent on the last */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonPropertyOrder({"accounts", "next"})
    record Page(List<AccountView> accounts, @Nullable String next) {}

    @JsonPropertyOrder({"accountId", "entries", "livePerson"})
    record AccountView(String accountId, List<KeyView> entries, Relations.View livePerson) {}

    @JsonPropertyOrder({"collection", "outcome", "detail"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refreshed(
            String collection, String outcome, @Nullable String detail) {}

    void open(@Observes ManagementInterface management) {
        Router router = management.router();
        router.get(ACCOUNTS).handler(context -> admitted(context, this::list));
        router.get(ACCOUNT)
                .handler(context -> forAccount(context, (caller, account) -> answer(context, 200, view(account))));
        router.get(ENTRIES)
                .handler(context ->
                        forAccount(context, (caller, account) -> answer(context, 200, new Entries(stock.of(account)))));
        router.delete(ENTRIES)
                .handler(context -> forAccount(context, (caller, account) -> forget(context, caller, account)));
        router.delete(COLLECTION)
                .handler(context -> forAccount(context, (caller, account) -> forget(context, caller, account)));
        router.post(COLLECTION + "/refresh")
                .handler(context -> forAccount(context, (caller, account) -> refresh(context, caller, account)));
        router.route("/admin*")
                .handler(context -> refuse(
                        context, Problem.of(ProblemType.NO_SUCH_RESOURCE, "docs/operating.md lists what there is.")));
    }

    record Entries(List<KeyView> entries) {}

    private void list(RoutingContext context, Caller caller) {
        HttpServerRequest request = context.request();
        String one = request.getParam("account");
        List<AccountId> some = accounts.after(
                        Optional.ofNullable(request.getParam("after")).orElse(""))
                .filter(account -> one == null || one.equals(account.value()))
                .filter(account -> caller.has(account.value()))
                .limit(PAGE + 1L)
                .toList();
        List<AccountView> page = some.stream().limit(PAGE).map(this::summary).toList();
        String next = some.size() > PAGE ? page.get(PAGE - 1).accountId() : null;
        answer(context, 200, new Page(page, next));
    }

    private AccountView summary(AccountId account) {
        return new AccountView(account.value(), stock.collectionsOf(account), relations.of(account));
    }

    private AccountView view(AccountId account) {
        return new AccountView(account.value(), stock.of(account), relations.of(account));
    }

    private void forget(RoutingContext context, Caller caller, AccountId account) {
        Optional<String> collection = Optional.ofNullable(context.pathParam("collection"));
        if (!collection.map(stock::has).orElse(true)) {
            refuse(context, NO_SUCH_COLLECTION);
            return;
        }
        stock.forget(account, collection);
        Audit.administered(caller.name(), account, "purge", collection.orElse("*"), "done");
        Future<Void> unused = context.response().setStatusCode(204).end();
    }

    private void refresh(RoutingContext context, Caller caller, AccountId account) {
        String collection = context.pathParam("collection");
        stock.renew(account, collection)
                .ifPresentOrElse(
                        asked -> {
                            Cancellable unused = asked.subscribe()
                                    .with(
                                            landing -> tell(context, caller, account, landed(collection, landing)),
                                            failure -> tell(context, caller, account, failed(collection, failure)));
                        },
                        () -> refuse(context, NO_SUCH_COLLECTION));
    }

    private void tell(RoutingContext context, Caller caller, AccountId account, Refreshed refreshed) {
        Audit.administered(caller.name(), account, "refresh", refreshed.collection(), refreshed.outcome());
        context.vertx().runOnContext(unused -> answer(context, 200, refreshed));
    }

    private static Refreshed landed(String collection, Landing landing) {
        return new Refreshed(collection, landing.name().toLowerCase(Locale.ROOT).replace('_', '-'), null);
    }

    private static Refreshed failed(String collection, Throwable failure) {
        return new Refreshed(
                collection,
                "failed",
                failure instanceof OriginFailure known
                        ? "LivePerson " + known.getMessage() + "."
                        : "It is in our log.");
    }

    private void admitted(RoutingContext context, BiConsumer<RoutingContext, Caller> then) {
        Presented presented = Introduction.of(context.request().headers());
        Optional<Caller> caller = callers.identify(presented);
        if (caller.isEmpty()) {
            Introduction.challenge(context.response(), presented);
            refuse(context, WHO);
        } else if (!caller.get().may(Verb.ADMIN)) {
            refuse(context, NOT_YOU);
        } else {
            then.accept(context, caller.get());
        }
    }

    /** An account of others is told of in the words of one that is nobody's. */
    private void forAccount(RoutingContext context, BiConsumer<Caller, AccountId> then) {
        admitted(context, (same, caller) -> {
            try {
                AccountId account = Parameters.account(context.pathParam("account"));
                if (!caller.has(account.value())) {
                    throw AccountSchedules.unknown(account.value()).asException();
                }
                then.accept(caller, accounts.served(account));
            } catch (ProblemException refused) {
                refuse(context, refused.problem());
            }
        });
    }

    private static void refuse(RoutingContext context, Problem problem) {
        answer(
                context,
                problem.status(),
                Problem.MEDIA_TYPE,
                problem.at(context.request().path()));
    }

    private static void answer(RoutingContext context, int status, Object view) {
        answer(context, status, "application/json", view);
    }

    private static void answer(RoutingContext context, int status, String mediaType, Object view) {
        Unstored.end(context.response(), status, mediaType, Buffer.buffer(Json.bytes(view)));
    }
}

package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.cache.Answer;
import dev.accountconfig.cache.Origin;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Snapshot;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One collection of an account from accountConfig: all items in full, by one call where the vendor sends full items, else
 * by the list and a call for each.
 */
public final class AccountConfigOrigin<T extends Item> implements Origin<AccountId, Snapshot<T>> {
    /** Calls by id at once; the vendor throttles concurrency, not volume (contract 7). */
    private static final int AT_ONCE = 4;

    private final Resource<T> resource;
    private final Domains domains;
    private final VendorCalls calls;
    private final Floors floors;
    private final CollectionReader<T> reader;

    public AccountConfigOrigin(Resource<T> resource, Domains domains, VendorCalls calls, Floors floors) {
        this.resource = resource;
        this.domains = domains;
        this.calls = calls;
        this.floors = floors;
        this.reader = new CollectionReader<>(resource);
    }

    /** Whom a list came from, and its items come from one by one. */
    private record Place(AccountId account, Purpose purpose, VendorHost host) {}

    @Override
    public Uni<Answer<Snapshot<T>>> ask(AccountId account, Question question) {
        boolean latest = question.latest() || floors.mayLag(account, resource.kind());
        return (latest ? latest(account, question) : usual(account, question))
                .onFailure(VendorFailure.class)
                .invoke(failure -> doubtAddressAfter(failure, account));
    }

    /** By the read-only host, unless it lags behind a change of ours. */
    private Uni<Answer<Snapshot<T>>> usual(AccountId account, Question question) {
        return domains.host(account, resource.purpose().service())
                .chain(host -> calls.send(list(account, resource.purpose(), host, question))
                        .chain(answer -> floors.lags(account, resource.kind(), reached(answer, question))
                                ? latest(account, question)
                                : read(new Place(account, resource.purpose(), host), answer)));
    }

    private Uni<Answer<Snapshot<T>>> latest(AccountId account, Question question) {
        return domains.host(account, Purpose.LATEST.service())
                .chain(host -> calls.send(list(account, Purpose.LATEST, host, question))
                        .invoke(answer -> floors.saw(account, resource.kind(), reached(answer, question)))
                        .chain(answer -> read(new Place(account, Purpose.LATEST, host), answer)));
    }

    /** "Not modified" may leave out that the revision is the one that was asked about (contract 8.1). */
    private static @Nullable String reached(VendorAnswer answer, Question question) {
        return answer.match(
                VendorAnswer.Content::revision,
                same -> same.revision() == null ? question.revision() : same.revision(),
                () -> null);
    }

    private VendorCall list(AccountId account, Purpose purpose, VendorHost host, Question question) {
        return VendorCall.get(account, purpose, host, resource.all(account))
                .unlessAt(question.revision())
                .urgent(question.urgent());
    }

    private Uni<Answer<Snapshot<T>>> read(Place place, VendorAnswer answer) {
        return answer.match(
                content -> found(place, content),
                same -> Uni.createFrom().item(new Answer.Unchanged<>(same.revision())),
                () -> Uni.createFrom().item(new Answer.Absent<>()));
    }

    private Uni<Answer<Snapshot<T>>> found(Place place, VendorAnswer.Content content) {
        return full(place, items(content)).map(nodes -> new Answer.Found<>(reader.read(nodes), content.revision()));
    }

    private static List<JsonNode> items(VendorAnswer.Content content) {
        JsonNode list = VendorJson.of(content);
        if (!list.isArray()) {
            throw VendorJson.garbled("answered JSON that is no list");
        }
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    /** "All" is not documented for these resources (contract 1.3): summaries are completed one by one. */
    private Uni<List<JsonNode>> full(Place place, List<JsonNode> items) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUni(item -> complete(item) ? Uni.createFrom().item(item) : byId(place, item))
                .merge(AT_ONCE)
                .collect()
                .asList();
    }

    private boolean complete(JsonNode item) {
        return resource.detail() == null || item.has(resource.detail()) || Fields.optionalId(item, "id") == null;
    }

    /** An item that is gone by now answers an empty Uni, which leaves it out. */
    private Uni<JsonNode> byId(Place place, JsonNode summary) {
        long id = summary.path("id").asLong();
        return calls.send(VendorCall.get(place.account, place.purpose, place.host, resource.one(place.account, id)))
                .chain(answer -> answer.match(
                        content -> Uni.createFrom().item(VendorJson.of(content)),
                        same -> Uni.createFrom().item(VendorJson.of(same)),
                        () -> Uni.createFrom().nullItem()));
    }

    private void doubtAddressAfter(VendorFailure failure, AccountId account) {
        switch (failure.kind()) {
            case UNREACHABLE, UNEXPECTED -> domains.doubt(account);
            case BROKEN,
                    TIMED_OUT,
                    THROTTLED,
                    FAILING,
                    GARBLED,
                    BREAKER_OPEN,
                    HELD_BACK,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    BLOCKED,
                    CONFLICT,
                    REJECTED -> {}
        }
    }
}

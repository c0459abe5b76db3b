package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.cache.ChangeFailure;
import dev.accountconfig.cache.ChangeFailure.Certainty;
import dev.accountconfig.cache.Destination;
import dev.accountconfig.cache.Held;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.liveperson.VendorRequest.Verb;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.ItemChange;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;
import io.smallrye.mutiny.Uni;

/**
 * Changes of one collection of an account, at accountConfig's read-write host (contract 1.1, 8.2, 8.3): one call a change,
 * on the condition that the collection is still at the revision on which the change was decided.
 */
public final class CollectionChanges<T extends Item, E> implements Destination<AccountId, Snapshot<T>, ItemChange<E>> {
    private final Resource<T> resource;
    private final ItemWriter<E> writer;
    private final Domains domains;
    private final VendorCalls calls;
    private final Floors floors;
    private final AfterChange<T, E> afterChange;

    private CollectionChanges(
            Resource<T> resource, ItemWriter<E> writer, Domains domains, VendorCalls calls, Floors floors) {
        this.resource = resource;
        this.writer = writer;
        this.domains = domains;
        this.calls = calls;
        this.floors = floors;
        this.afterChange = new AfterChange<>(new CollectionReader<>(resource));
    }

    public static CollectionChanges<Occasion, OccasionEvent> ofOccasions(
            Domains domains, VendorCalls calls, Floors floors) {
        return new CollectionChanges<>(Resource.occasions(), OccasionWriter.ofItems(), domains, calls, floors);
    }

    public static CollectionChanges<Workdays, WorkdaysEvent> ofWorkdays(
            Domains domains, VendorCalls calls, Floors floors) {
        return new CollectionChanges<>(Resource.workdays(), WorkdaysWriter.ofItems(), domains, calls, floors);
    }

    @Override
    public Uni<Held<Snapshot<T>>> change(AccountId account, Held<Snapshot<T>> before, ItemChange<E> change) {
        VendorRequest request = request(account, before, change);
        return domains.host(account, VendorService.ACCOUNT_CONFIG_READ_WRITE)
                .onFailure(OriginFailure.class)
                .transform(ChangeFailure::notSent)
                .chain(host -> made(account, before, change, VendorCall.change(account, host, request)));
    }

    private Uni<Held<Snapshot<T>>> made(
            AccountId account, Held<Snapshot<T>> before, ItemChange<E> change, VendorCall call) {
        return calls.send(call)
                .map(answer -> answer.match(content -> content, CollectionChanges::nonsense, CollectionChanges::gone))
                .map(content -> after(account, before, change, content))
                .onFailure(OriginFailure.class)
                .transform(ChangeVerdict::on)
                .onFailure(CollectionChanges::unknown)
                .invoke(() -> floors.raise(account, resource.kind(), null));
    }

    private Held<Snapshot<T>> after(
            AccountId account, Held<Snapshot<T>> before, ItemChange<E> change, VendorAnswer.Content content) {
        Snapshot<T> after = afterChange.of(before.value(), change, content);
        floors.raise(account, resource.kind(), content.revision());
        return new Held<>(after, content.revision());
    }

    private VendorRequest request(AccountId account, Held<Snapshot<T>> before, ItemChange<E> change) {
        return change.match(
                creation -> new VendorRequest(
                        Verb.POST,
                        resource.collection(account),
                        null,
                        VendorRequest.Body.json(VendorJson.bytes(writer.created(creation.draft())))),
                replacement -> new VendorRequest(
                        Verb.PUT,
                        resource.collection(account),
                        before.revision(),
                        VendorRequest.Body.json(
                                VendorJson.bytes(VendorJson.listOf(replaced(before.value(), replacement))))),
                deletion ->
                        new VendorRequest(Verb.DELETE, resource.one(account, deletion.id()), before.revision(), null));
    }

    private ObjectNode replaced(Snapshot<T> before, ItemChange.Replacement<E> replacement) {
        return before.entries().stream()
                .filter(entry -> entry.item().id() == replacement.id())
                .findFirst()
                .map(entry -> writer.changed(replacement.draft(), VendorJson.item(entry.json())))
                .orElseThrow(() -> new IllegalArgumentException("decided on an item that is not there"));
    }

    private static boolean unknown(Throwable failure) {
        return failure instanceof ChangeFailure known && known.certainty() == Certainty.UNKNOWN;
    }

    private static VendorAnswer.Content nonsense(VendorAnswer.NotModified answer) {
        throw new VendorFailure(VendorFailure.Kind.UNEXPECTED, "answered 'not modified' to a change");
    }

    /** Deleted meanwhile by somebody else; who decides again will see that. */
    private static VendorAnswer.Content gone() {
        throw new VendorFailure(VendorFailure.Kind.CONFLICT, "no longer has what was to be changed");
    }
}

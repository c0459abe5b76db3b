package dev.accountconfig.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.cache.OriginFailure;
import dev.accountconfig.cache.Served;
import dev.accountconfig.document.Document;
import dev.accountconfig.document.DocumentId;
import dev.accountconfig.document.Target;
import dev.accountconfig.schedule.AccountId;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Snapshot;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A collection as the vendor's own clients read it: from the one that is remembered in full, cut down to what is asked for.
 * Deleted objects are not in that one; those who ask for them are answered from a document that holds them too.
 *
 * @param current the collection as it is remembered
 * @param summary the fields of a list, where the caller does not say (contract 0, 3)
 * @param everything the vendor's address of the whole collection, deleted objects included
 */
record VendorCollection<T extends Item>(
        Function<AccountId, Uni<Served<Snapshot<T>>>> current,
        Function<DocumentId, Uni<Served<Document>>> documents,
        List<String> summary,
        Target everything) {
    static final List<String> SUMMARY_OF_HOURS = List.of("id", "name", "deleted", "isDefault");
    static final List<String> SUMMARY_OF_SKILLS = List.of("id", "deleted", "name");

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    /** One object: read only when it is looked at. */
    private record Stored(long id, boolean deleted, Supplier<JsonNode> json) {
        static Stored of(JsonNode node) {
            return new Stored(node.path("id").asLong(), node.path("deleted").asBoolean(), () -> node);
        }
    }

    Uni<RestResponse<byte[]>> list(String account, VendorAsk ask, Inquiry inquiry) {
        AccountId id = Parameters.account(account);
        Selection selection = ask.selection(summary, Selection.of(summary));
        return (ask.deletedToo() ? deletedToo(id) : living(id)).map(served -> list(served, selection, inquiry));
    }

    private static RestResponse<byte[]> list(Served<List<Stored>> served, Selection selection, Inquiry inquiry) {
        List<JsonNode> parts = AccountSchedules.present(served).stream()
                .map(stored -> selection.of(stored.json().get()))
                .toList();
        return Answers.asTheVendor(served, Rendered.json(parts), inquiry);
    }

    Uni<RestResponse<byte[]>> one(String account, String id, VendorAsk ask, Inquiry inquiry) {
        AccountId owner = Parameters.account(account);
        Selection selection = ask.selection(summary, Selection.ALL);
        return holding(owner, id).map(served -> one(served, id, selection, inquiry));
    }

    private static RestResponse<byte[]> one(
            Served<List<Stored>> served, String id, Selection selection, Inquiry inquiry) {
        Stored found = AccountSchedules.present(served).stream()
                .filter(stored -> isOf(stored, id))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.UNKNOWN_ITEM, "There is no such object.")
                        .asException(served));
        return Answers.asTheVendor(
                served, Rendered.json(selection.of(found.json().get())), inquiry);
    }

    /** By its id a deleted object is still to be had (contract 1.8); where nobody can say, it is not there. And it may be living again. */
    private Uni<Served<List<Stored>>> holding(AccountId account, String id) {
        return living(account)
                .chain(living -> holds(living, id)
                        ? Uni.createFrom().item(living)
                        : deletedToo(account)
                                .map(Served::once)
                                .onFailure(OriginFailure.class)
                                .recoverWithItem(living));
    }

    private static boolean holds(Served<List<Stored>> served, String id) {
        return served.value().stream().flatMap(List::stream).anyMatch(stored -> isOf(stored, id));
    }

    private static boolean isOf(Stored stored, String id) {
        return ID.matcher(id).matches() && Long.parseLong(id) == stored.id();
    }

    private Uni<Served<List<Stored>>> living(AccountId account) {
        return current.apply(account)
                .map(served -> served.map(snapshot -> snapshot.entries().stream()
                        .map(each -> new Stored(each.item().id(), each.item().deleted(), () -> Json.tree(each.json())))
                        .filter(stored -> !stored.deleted())
                        .toList()));
    }

    private Uni<Served<List<Stored>>> deletedToo(AccountId account) {
        return documents
                .apply(new DocumentId(account, everything))
                .map(served -> served.map(document -> StreamSupport.stream(
                                Json.tree(document.json()).spliterator(), false)
                        .map(Stored::of)
                        .toList()));
    }
}

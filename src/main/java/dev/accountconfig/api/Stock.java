package dev.accountconfig.api;

import dev.accountconfig.cache.Landing;
import dev.accountconfig.cache.StaleCache;
import dev.accountconfig.document.DocumentId;
import dev.accountconfig.schedule.AccountId;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is remembered of accounts, seen from the store-room: how it stands, thrown away, asked for anew. */
final class Stock {
    static final String DOCUMENTS = "documents";

    /** Of an account; their names are for callers to invent. */
    private static final int MOST_DOCUMENTS = 100;

    private final Map<String, StaleCache<AccountId, ?>> shelves = new LinkedHashMap<>();
    private final Collections collections;

    Stock(Collections collections) {
        this.collections = collections;
        shelves.put("occasions", collections.occasions());
        shelves.put("workdays", collections.workdays());
        shelves.put("skills", collections.skills());
    }

    boolean has(String collection) {
        return shelves.containsKey(collection) || collection.equals(DOCUMENTS);
    }

    /** The collections of the account, and documents as far as they are few; looks at the documents of all accounts. */
    List<KeyView> of(AccountId account) {
        return Stream.concat(onShelves(account), documents(account)).toList();
    }

    List<KeyView> collectionsOf(AccountId account) {
        return onShelves(account).toList();
    }

    private Stream<KeyView> onShelves(AccountId account) {
        return shelves.entrySet().stream()
                .flatMap(shelf ->
                        shelf.getValue().report(account).stream().map(report -> KeyView.of(shelf.getKey(), report)));
    }

    private Stream<KeyView> documents(AccountId account) {
        return collections
                .documents()
                .keys(id -> id.account().equals(account))
                .limit(MOST_DOCUMENTS)
                .flatMap(this::document);
    }

    private Stream<KeyView> document(DocumentId id) {
        return collections.documents().report(id).stream()
                .map(report -> KeyView.of(id.target().path(), report));
    }

    /**
     * On disk too.
     *
     * @param collection empty where everything is meant
     */
    void forget(AccountId account, Optional<String> collection) {
        shelves.forEach((name, shelf) -> {
            if (collection.map(name::equals).orElse(true)) {
                shelf.invalidate(account);
            }
        });
        if (collection.map(DOCUMENTS::equals).orElse(true)) {
            collections.forgetDocuments(account);
        }
    }

    /** Held down or not; empty where there is no one question that would ask for the collection. */
    Optional<Uni<Landing>> renew(AccountId account, String collection) {
        return Optional.ofNullable(shelves.get(collection)).map(shelf -> shelf.renew(account));
    }
}

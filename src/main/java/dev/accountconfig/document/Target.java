package dev.accountconfig.document;

/**
 * The canonical address of a document: path and query below {@code /configuration/}, each character encoded in one way only,
 * parameters in one order only. Two spellings that the vendor must read alike have one target; a spelling that two readers
 * could read in two ways has none.
 *
 * @param path without a slash at either end
 * @param query without the question mark; empty where there is none
 */
public record Target(String path, String query) {
    /**
     * @param rawPath below {@code /configuration/}, as it was sent
     * @param rawQuery as it was sent; empty where there is none
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static Target of(String rawPath, String rawQuery) {
        return new Target(Segments.canonical(rawPath), Query.canonical(rawQuery));
    }

    /** As it goes onto the wire. */
    @Override
    public String toString() {
        return query.isEmpty() ? path : path + "?" + query;
    }
}

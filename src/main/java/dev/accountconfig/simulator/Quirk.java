package dev.accountconfig.simulator;

/**
 * The vendor's behaviour where its contract is silent (contract, section 12): each names the reading that is <em>not</em>
 * the default. The default is the reading that the documents make likeliest, or, where they say nothing, the one that
 * forgives a client least.
 */
public enum Quirk {
    /** Domain API, unknown account or service: 401 instead of 400. */
    UNKNOWN_ACCOUNT_UNAUTHORIZED,
    /** Domain API, unknown account or service: 200 with no {@code baseURIs}. */
    UNKNOWN_ACCOUNT_EMPTY,
    /** Domain API, unknown account or service: 404. */
    UNKNOWN_ACCOUNT_NOT_FOUND,
    /** Domain API, one service: answered in the list form, as the present page shows it (section 4). */
    ONE_DOMAIN_AS_LIST,
    /** Each type counts its own revisions (section 8.1, item 4). */
    REVISION_PER_TYPE,
    /** A 304 has no {@code ac-revision} (section 8.1, item 5). */
    NOT_MODIFIED_WITHOUT_REVISION,
    /** {@code If-Match} on GET means nothing, on the hours resources at least (section 8.1). */
    READS_UNCONDITIONAL,
    /** A stale {@code If-Match} on a write: 412 instead of 409 (section 8.2). */
    STALE_IS_PRECONDITION_FAILED,
    /** PUT and DELETE without {@code If-Match}: 400 (section 8.2). */
    MISSING_IF_MATCH_REFUSED,
    /** PUT of an array of one answers an array instead of the object (section 1.1). */
    ARRAY_OF_ONE_GIVES_ARRAY,
    /** A create answers 201 instead of 200 (section 1.5). */
    CREATED_IS_201,
    /** A name that is taken: 400 instead of 409 (section 8.2). */
    DUPLICATE_NAME_IS_BAD_REQUEST,
    /** The name of a deleted object stays taken (section 12, item 6). */
    DELETED_NAMES_STAY_TAKEN,
    /** GET by id of a deleted object: 404 instead of the object (section 1.8). */
    DELETED_HIDDEN_BY_ID,
    /** {@code include_deleted} is ignored on ac-common (section 1.3). */
    DELETED_NEVER_LISTED,
    /** Unset ids of a skill are absent instead of {@code null} (section 3). */
    UNSET_SKILL_FIELDS_ABSENT,
    /** Events without a rule come without the key {@code recurrence} (section 9). */
    EMPTY_RECURRENCE_ABSENT,
    /**
     * The read-only side is one change behind: what is read at the host that {@code accountConfigReadOnly} was put at, is
     * as it was before the last change of the account. Until the quirk is dropped.
     */
    READ_ONLY_LAGS,
    /** API keys: a time stamp far from the vendor's own clock is let pass (section 6.1; RFC 5849, section 3.3). */
    TIMESTAMPS_UNCHECKED,
    /** API keys: a nonce may come twice (section 6.1; RFC 5849, section 3.3). */
    NONCES_UNCHECKED,
    /** Sentinel: a token comes without {@code expires_in} (section 6.2). */
    TOKENS_WITHOUT_EXPIRES_IN,
    /** No rule of {@link Rule} is enforced on writes. */
    LENIENT
}

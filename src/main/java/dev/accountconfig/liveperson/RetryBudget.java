package dev.accountconfig.liveperson;

/**
 * Retries are paid for by calls: a bucket of tokens into which every call puts a part of one, and from which a retry takes
 * a whole one. Empty at first, so retries are at no time more than their share of calls, and a vendor in trouble never
 * gets more load than that on top. Thread-safe.
 */
final class RetryBudget {
    /** More than this is not saved up: a good week must not pay for a storm. */
    private static final int MOST_SAVED = 10;

    private final double share;
    private double tokens;

    /** @param share of retries in calls, 0 to 1 */
    RetryBudget(double share) {
        this.share = share;
    }

    synchronized void called() {
        tokens = Math.min(MOST_SAVED, tokens + share);
    }

    /** @return whether a retry may be made, which is then paid for */
    synchronized boolean take() {
        boolean paid = tokens >= 1;
        if (paid) {
            tokens -= 1;
        }
        return paid;
    }
}

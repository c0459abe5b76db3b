package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What is cached of some accounts. */
record Keys(List<String> accounts) {
    static final List<String> COLLECTIONS = List.of("occasions", "workdays", "skills");

    private static final String FRESH = "accountconfig-proxy; hit; ttl=\\d+";

    /** A little more than the vendor's own pauses. */
    private static final Duration PREPARATION = Duration.ofMinutes(2);

    private static final Duration FRESH_AND_JITTER = Duration.ofSeconds(67);

    static final Duration FIRST_PAUSE = Duration.ofSeconds(6);

    static final Duration LONGEST_PAUSE = Duration.ofMinutes(9);

    int count() {
        return accounts.size() * COLLECTIONS.size();
    }

    /** A path for each key. */
    Stream<String> paths() {
        return accounts.stream().flatMap(account -> COLLECTIONS.stream().map(collection -> path(account, collection)));
    }

    static String path(String account, String collection) {
        return "/v1/accounts/" + account + "/" + collection;
    }

    /** Reads them all, so that those that are not take off. */
    void areFresh() {
        assertThat(read()).allSatisfy(status -> assertThat(status).matches(FRESH));
    }

    /** The same, said and not asserted. */
    boolean wereFresh() {
        return read().stream().allMatch(status -> status.matches(FRESH));
    }

    private List<String> read() {
        return paths().map(path -> given().get(path).header("Cache-Status")).toList();
    }

    /** All of one age, from whatever was before; the vendor is well now. */
    void becomeFresh(MovableTime time) {
        time.pass(LONGEST_PAUSE);
        read();
        Eventually.holdsWithin(PREPARATION, () -> {
            time.pass(FIRST_PAUSE);
            areFresh();
            addressesAreFresh();
        });
        time.pass(FRESH_AND_JITTER);
        Eventually.holdsWithin(PREPARATION, this::areFresh);
    }

    private static void addressesAreFresh() {
        assertThat(Metrics.sum("accountconfig_cache_entries", "\"domains\"", "\"fresh\""))
                .isEqualTo(Metrics.sum("accountconfig_cache_entries", "\"domains\""));
    }

    /** Every key has landed, or is held down; where the service knows no other keys than these. */
    void areFreshOrHeldDown() {
        assertThat(known()).isEqualTo(count());
    }

    /** Those that are fresh or held down, so that nothing is under way for them. */
    double known() {
        return known("accountconfig_cache_entries", "\"fresh\"") + known("accountconfig_cache_held_down", "");
    }

    private static double known(String metric, String label) {
        return COLLECTIONS.stream()
                .mapToDouble(collection -> Metrics.sum(metric, '"' + collection + '"', label))
                .sum();
    }

    /** How long that took. */
    Duration untilFresh() {
        long start = System.nanoTime();
        Eventually.holds(this::areFresh);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}

package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.cache.Basis;
import dev.accountconfig.cache.Outcome;
import dev.accountconfig.cache.Served;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9111 section 5 and RFC 9211, for every way of being served. */
class CacheHeadersTest {

    private static CacheHeaders headers(Outcome outcome, long ageMillis, long ttlMillis, boolean collapsed) {
        return CacheHeaders.of(new Served<>(
                Optional.of("v"),
                outcome,
                collapsed,
                Duration.ofMillis(ageMillis),
                Duration.ofMillis(ttlMillis),
                null,
                Basis.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HIT            | 19000  | 41000   | ; hit; ttl=41",
                "NEGATIVE       | 19000  | 11000   | ; hit; ttl=11; detail=negative",
                "STALE          | 63000  | -3000   | ; hit; ttl=-3; detail=stale-while-revalidate",
                "STALE_IF_ERROR | 372000 | -312000 | ; hit; ttl=-312; detail=stale-if-error",
                "FETCHED        | 0      | 60000   | ; fwd=miss; fwd-status=200; stored",
                "REFRESHED      | 0      | 60000   | ; fwd=stale; fwd-status=200; stored",
                "REVALIDATED    | 0      | 60000   | ; fwd=stale; fwd-status=304",
                "FAILED         | 0      | 0       | ; fwd=miss; detail=unavailable"
            })
    void cacheStatusSaysHowTheReaderWasServed(Outcome outcome, long age, long ttl, String status) {
        assertThat(headers(outcome, age, ttl, false).cacheStatus()).isEqualTo("accountconfig-proxy" + status);
    }

    @Test
    void aReaderThatWaitedForTheFlightOfAnotherIsToldSo() {
        assertThat(headers(Outcome.REVALIDATED, 0, 60_000, true).cacheStatus())
                .isEqualTo("accountconfig-proxy; fwd=stale; fwd-status=304; collapsed");
    }

    @Test
    void aFetchedAbsenceIsA404() {
        Served<String> absent = new Served<>(
                Optional.empty(), Outcome.FETCHED, false, Duration.ZERO, Duration.ofSeconds(30), null, Basis.NONE);
        assertThat(CacheHeaders.of(absent).cacheStatus()).contains("fwd-status=404");
    }

    @ParameterizedTest
    @CsvSource({"0, 60000", "19000, 41000", "19999, 40001", "19500, 40500", "59100, 900", "500, 59500"})
    void whatACallerIsToldNeverOutlivesWhatTheCacheBelieves(long age, long ttl) {
        CacheHeaders headers = headers(Outcome.HIT, age, ttl, false);
        long maxAge = headers.cacheControl().contains("max-age=")
                ? Long.parseLong(headers.cacheControl().replaceAll(".*max-age=", ""))
                : 0;
        assertThat((maxAge - headers.age()) * 1000).isLessThanOrEqualTo(ttl);
        assertThat(headers.cacheControl()).startsWith("private");
    }

    @Test
    void aStaleAnswerMustBeAskedForAgain() {
        assertThat(headers(Outcome.STALE, 63_000, -3_000, false).cacheControl()).isEqualTo("private, no-cache");
    }

    @Test
    void ageIsWholeSecondsSinceTheOriginsWord() {
        assertThat(headers(Outcome.HIT, 19_999, 40_001, false).age()).isEqualTo(19);
    }
}

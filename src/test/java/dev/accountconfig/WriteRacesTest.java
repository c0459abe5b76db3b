package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Promise R3 over HTTP: readers race with changes, revalidations, slow fills and failing ones, and none that began after a
 * change was acknowledged reads anything older.
 */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
@MayWarn("The (occasions|domains) of cold\\d\\d cannot be refreshed")
class WriteRacesTest {
    private static final long SEED = 20_261_122;
    private static final String COLLECTION = "/v1/accounts/cold80/occasions";
    private static final int ROUNDS = 500;
    private static final int READERS = 20;
    private static final Pattern VERSION = Pattern.compile("\"description\":\"v(\\d+)\"");

    private final Random random = new Random(SEED);
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger changes = new AtomicInteger();

    Simulator vendor;

    @Inject
    MovableTime time;

    @AfterEach
    void heal() {
        vendor.clearMishaps();
    }

    @Test
    void tenThousandReadsAmongFiveHundredChangesSeeNothingOlderThanWhatWasAcknowledged() {
        String item = created();
        int read = 0;
        try (Crowd crowd = new Crowd(RestAssured.port, READERS + 1)) {
            for (int round = 1; round <= ROUNDS; round++) {
                disturb();
                read += race(crowd, item, round);
                vendor.clearMishaps();
            }
        }
        assertThat(read).as("seed " + SEED).isGreaterThanOrEqualTo(ROUNDS * READERS * 9 / 10);
        assertThat(changes.get()).as("seed " + SEED).isGreaterThanOrEqualTo(ROUNDS / 2);
        Numbers.write(
                "write-races",
                "%d reads among %d acknowledged changes, 0 older than what was acknowledged"
                        .formatted(read, changes.get()));
    }

    private static String created() {
        long id = given().contentType("application/json")
                .body(body(0))
                .post(COLLECTION)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getLong("id");
        return COLLECTION + "/" + id;
    }

    private static String body(int version) {
        return """
                {"name": "Races", "description": "v%d", "events": [{"name": "a", "working": false,
                 "start": "2027-01-01", "end": "2027-01-02", "timeZone": "Europe/London"}]}""".formatted(version);
    }

    /** Something is due, and something is slow, or nothing, or fails: seldom enough for the breaker to stay closed. */
    private void disturb() {
        time.pass(Duration.ofSeconds(random.nextInt(100)));
        int next = 1 + random.nextInt(3);
        switch (random.nextInt(30)) {
            case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 ->
                vendor.let(Requests.OCCASIONS).of("cold80").next(next).suffer(slow());
            case 10 -> vendor.let(Requests.OCCASIONS).of("cold80").next(next).suffer(new Mishap.Reset());
            case 11 ->
                vendor.let(Requests.OCCASIONS).of("cold80").next(next).suffer(new Mishap.Fail(503, Mishap.Body.EMPTY));
            default -> {}
        }
    }

    private Mishap slow() {
        return new Mishap.Slow(Duration.ofMillis(1 + random.nextInt(30)));
    }

    /** Half of the readers begin before the change, half after it; the writer is among them. */
    private int race(Crowd crowd, String item, int round) {
        int before = random.nextInt(READERS);
        List<Reading> early =
                IntStream.range(0, before).mapToObj(i -> read(crowd, item)).toList();
        write(item, round);
        List<Reading> late = IntStream.range(before, READERS)
                .mapToObj(i -> read(crowd, item))
                .toList();
        return judged(early) + judged(late);
    }

    private record Reading(int floor, CompletableFuture<Crowd.Answered> answer) {}

    private Reading read(Crowd crowd, String item) {
        return new Reading(acknowledged.get(), crowd.begin(item));
    }

    private void write(String item, int version) {
        String tag = given().get(item).header("ETag");
        if (tag == null) {
            return;
        }
        int status = given().contentType("application/json")
                .header("If-Match", tag)
                .body(body(version))
                .put(item)
                .statusCode();
        if (status == 200) {
            acknowledged.set(version);
            changes.incrementAndGet();
        }
    }

    private static int judged(List<Reading> readings) {
        return (int) readings.stream().filter(WriteRacesTest::judged).count();
    }

    /** Where nothing was known and the vendor failed, there is nothing to be older than anything. */
    private static boolean judged(Reading reading) {
        Crowd.Answered answer = reading.answer().join();
        if (answer.status() == 503) {
            return false;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        Matcher version = VERSION.matcher(answer.body());
        assertThat(version.find()).as(answer.toString()).isTrue();
        assertThat(Integer.parseInt(version.group(1))).as("seed " + SEED).isGreaterThanOrEqualTo(reading.floor());
        return true;
    }
}

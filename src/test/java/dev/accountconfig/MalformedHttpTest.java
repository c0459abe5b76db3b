package dev.accountconfig;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.simulator.Simulator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Promise R16: nothing that follows a refused head is ever run, no malformed request is an error of ours. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class MalformedHttpTest {
    private static final int CASES = 10_000;
    private static final long SEED = 9112;
    private static final int PATIENCE = 400;

    /** Its answer repeats it. */
    private static final String MARK = "/marked/";

    private static final String NEXT = "GET " + MARK + "%d HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String LAST = "GET /last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    /** Would be seen by the vendor. */
    private static final String WRITE =
            "DELETE /api/account/31415926/configuration/ac-common/specialoccasion/%d HTTP/1.1\r\n"
                    + "Host: localhost\r\n\r\n";

    Simulator vendor;

    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    @Test
    void whatFollowsARefusedHeadIsNeverARequest() throws Exception {
        for (String read : List.of("hours", "findings")) {
            Eventually.holds(
                    () -> given().get("/v1/accounts/31415926/" + read).then().statusCode(200));
        }
        vendor.forgetRequests();
        ExecutorService clients = Executors.newFixedThreadPool(16);
        List<Future<List<String>>> all = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            int number = i;
            all.add(clients.submit(() -> number % 2 == 0 ? tricked(number) : garbled(number)));
        }
        List<String> wrong = new ArrayList<>();
        for (Future<List<String>> one : all) {
            wrong.addAll(one.get());
        }
        clients.shutdown();
        Numbers.write(
                "malformed-http",
                "%d malformed requests, seed %d: %d refused, %d served as another well-formed one, %d never ended"
                        .formatted(CASES, SEED, refused.get(), served.get(), unanswered.get()),
                "%d desyncs, answers 5xx or answers after the last".formatted(wrong.size()));
        assertThat(wrong).isEmpty();
        assertThat(vendor.requests())
                .as("hidden writes")
                .noneMatch(request -> request.method().equals("DELETE"));
        assertThat(refused.get()).isGreaterThan(CASES * 3 / 4);
    }

    /** Must be refused, whatever the trick. */
    private List<String> tricked(int number) throws IOException {
        Random chance = new Random(SEED + number);
        String hidden = (chance.nextBoolean() ? NEXT : WRITE).formatted(number);
        String sent = Garbling.trick(chance, hidden) + LAST;
        Wiretap heard = Wiretap.of(RestAssured.port, sent, 5_000);
        List<String> wrong = judge(sent, heard);
        if (heard.answers().size() != 1 || !heard.closed() || !isRefusal(sent, heard.first())) {
            wrong.add("not refused: " + sent + "\n->" + heard);
        }
        return wrong;
    }

    /** The decoder has mercy on an HTTP/1.0 of two lengths; its connection ends with the answer. */
    private static boolean isRefusal(String sent, Wiretap.Answer answer) {
        return answer.status() / 100 == 4 || (sent.contains("HTTP/1.0\r\n") && sent.contains("Content-Length"));
    }

    private List<String> garbled(int number) throws IOException {
        String sent = Garbling.byChance(new Random(SEED + number)) + NEXT.formatted(number) + LAST;
        return judge(sent, Wiretap.of(RestAssured.port, sent, PATIENCE));
    }

    private List<String> judge(String sent, Wiretap heard) {
        List<String> wrong = new ArrayList<>();
        List<Wiretap.Answer> answers = heard.answers();
        for (int i = 0; i < answers.size(); i++) {
            Wiretap.Answer answer = answers.get(i);
            if (answer.status() >= 500 || answer.status() < 200 && answer.status() != 100) {
                wrong.add("status: " + sent + "\n->" + heard);
            }
            if (answer.closing() && i < answers.size() - 1) {
                wrong.add("answered after the last: " + sent + "\n->" + heard);
            }
            if (answer.status() == 400 && answer.body().isEmpty()) {
                wrong.add("no words: " + sent + "\n->" + heard);
            }
        }
        (answers.isEmpty() || !heard.closed() ? unanswered : answers.size() == 1 ? refused : served).incrementAndGet();
        return wrong;
    }
}

package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway that speaks HTTP/2, on one connection, finds what a client of HTTP/1.1 finds. */
@QuarkusTest
@QuarkusTestResource(SimulatedVendor.class)
class Http2Test {
    private static final String OCCASIONS = "/v1/accounts/cold90/occasions";
    private static final String DOCUMENT = "/api/account/cold90/configuration/ac-common/specialoccasion/1";

    @Inject
    Vertx vertx;

    private HttpClient gateway;

    @BeforeEach
    void connect() {
        gateway = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setDefaultPort(RestAssured.port));
    }

    @AfterEach
    void disconnect() {
        of(gateway.close());
    }

    private static <T> T of(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private HttpClientRequest ask(HttpMethod method, String target) {
        return of(gateway.request(method, target)).putHeader("Content-Type", "application/json");
    }

    private static int status(HttpClientRequest request) {
        return of(request.send()).statusCode();
    }

    @Test
    void aReadIsAnsweredTheFirstTimeAndAgain() {
        assertThat(status(ask(HttpMethod.GET, OCCASIONS))).isEqualTo(200);
        assertThat(status(ask(HttpMethod.GET, OCCASIONS))).isEqualTo(200);
        HttpClientRequest known = ask(HttpMethod.GET, OCCASIONS).putHeader("If-None-Match", "*");
        assertThat(status(known)).isEqualTo(304);
    }

    @Test
    void aDeletionWithoutABodyIsADeletion() {
        assertThat(status(ask(HttpMethod.DELETE, OCCASIONS + "/4101000110"))).isEqualTo(428);
    }

    @Test
    void aBodyOfADeletionThatNeverEndsTakesNoThreadAndNoMoreThanItMay() {
        HttpClientRequest deletion = ask(HttpMethod.DELETE, DOCUMENT).setChunked(true);
        Future<HttpClientResponse> response = deletion.response();
        of(deletion.sendHead());
        for (int i = 0; i < 5; i++) {
            Future<Void> unused = deletion.write(Buffer.buffer(new byte[16 << 10]));
        }
        assertThat(of(response).statusCode()).isEqualTo(413);
    }

    @Test
    void uploadsThatAreRefusedDoNotStopTheOthersOnTheConnection() {
        List<HttpClientRequest> endless = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            HttpClientRequest upload = ask(HttpMethod.POST, OCCASIONS);
            Future<HttpClientResponse> response = upload.response();
            of(upload.setChunked(true).sendHead());
            Future<Void> unused = upload.write(Buffer.buffer(new byte[16 << 10]));
            assertThat(of(response).statusCode()).isEqualTo(411);
            endless.add(upload);
        }
        HttpClientRequest whole = ask(HttpMethod.POST, OCCASIONS);
        assertThat(of(whole.send(Buffer.buffer(" ".repeat(60 << 10)))).statusCode())
                .isEqualTo(400);
        assertThat(endless).hasSize(20);
    }
}

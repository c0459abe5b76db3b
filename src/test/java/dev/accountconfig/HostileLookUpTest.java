package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.simulator.Mishap;
import dev.accountconfig.simulator.Requests;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise R5: however the Domain API lies, the address known before stays in use, and nothing is sent anywhere else. */
@QuarkusTest
@QuarkusTestResource(value = HostileLookUpTest.Vendor.class, restrictToAnnotatedClass = true)
@MayWarn("The domains of \\w+ cannot be refreshed")
class HostileLookUpTest {
    private static final int ANSWERS = 1_200;
    private static final Duration STALE = Duration.ofMinutes(11);
    private static final List<String> ACCOUNTS = List.of("31415926", "key01", "token01");
    private static final List<String> SERVICES =
            List.of("accountConfigReadOnly", "accountConfigReadWrite", "agentVep", "sentinel");

    /** The vendor that most tests share, for this class alone: a thousand look-ups take a week of its time. */
    public static class Vendor extends SimulatedVendor {
        @Override
        public int order() {
            return 1;
        }
    }

    Simulator vendor;

    @Inject
    MovableTime time;

    @Inject
    MeterRegistry registry;

    @AfterEach
    void heal() {
        vendor.clearMishaps();
    }

    @Test
    void aThousandLiesLeaveTheAddressInUseAndNobodyElseHearsAWord() {
        ACCOUNTS.forEach(account -> answers(account));
        double refusedBefore = refused();
        int named = 0;
        try (Listener listener = Listener.open()) {
            Random random = new Random(5);
            for (int i = 0; i < ANSWERS; i++) {
                String account = ACCOUNTS.get(i % ACCOUNTS.size());
                Lie lie = i % 6 == 5
                        ? nonsense(account, random)
                        : host(account, Lies.host(random, listener.port()), random);
                named += lie.namesAHost() ? 1 : 0;
                tell(account, lie);
            }
            vendor.clearMishaps();
            time.pass(STALE);
            ACCOUNTS.forEach(account -> answers(account));
            assertThat(listener.connections()).isZero();
            assertThat(listener.bytes()).isZero();
        }
        double counted = refused() - refusedBefore;
        Numbers.write(
                "hostile-look-ups",
                "%d answers, %d of them named a host, %.0f counted as refused".formatted(ANSWERS, named, counted),
                "0 connections and 0 bytes at the address that they would have led to");
        assertThat(counted).isEqualTo(named);
    }

    /** @param namesAHost a text for a service that this account cannot do without, or may be written at */
    private record Lie(String body, boolean namesAHost) {}

    /** One of the services lies elsewhere, or all of them do. */
    private Lie host(String account, String host, Random random) {
        String liar = random.nextInt(3) == 0 ? "" : SERVICES.get(random.nextInt(SERVICES.size()));
        JsonArray list = new JsonArray();
        boolean needed = false;
        for (String service : SERVICES) {
            boolean lies = liar.isEmpty() || liar.equals(service);
            needed |= lies && isNeeded(account, service);
            list.add(new JsonObject()
                    .put("service", service)
                    .put("account", account)
                    .put("baseURI", lies ? host : vendor.host()));
        }
        return new Lie(new JsonObject().put("baseURIs", list).encode(), needed);
    }

    private static boolean isNeeded(String account, String service) {
        return switch (service) {
            case "agentVep" -> account.equals("31415926");
            case "sentinel" -> account.equals("token01");
            default -> true;
        };
    }

    private Lie nonsense(String account, Random random) {
        String other = Lies.nonsense(random);
        return new Lie(
                other.isEmpty()
                        ? "{\"baseURIs\":[{\"service\":\"accountConfigReadOnly\",\"account\":\"" + account
                                + "\",\"baseURI\":" + Lies.value(random) + "}]}"
                        : other,
                false);
    }

    private void tell(String account, Lie lie) {
        vendor.clearMishaps();
        vendor.let(Requests.DOMAINS).of(account).suffer(new Mishap.Say(lie.body()));
        long before = vendor.count(Service.DOMAINS, account);
        double ended = lookUps();
        time.pass(STALE);
        answers(account);
        Eventually.holds(() -> {
            assertThat(vendor.count(Service.DOMAINS, account)).isEqualTo(before + 1);
            assertThat(lookUps()).isGreaterThan(ended);
        });
    }

    /** A reader, and whatever is behind it: the vendor is asked at the old address. */
    private void answers(String account) {
        long before = vendor.count(Service.OCCASIONS, account);
        Eventually.holds(() -> {
            RestAssured.given()
                    .get("/v1/accounts/" + account + "/occasions")
                    .then()
                    .statusCode(200);
            assertThat(vendor.count(Service.OCCASIONS, account)).isGreaterThan(before);
        });
    }

    private double lookUps() {
        return registry.find("accountconfig.cache.flights").tag("collection", "domains").functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    private double refused() {
        return registry.get("accountconfig.upstream.hosts.refused").counter().count();
    }
}

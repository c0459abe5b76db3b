package dev.accountconfig;

import static io.restassured.RestAssured.given;

import dev.accountconfig.simulator.Received;
import dev.accountconfig.simulator.Service;
import dev.accountconfig.simulator.Simulator;
import io.restassured.response.Response;
import java.util.List;

/** Somebody who changes one collection of an account, and can look over the vendor's shoulder. */
record Planner(Simulator vendor, Service service, String collection, String account) {
    static Planner ofOccasions(Simulator vendor, String account) {
        return new Planner(vendor, Service.OCCASIONS, "occasions", account);
    }

    static Planner ofWorkdays(Simulator vendor, String account) {
        return new Planner(vendor, Service.WORKDAYS, "workdays", account);
    }

    String path() {
        return "/v1/accounts/" + account + "/" + collection;
    }

    Response list() {
        return given().get(path());
    }

    Response get(long id) {
        return given().get(path() + "/" + id);
    }

    String tag(long id) {
        return get(id).header("ETag");
    }

    Response post(String body) {
        return given().contentType("application/json").body(body).post(path());
    }

    Response post(String key, String body) {
        return given().header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path());
    }

    Response put(long id, String tag, String body) {
        return given().header("If-Match", tag)
                .contentType("application/json")
                .body(body)
                .put(path() + "/" + id);
    }

    Response delete(long id, String tag) {
        return given().header("If-Match", tag).delete(path() + "/" + id);
    }

    /** Changes that the vendor was sent, however they ended. */
    List<Received> sent() {
        return vendor.requests(service).stream()
                .filter(request -> request.account().equals(account))
                .filter(request -> !request.method().equals("GET"))
                .toList();
    }
}

package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;

/** A reader that has asked, and what came of it. */
final class Reading {
    private final UniAssertSubscriber<Served<String>> subscriber;

    private Reading(UniAssertSubscriber<Served<String>> subscriber) {
        this.subscriber = subscriber;
    }

    static Reading of(Uni<Served<String>> answer) {
        return new Reading(answer.subscribe().withSubscriber(UniAssertSubscriber.create()));
    }

    Reading isServed(String value, Outcome outcome) {
        Served<String> served = subscriber.assertCompleted().getItem();
        assertThat(served.value()).contains(value);
        assertThat(served.outcome()).isEqualTo(outcome);
        return this;
    }

    Reading isServedNothing(Outcome outcome) {
        Served<String> served = subscriber.assertCompleted().getItem();
        assertThat(served.value()).isEmpty();
        assertThat(served.outcome()).isEqualTo(outcome);
        return this;
    }

    Reading ofAge(Duration age) {
        assertThat(subscriber.getItem().age()).isEqualTo(age);
        return this;
    }

    Reading withTtl(Duration ttl) {
        assertThat(subscriber.getItem().ttl()).isEqualTo(ttl);
        return this;
    }

    Reading at(String revision) {
        assertThat(subscriber.getItem().revision()).isEqualTo(revision);
        return this;
    }

    Reading collapsed() {
        assertThat(subscriber.getItem().collapsed()).isTrue();
        return this;
    }

    Reading waits() {
        subscriber.assertNotTerminated();
        return this;
    }

    Reading isRefused(Duration retryAfter) {
        subscriber.assertFailedWith(OriginFailure.class);
        assertThat(((OriginFailure) subscriber.getFailure()).retryAfter()).isEqualTo(retryAfter);
        return this;
    }

    Throwable failure() {
        return subscriber.getFailure();
    }

    void leaves() {
        subscriber.cancel();
    }
}

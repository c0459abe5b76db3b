package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;

/** Somebody who has asked for a change, and what came of it. */
final class Changing {
    private final UniAssertSubscriber<WriteThrough.Made<String>> subscriber;

    private Changing(UniAssertSubscriber<WriteThrough.Made<String>> subscriber) {
        this.subscriber = subscriber;
    }

    static Changing of(Uni<WriteThrough.Made<String>> change) {
        return new Changing(change.subscribe().withSubscriber(UniAssertSubscriber.create()));
    }

    Changing waits() {
        subscriber.assertNotTerminated();
        return this;
    }

    void isMade(String before, String after, String revision) {
        assertThat(subscriber.assertCompleted().getItem())
                .isEqualTo(new WriteThrough.Made<>(before, new Held<>(after, revision)));
    }

    void failed(ChangeFailure.Certainty certainty) {
        subscriber.assertFailedWith(ChangeFailure.class);
        assertThat(((ChangeFailure) subscriber.getFailure()).certainty()).isEqualTo(certainty);
    }

    Throwable failure() {
        return subscriber.getFailure();
    }

    void leaves() {
        subscriber.cancel();
    }
}

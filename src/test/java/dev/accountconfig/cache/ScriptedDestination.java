package dev.accountconfig.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A destination that remembers each change and answers when the test says so. */
final class ScriptedDestination implements Destination<String, String, String> {
    private final List<Sent> all = new ArrayList<>();

    static final class Sent {
        final String key;
        final Held<String> before;
        final String change;
        private final UniEmitter<? super Held<String>> sender;

        private Sent(String key, Held<String> before, String change, UniEmitter<? super Held<String>> sender) {
            this.key = key;
            this.before = before;
            this.change = change;
            this.sender = sender;
        }

        void make(String value, String revision) {
            sender.complete(new Held<>(value, revision));
        }

        void fail(ChangeFailure.Certainty certainty) {
            fail(new ChangeFailure(certainty, "said so", Duration.ZERO));
        }

        void fail(Throwable failure) {
            sender.fail(failure);
        }
    }

    @Override
    public Uni<Held<String>> change(String key, Held<String> before, String change) {
        return Uni.createFrom().emitter(sender -> all.add(new Sent(key, before, change, sender)));
    }

    int sent() {
        return all.size();
    }

    Sent last() {
        return all.get(all.size() - 1);
    }
}

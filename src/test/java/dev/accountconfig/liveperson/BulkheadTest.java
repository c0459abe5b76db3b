package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.liveperson.VendorFailure.Kind;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final List<Unguarded> built = new ArrayList<>();
    private final List<UniEmitter<? super VendorAnswer>> inside = new ArrayList<>();

    private final Bulkhead bulkhead = new Bulkhead(() -> {
        built.add(new Unguarded());
        return built.get(built.size() - 1);
    });

    private UniAssertSubscriber<VendorAnswer> pass() {
        return bulkhead.admit(() -> Uni.createFrom().emitter(inside::add))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private void answer(int index) {
        inside.get(index).complete(Said.content(Buffer.buffer("[]"), "1"));
    }

    @Test
    void callsThatOverlapPassTheSameGuard() {
        pass();
        pass();
        answer(0);
        pass();
        assertThat(inside).hasSize(3);
        assertThat(built).hasSize(1);
    }

    @Test
    void theLastToLeaveTakesItAlong() {
        pass();
        pass();
        answer(1);
        inside.get(0).fail(new VendorFailure(Kind.FAILING, "failed"));
        pass();
        assertThat(built).hasSize(2);
    }

    @Test
    void whoIsNotLetInIsNotCountedAmongThoseInside() {
        pass();
        built.get(0).shut();
        assertThat(pass().getFailure()).isInstanceOf(BulkheadException.class);
        pass();
        assertThat(built).hasSize(1);
        answer(0);
        pass();
        assertThat(built).hasSize(2);
    }
}

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

class BriefGuardTest {
    private final List<OpenGuard> built = new ArrayList<>();
    private final List<UniEmitter<? super VendorAnswer>> inside = new ArrayList<>();
    private boolean forgettable = true;

    private final BriefGuard guard = new BriefGuard(
            () -> {
                built.add(new OpenGuard());
                return built.get(built.size() - 1);
            },
            BulkheadException.class,
            () -> forgettable);

    private UniAssertSubscriber<VendorAnswer> pass() {
        return guard.pass(() -> Uni.createFrom().emitter(inside::add))
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
    void oneWithSomethingToRememberStays() {
        forgettable = false;
        pass();
        answer(0);
        pass();
        assertThat(built).hasSize(1);
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

package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A name stands for one attempt, until it is known to have failed. */
class RepeatsTest {
    private static final RuntimeException REFUSED = new IllegalArgumentException("refused");
    private static final RuntimeException WHO_KNOWS = new IllegalStateException("who knows");

    private final HandMovedTime time = new HandMovedTime();
    private final Repeats<String, String> repeats =
            new Repeats<>(time, String::length, failure -> failure == WHO_KNOWS);

    private final List<Boolean> attempts = new ArrayList<>();

    private Uni<String> ask(String name, String content, Uni<String> outcome) {
        return repeats.once(name, content, doubt -> {
                    attempts.add(doubt);
                    return outcome;
                })
                .orElseThrow()
                .outcome();
    }

    private String succeed(String name) {
        return ask(name, "a", Uni.createFrom().item("made")).await().indefinitely();
    }

    private void fail(String name, RuntimeException failure) {
        assertThatThrownBy(() -> ask(name, "a", Uni.createFrom().failure(failure))
                        .await()
                        .indefinitely())
                .isSameAs(failure);
    }

    @Test
    void aSuccessIsToldAgain() {
        succeed("n");
        assertThat(ask("n", "a", Uni.createFrom().item("other")).await().indefinitely())
                .isEqualTo("made");
        assertThat(attempts).hasSize(1);
    }

    @Test
    void whoComesWhileItIsUnderWayJoinsAndMayLeave() {
        CompletableFuture<String> under = new CompletableFuture<>();
        Uni<String> way = Uni.createFrom().completionStage(under);
        ask("n", "a", way).subscribe().with(made -> {}).cancel();
        CompletableFuture<String> joined = ask("n", "a", way).subscribeAsCompletionStage();
        under.complete("made");
        assertThat(joined).isCompletedWithValue("made");
        assertThat(attempts).hasSize(1);
    }

    @Test
    void anotherContentUnderAKnownNameIsNotAttempted() {
        succeed("n");
        assertThat(repeats.once("n", "b", doubt -> Uni.createFrom().item("other")))
                .isEmpty();
    }

    @Test
    void whatFailedForCertainIsAsIfItHadNeverBeen() {
        fail("n", REFUSED);
        assertThat(ask("n", "b", Uni.createFrom().item("other")).await().indefinitely())
                .isEqualTo("other");
        assertThat(attempts).containsExactly(false, false);
    }

    @Test
    void aDoubtIsRememberedUntilASuccess() {
        fail("n", WHO_KNOWS);
        fail("n", REFUSED);
        assertThat(repeats.once("n", "b", doubt -> Uni.createFrom().item("other")))
                .isEmpty();
        succeed("n");
        succeed("n");
        assertThat(attempts).containsExactly(false, true, true);
    }

    @Test
    void aNameIsForgottenAfterADay() {
        succeed("n");
        time.pass(Repeats.KEPT);
        succeed("n");
        assertThat(attempts).hasSize(2);
    }

    @Test
    void theOldestGoesWhereThereAreTooMany() {
        for (int name = 0; name <= Repeats.MOST; name++) {
            succeed("n" + name);
            time.pass(Duration.ofMillis(1));
        }
        attempts.clear();
        succeed("n1");
        assertThat(attempts).isEmpty();
        succeed("n0");
        assertThat(attempts).hasSize(1);
    }

    @Test
    void theOldestGoesWhereTheyWeighTooMuch() {
        String half = "x".repeat((int) (Repeats.MOST_WEIGHT / 2));
        for (String name : List.of("a", "b", "c")) {
            ask(name, "a", Uni.createFrom().item(half)).await().indefinitely();
        }
        attempts.clear();
        succeed("b");
        assertThat(attempts).isEmpty();
        succeed("a");
        assertThat(attempts).hasSize(1);
    }
}

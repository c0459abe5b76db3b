package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SharedTest {
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    @Test
    void equalValuesAreHeldOnce() {
        Shared<LocalDate> shared = new Shared<>(4);
        shared.of(CHRISTMAS);
        assertThat(shared.of(LocalDate.of(2026, 12, 25))).isSameAs(CHRISTMAS);
    }

    @Test
    void howeverManyValuesThereAreEachIsEqualToWhatWasRead() {
        Shared<LocalDate> shared = new Shared<>(4);
        List<LocalDate> days =
                IntStream.range(0, 1000).mapToObj(CHRISTMAS::plusDays).toList();
        assertThat(days.stream().map(shared::of)).containsExactlyElementsOf(days);
        assertThat(days.stream().map(shared::of)).containsExactlyElementsOf(days);
    }

    @Test
    void aValueThatNoItemHasAnyLongerIsNotKept() {
        Shared<LocalDate> shared = new Shared<>(4);
        WeakReference<LocalDate> gone = new WeakReference<>(shared.of(LocalDate.of(2026, 12, 25)));

        Awaitility.await().until(() -> {
            System.gc();
            return gone.get() == null;
        });
        assertThat(shared.of(CHRISTMAS)).isSameAs(CHRISTMAS);
    }
}

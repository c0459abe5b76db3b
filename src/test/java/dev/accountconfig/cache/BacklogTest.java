package dev.accountconfig.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What is done to files, and in which order, while the disk is slower than those who write. */
class BacklogTest {
    private static final Path A = Path.of("a");
    private static final Path B = Path.of("b");

    private final Queue<Runnable> worker = new ArrayDeque<>();
    private final Backlog backlog = new Backlog(worker::add);
    private final List<String> done = new ArrayList<>();

    private void write(Path file, String what) {
        backlog.write(file, () -> done.add(what));
    }

    private void remove(Path file, String what) {
        backlog.remove(file, () -> done.add(what));
    }

    private void workOff() {
        for (Runnable work = worker.poll(); work != null; work = worker.poll()) {
            work.run();
        }
    }

    @Test
    void onlyTheNewestOfWhatWaitsForAFileIsDone() {
        write(A, "a1");
        write(B, "b1");
        write(A, "a2");
        workOff();
        assertThat(done).containsExactly("a2", "b1");
    }

    @Test
    void aRemovalOvertakesEveryWriteAndReplacesThatOfItsFile() {
        write(A, "a1");
        write(B, "b1");
        remove(B, "no b");
        workOff();
        assertThat(done).containsExactly("no b", "a1");
    }

    @Test
    void aWriteAfterARemovalReplacesIt() {
        remove(A, "no a");
        write(A, "a1");
        workOff();
        assertThat(done).containsExactly("a1");
    }

    @Test
    void aRemovalThatComesDuringTheWriteOfItsFileIsDoneNext() {
        backlog.write(A, () -> {
            remove(A, "no a");
            done.add("a1");
        });
        write(B, "b1");
        workOff();
        assertThat(done).containsExactly("a1", "no a", "b1");
    }

    @Test
    void workThatComesAfterTheLastWasDoneIsDoneToo() {
        write(A, "a1");
        workOff();
        write(A, "a2");
        workOff();
        assertThat(done).containsExactly("a1", "a2");
    }

    @Test
    void oneTaskAtATimeIsWithTheWorker() {
        write(A, "a1");
        write(B, "b1");
        remove(A, "no a");
        assertThat(worker).hasSize(1);
    }

    @Test
    void aWorkerThatDoesNotComeToItHoldsUpTheEndNoLongerThanTheLimit() {
        write(A, "a1");
        backlog.close(Duration.ofMillis(20));
        workOff();
        write(A, "a2");
        workOff();
        assertThat(done).isEmpty();
    }

    @Test
    void whatWaitsAtTheEndIsDoneWhereThereIsTime() {
        Backlog prompt = new Backlog(Runnable::run);
        prompt.write(A, () -> done.add("a1"));
        prompt.close(Duration.ofSeconds(20));
        prompt.write(A, () -> done.add("a2"));
        assertThat(done).containsExactly("a1");
    }
}

package dev.accountconfig.faults;

import java.util.concurrent.atomic.AtomicLong;

/** Connections of clients, and the bytes they exchanged. */
public final class Tally {

    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();

    Tally() {}

    /** All connections so far, whatever became of them. */
    public long accepted() {
        return accepted.get();
    }

    /** Connections of this moment. */
    public long open() {
        return open.get();
    }

    /** Bytes that came from clients, swallowed ones as well. */
    public long bytesAsked() {
        return asked.get();
    }

    /** Bytes that were sent to clients. */
    public long bytesAnswered() {
        return answered.get();
    }

    void opened() {
        accepted.incrementAndGet();
        open.incrementAndGet();
    }

    void closed() {
        open.decrementAndGet();
    }

    void asked(int bytes) {
        asked.addAndGet(bytes);
    }

    void answered(int bytes) {
        answered.addAndGet(bytes);
    }

    @Override
    public String toString() {
        return "accepted=%s open=%s asked=%s answered=%s".formatted(accepted, open, asked, answered);
    }
}

package dev.accountconfig.cache;

import java.time.Duration;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A ticker, and a timer that goes by it, that stand still until a test moves them. */
public final class HandMovedTime implements Ticker {
    private final Timer timer = new Timer();
    private final AtomicReference<Runnable> onNextRead = new AtomicReference<>(() -> {});
    private long now = 1_000_000_000_000L;

    @Override
    public long read() {
        onNextRead.getAndSet(() -> {}).run();
        return reading();
    }

    /** Lets something happen at the very moment at which the time is next read. */
    public void onNextRead(Runnable event) {
        onNextRead.set(event);
    }

    private synchronized long reading() {
        return now;
    }

    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Moves on, and runs on this thread what falls due on the way, each at its own moment. */
    public void pass(Duration duration) {
        long end = read() + duration.toNanos();
        for (Task<?> due = timer.nextUntil(end); due != null; due = timer.nextUntil(end)) {
            set(due.at);
            due.run();
        }
        set(end);
    }

    private synchronized void set(long reading) {
        now = Math.max(now, reading);
    }

    private final class Task<V> extends FutureTask<V> implements RunnableScheduledFuture<V> {
        private final long at;

        private Task(Callable<V> work, long at) {
            super(work);
            this.at = at;
        }

        @Override
        public boolean isPeriodic() {
            return false;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(at - HandMovedTime.this.read(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(at, ((Task<?>) other).at);
        }
    }

    private final class Timer extends AbstractExecutorService implements ScheduledExecutorService {
        private final PriorityQueue<Task<?>> tasks = new PriorityQueue<>();

        private synchronized Task<?> nextUntil(long end) {
            Task<?> first = tasks.peek();
            return first != null && first.at - end <= 0 ? tasks.poll() : null;
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return schedule(
                    () -> {
                        command.run();
                        return null;
                    },
                    delay,
                    unit);
        }

        @Override
        public synchronized <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
            Task<V> task = new Task<>(callable, read() + unit.toNanos(delay));
            tasks.add(task);
            return task;
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
            throw new UnsupportedOperationException("nothing here is periodic");
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
            throw new UnsupportedOperationException("nothing here is periodic");
        }

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}

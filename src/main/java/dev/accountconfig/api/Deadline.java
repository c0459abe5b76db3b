package dev.accountconfig.api;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One moment at which something happens unless it is called off before. Of one event loop. */
final class Deadline {
    private @Nullable Future<?> task;

    boolean isSet() {
        return task != null;
    }

    void set(EventExecutor loop, Duration after, Runnable then) {
        task = loop.schedule(
                () -> {
                    task = null;
                    then.run();
                },
                after.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void callOff() {
        if (task != null) {
            task.cancel(false);
            task = null;
        }
    }
}

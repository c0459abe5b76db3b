package dev.accountconfig;

import dev.accountconfig.cache.Surroundings;
import io.quarkus.vertx.VertxOptionsCustomizer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Where real time, randomness and threads enter. */
@Singleton
public class World {
    @Produces
    @Singleton
    static Surroundings surroundings() {
        return new Surroundings(
                System::nanoTime, timer(), () -> ThreadLocalRandom.current().nextDouble(), World::callers);
    }

    /** A request is continued on its own event loop, in its own context. */
    private static Executor callers() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(unused -> work.run());
    }

    @Produces
    @Singleton
    static InstantSource clock() {
        return Clock.systemUTC();
    }

    /** Which nobody can foresee. */
    static RandomGenerator secrets() {
        return new SecureRandom();
    }

    static void stop(@Disposes Surroundings surroundings) {
        surroundings.timer().shutdownNow();
    }

    static Executor writer() {
        return oneThread("last-known-good");
    }

    /** For what is large: one after the other, so that the other cores are left to the callers. */
    static Executor reader() {
        return oneThread("large-answers");
    }

    /** A second one, which has no part in metrics and goes when it has done its work. */
    static Vertx stage(VertxOptionsCustomizer customizer) {
        VertxOptions options = new VertxOptions()
                .setPreferNativeTransport(true)
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1);
        customizer.accept(options);
        return Vertx.vertx(options);
    }

    /** Which nobody waits for and which ends when it has nothing to do. */
    private static Executor oneThread(String name) {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon(name));
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    /** Looks at files on a thread of its own: a file system may hang, and must not take anybody's deadline with it. */
    @Produces
    @Singleton
    static WatchedFiles watchedFiles() {
        WatchedFiles files = new WatchedFiles();
        files.lookOn(Executors.newSingleThreadScheduledExecutor(daemon("watched-files")), Duration.ofSeconds(1));
        return files;
    }

    static void stop(@Disposes WatchedFiles files) {
        files.close();
    }

    @Produces
    @Singleton
    static Issuers issuers() {
        return new Issuers(Executors.newSingleThreadScheduledExecutor(daemon("issuer-keys")));
    }

    static void stop(@Disposes Issuers issuers) {
        issuers.close();
    }

    private static ThreadFactory daemon(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Cancelled waits are dropped at once: a thousand waiters of one flight leave a thousand timers behind. */
    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, daemon("patience"));
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }
}

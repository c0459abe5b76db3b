package dev.accountconfig.metrics;

import dev.accountconfig.cache.CacheListener;
import dev.accountconfig.cache.Landing;
import dev.accountconfig.cache.Outcome;
import java.time.Duration;
import java.util.List;

/** Several listeners as one. */
public record CacheListeners<K>(List<CacheListener<K>> all) implements CacheListener<K> {
    @Override
    public void served(K key, Outcome outcome) {
        all.forEach(listener -> listener.served(key, outcome));
    }

    @Override
    public void collapsed(K key) {
        all.forEach(listener -> listener.collapsed(key));
    }

    @Override
    public void landed(K key, Landing landing) {
        all.forEach(listener -> listener.landed(key, landing));
    }

    @Override
    public void failed(K key, Throwable failure, int inARow, Duration pause) {
        all.forEach(listener -> listener.failed(key, failure, inARow, pause));
    }
}

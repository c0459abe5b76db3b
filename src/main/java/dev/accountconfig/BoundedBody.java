package dev.accountconfig;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A body that is taken up to a length, and given up beyond it: the client of Java 17 has no bound of its own. */
final class BoundedBody implements BodySubscriber<byte[]> {
    private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
    private final int longest;
    private @Nullable Subscription subscription;
    private long taken;

    /** @param longest in bytes */
    BoundedBody(int longest) {
        this.longest = longest;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole.getBody();
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        whole.onSubscribe(begun);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        if (taken > longest) {
            return; // on its way when the rest was given up
        }
        taken += part.stream().mapToLong(ByteBuffer::remaining).sum();
        if (taken <= longest) {
            whole.onNext(part);
            return;
        }
        whole.onError(new IOException("it answered more than " + longest + " bytes"));
        if (subscription != null) {
            subscription.cancel();
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.onError(failure);
    }

    @Override
    public void onComplete() {
        if (taken <= longest) {
            whole.onComplete();
        }
    }
}

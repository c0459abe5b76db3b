package dev.accountconfig.liveperson;

import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Ends the connection as soon as nobody wants the answer, or it grows too long. */
final class Exchange {
    private static final int UNAUTHORIZED = 401;

    private final VendorCall call;
    private final int bodyLimit;
    private final UniEmitter<? super VendorAnswer> asker;
    private final Buffer body = Buffer.buffer();
    private volatile boolean over;
    private volatile @Nullable HttpClientRequest sent;

    Exchange(VendorCall call, int bodyLimit, UniEmitter<? super VendorAnswer> asker) {
        this.call = call;
        this.bodyLimit = bodyLimit;
        this.asker = asker;
    }

    void start(HttpClient client) {
        asker.onTermination(this::abandon);
        client.request(options()).onSuccess(this::sendOn).onFailure(this::unconnected);
    }

    private RequestOptions options() {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(call.request().verb().name()))
                .setHost(call.host().name())
                .setPort(call.host().port())
                .setSsl(call.host().secure())
                .setURI(call.request().target())
                .setFollowRedirects(false)
                .putHeader(HttpHeaders.ACCEPT, "application/json");
        VendorRequest request = call.request();
        if (request.ifMatch() != null) {
            options.putHeader("If-Match", request.ifMatch());
        }
        if (request.override() != null) {
            options.putHeader("X-HTTP-Method-Override", request.override().name());
        }
        if (request.body() != null) {
            options.putHeader(HttpHeaders.CONTENT_TYPE, request.body().type());
        }
        return options;
    }

    private void sendOn(HttpClientRequest sending) {
        sent = sending;
        sending.exceptionHandler(this::broken);
        if (over) {
            sending.reset();
            return;
        }
        show(call.request().pass(), sending);
        VendorRequest.Body content = call.request().body();
        (content == null ? sending.send() : sending.send(content.bytes()))
                .onSuccess(this::receive)
                .onFailure(this::broken);
    }

    /** Not before there is a connection, so to nobody but the host that was meant; and a signature is of this moment. */
    private void show(@Nullable Pass pass, HttpClientRequest sending) {
        if (pass != null) {
            Pass.Shown shown = pass.shownFor(call);
            sending.putHeader(shown.header(), shown.value().reveal());
        }
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(this::broken);
        response.handler(this::append);
        response.endHandler(end -> finish(response));
    }

    private void append(Buffer chunk) {
        if (body.length() + chunk.length() > bodyLimit) {
            fail(new VendorFailure(VendorFailure.Kind.GARBLED, "answered more than " + bodyLimit + " bytes"));
            reset();
        } else if (!over) {
            body.appendBuffer(chunk);
        }
    }

    private void finish(HttpClientResponse response) {
        if (over) {
            return;
        }
        over = true;
        hear(response);
        try {
            asker.complete(verdict(response));
        } catch (VendorFailure noAnswer) {
            asker.fail(noAnswer);
        }
    }

    private void hear(HttpClientResponse response) {
        Pass pass = call.request().pass();
        if (pass != null && response.statusCode() == UNAUTHORIZED) {
            pass.rejected(response.getHeader(HttpHeaders.DATE));
        }
    }

    private VendorAnswer verdict(HttpClientResponse response) {
        return call.purpose() == Purpose.PASSED_ON
                ? Verdict.toTheLetter(response.statusCode(), response.headers(), body)
                : Verdict.on(response.statusCode(), response.headers(), body);
    }

    private void unconnected(Throwable cause) {
        fail(new VendorFailure(VendorFailure.Kind.UNREACHABLE, words(cause)));
    }

    private void broken(Throwable cause) {
        fail(new VendorFailure(VendorFailure.Kind.BROKEN, "broke the connection"));
    }

    /** Not the exception's own message, which may quote what the peer sent. */
    private static String words(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "has a host name without an address";
        }
        return cause instanceof SSLException ? "could not be trusted: no TLS connection" : "could not be connected to";
    }

    private void fail(VendorFailure failure) {
        if (!over) {
            over = true;
            asker.fail(failure);
        }
    }

    /** Also called when all went well; then the connection is left alone, to be used again. */
    private void abandon() {
        if (!over) {
            over = true;
            reset();
        }
    }

    private void reset() {
        HttpClientRequest sending = sent;
        if (sending != null) {
            sending.reset();
        }
    }
}

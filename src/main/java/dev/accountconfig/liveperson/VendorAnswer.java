package dev.accountconfig.liveperson;

import dev.accountconfig.document.JsonText;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the vendor said, in words instead of status codes. No answer is a {@link VendorFailure}. */
public sealed interface VendorAnswer {
    /** {@code ac-revision}; null where the vendor sent none. */
    default @Nullable String revision() {
        return null;
    }

    /** The cookie {@code Session_id}, where the vendor sets it. */
    default Optional<Secret> session() {
        return Optional.empty();
    }

    /** As a value of the {@code outcome} label. */
    String word();

    <R> R match(Function<Content, R> content, Function<NotModified, R> notModified, Supplier<R> notFound);

    /**
     * @param status of HTTP
     * @param revision {@code ac-revision}; null where the vendor sent none
     * @param type {@code Content-Type}; null where the vendor sent none
     * @param cookie {@code Session_id}; null where the vendor set none
     */
    record Content(
            int status,
            Buffer body,
            @Nullable String revision,
            @Nullable String type,
            @Nullable Secret cookie) implements VendorAnswer {
        /** Said to be JSON, and JSON from the first byte to the last. */
        boolean isJson() {
            return JsonText.isSaid(type) && JsonText.isWhole(body.getBytes());
        }

        @Override
        public Optional<Secret> session() {
            return Optional.ofNullable(cookie);
        }

        @Override
        public String word() {
            return "content";
        }

        @Override
        public <R> R match(Function<Content, R> content, Function<NotModified, R> notModified, Supplier<R> notFound) {
            return content.apply(this);
        }

        /** Without the body, which may hold a bearer. */
        @Override
        public String toString() {
            return "Content[" + body.length() + " bytes, revision " + revision + "]";
        }
    }

    record NotModified(@Nullable String revision) implements VendorAnswer {
        @Override
        public String word() {
            return "not_modified";
        }

        @Override
        public <R> R match(Function<Content, R> content, Function<NotModified, R> notModified, Supplier<R> notFound) {
            return notModified.apply(this);
        }
    }

    record NotFound() implements VendorAnswer {
        @Override
        public String word() {
            return "not_found";
        }

        @Override
        public <R> R match(Function<Content, R> content, Function<NotModified, R> notModified, Supplier<R> notFound) {
            return notFound.get();
        }
    }
}

package dev.accountconfig.liveperson;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** What the vendor said, in words instead of status codes. No answer is a {@link VendorFailure}. */
public sealed interface VendorAnswer {
    /** As a value of the {@code outcome} label. */
    String word();

    /** @param revision {@code ac-revision}; null where the vendor sent none */
    record Content(Buffer body, @Nullable String revision) implements VendorAnswer {
        @Override
        public String word() {
            return "content";
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
    }

    record NotFound() implements VendorAnswer {
        @Override
        public String word() {
            return "not_found";
        }
    }
}

package dev.accountconfig.liveperson;

import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Answers of a vendor who says 200. */
final class Said {
    private Said() {}

    static VendorAnswer.Content content(Buffer body, @Nullable String revision) {
        return content(body, revision, null);
    }

    static VendorAnswer.Content content(Buffer body, @Nullable String revision, @Nullable String type) {
        return new VendorAnswer.Content(200, body, revision, type, null);
    }
}

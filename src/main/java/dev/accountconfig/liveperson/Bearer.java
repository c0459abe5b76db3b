package dev.accountconfig.liveperson;

import io.vertx.core.http.HttpHeaders;
import java.util.regex.Pattern;

/** A token of the login service or of sentinel (RFC 6750). */
record Bearer(Secret token) implements Pass {
    /** What a header can carry (RFC 6750 section 2.1); a JWT of the vendor's has about a kilobyte. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{1,4096}=*");

    /** @throws VendorFailure where no header can carry it; it is not quoted */
    static Bearer of(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new VendorFailure(VendorFailure.Kind.GARBLED, "answered without a usable bearer");
        }
        return new Bearer(new Secret(token));
    }

    @Override
    public Shown shownFor(VendorCall call) {
        return new Shown(HttpHeaders.AUTHORIZATION, new Secret("Bearer " + token.reveal()));
    }

    @Override
    public boolean lent() {
        return true;
    }
}

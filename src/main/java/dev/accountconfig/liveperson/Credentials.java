package dev.accountconfig.liveperson;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How an account is signed in to. */
public sealed interface Credentials {
    /** Where a sign-in is made; empty where every call is signed instead. */
    Optional<VendorService> service();

    /** What to look at when the vendor refuses them. */
    String words();

    <R> R match(Function<Login, R> login, Function<ApiKey, R> apiKey, Function<ClientCredentials, R> clientCredentials);

    /** A user of the account, for the login service (contract 5). */
    record Login(String username, Secret password) implements Credentials {
        @Override
        public Optional<VendorService> service() {
            return Optional.of(VendorService.AGENT_VEP);
        }

        @Override
        public String words() {
            return "the user and password";
        }

        @Override
        public <R> R match(
                Function<Login, R> login,
                Function<ApiKey, R> apiKey,
                Function<ClientCredentials, R> clientCredentials) {
            return login.apply(this);
        }
    }

    /** OAuth 1.0a, one-legged: both pairs are issued once, and there is nothing to sign in to (contract 6.1). */
    record ApiKey(String appKey, Secret secret, String accessToken, Secret accessTokenSecret) implements Credentials {
        @Override
        public Optional<VendorService> service() {
            return Optional.empty();
        }

        @Override
        public String words() {
            return "the API key and both its secrets";
        }

        @Override
        public <R> R match(
                Function<Login, R> login,
                Function<ApiKey, R> apiKey,
                Function<ClientCredentials, R> clientCredentials) {
            return apiKey.apply(this);
        }

        /** Without the token, which is no secret but is nobody's business either. */
        @Override
        public String toString() {
            return "ApiKey[" + appKey + "]";
        }
    }

    /**
     * OAuth 2 (contract 6.2; RFC 6749 section 4.4).
     *
     * @param scope null for all that the client was given
     */
    record ClientCredentials(
            String clientId, Secret secret, @Nullable String scope) implements Credentials {
        @Override
        public Optional<VendorService> service() {
            return Optional.of(VendorService.SENTINEL);
        }

        @Override
        public String words() {
            return "the client id, its secret and its scopes";
        }

        @Override
        public <R> R match(
                Function<Login, R> login,
                Function<ApiKey, R> apiKey,
                Function<ClientCredentials, R> clientCredentials) {
            return clientCredentials.apply(this);
        }
    }
}

package dev.accountconfig;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * What the service shows, which may become another while handshakes are under way: a name that was given out leads to the
 * certificate and to the key of the same time, or the two would not go together. Asked in each handshake that does not take up
 * a session of before, and so where it is said that none may be taken up.
 */
final class ChangingKey extends X509ExtendedKeyManager {
    private final Resumption resumption;
    private volatile Times times;

    /**
     * Whoever takes up a session (RFC 8446 section 2.2) shows no certificate: for a day it would be trusted by authorities of
     * before, or be nobody because they did not know it then.
     */
    enum Resumption {
        ALLOWED,
        NONE
    }

    private record Times(long number, X509KeyManager present, X509KeyManager before) {}

    ChangingKey(X509KeyManager present, Resumption resumption) {
        this.resumption = resumption;
        this.times = new Times(0, present, present);
    }

    void change(X509KeyManager next) {
        Times past = times;
        times = new Times(past.number + 1, next, past.present);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(String type, Principal @Nullable [] issuers, SSLEngine engine) {
        SSLSession beginning = engine.getHandshakeSession();
        if (resumption == Resumption.NONE && beginning != null) {
            beginning.invalidate();
        }
        return named(of -> of instanceof X509ExtendedKeyManager more
                ? more.chooseEngineServerAlias(type, issuers, engine)
                : of.chooseServerAlias(type, issuers, null));
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return named(of -> of.chooseServerAlias(type, issuers, socket));
    }

    private @Nullable String named(Function<X509KeyManager, @Nullable String> choice) {
        Times now = times;
        String alias = choice.apply(now.present);
        return alias == null ? null : now.number + ":" + alias;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        return of(alias).getCertificateChain(bare(alias));
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        return of(alias).getPrivateKey(bare(alias));
    }

    private X509KeyManager of(String alias) {
        Times now = times;
        return alias.startsWith(now.number + ":") ? now.present : now.before;
    }

    private static String bare(String alias) {
        return alias.substring(alias.indexOf(':') + 1);
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        Times now = times;
        String[] aliases = now.present.getServerAliases(type, issuers);
        return aliases == null
                ? null
                : Stream.of(aliases).map(alias -> now.number + ":" + alias).toArray(String[]::new);
    }

    /** The service calls nobody by this. */
    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}

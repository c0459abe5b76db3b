package dev.accountconfig.liveperson;

/**
 * Where calls may go: only {@link HostRules} makes one from what the vendor says.
 *
 * @param secure https, with the certificate checked for {@code name}
 */
public record VendorHost(boolean secure, String name, int port) {
    @Override
    public String toString() {
        return (secure ? "https://" : "http://") + name + ":" + port;
    }
}

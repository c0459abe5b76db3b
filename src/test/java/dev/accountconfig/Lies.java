package dev.accountconfig;

import java.util.List;
import java.util.Random;

/** What a Domain API may answer that is not to be believed; with a port at which somebody listens, where there is one. */
final class Lies {
    private Lies() {}

    /** Allowed is {@code localhost} alone: everything here looks like it, or leads to the same machine. */
    static String host(Random random, int port) {
        String at = ":" + port;
        String word = Integer.toString(random.nextInt(100_000), 36);
        List<String> lies = List.of(
                "evil-localhost" + at,
                "localhost.evil-" + word + ".invalid" + at,
                "localhost.localdomain" + at,
                "localhost@127.0.0.1" + at,
                "localhost:" + word + "@127.0.0.1" + at,
                "localhost" + at + "@127.0.0.1" + at,
                "127.0.0.1" + at,
                "127.0.0." + (1 + random.nextInt(254)) + at,
                "127.1" + at,
                "127.0.1" + at,
                "0.0.0.0" + at,
                "2130706433" + at,
                "017700000001" + at,
                "0177.0.0.1" + at,
                "0x7f000001" + at,
                "0x7f.0.0.1" + at,
                "[::1]" + at,
                "[::ffff:127.0.0.1]" + at,
                "[0:0:0:0:0:0:0:1]" + at,
                "[::1%25lo]" + at,
                "::1",
                "localhost." + at,
                "localhost.." + at,
                ".localhost" + at,
                "-" + word + ".localhost-" + at,
                "http://localhost" + at,
                "https://localhost" + at,
                "//localhost" + at,
                "localhost" + at + "/" + word,
                "localhost" + at + "?" + word,
                "localhost" + at + "#" + word,
                "127.0.0.1" + at + "#.localhost",
                "127.0.0.1" + at + "/.localhost",
                "127.0.0.1" + at + "?.localhost",
                "127.0.0.1" + at + "\\.localhost",
                "127.0.0.1" + at + "\u0000.localhost",
                "localhost" + at + "\r\nX-" + word + ": y",
                "localhost\r\n" + at,
                "local\u0000host" + at,
                "local\thost" + at,
                " localhost" + at,
                "localhost" + at + " ",
                "localhost\u00a0" + at,
                "localhost" + at + "\u0085",
                "l\u043ecalhost" + at,
                "\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54" + at,
                "loc\u0430lhost" + at,
                "localhos\u0165" + at,
                "127\u30020\u30020\u30021" + at,
                "\u2460\u2461\u2466.0.0.1" + at,
                "xn--lcalhost-" + word + at,
                "%6cocalhost" + at,
                "localhost%2f" + at,
                "localhost%00" + at,
                "127.0.0.1%3a" + port,
                "localhost:0",
                "localhost:65536",
                "localhost:" + (65_536 + port),
                "localhost:-" + port,
                "localhost:+" + port,
                "localhost:" + port + ":" + port,
                "localhost: " + port,
                "localhost:\u0661\u0662\u0663",
                "localhost:" + "0".repeat(9) + port,
                "localhost:",
                ":" + port,
                "a".repeat(65_536) + ".localhost-" + at,
                "localhost" + ".a".repeat(32_768) + at,
                "",
                " ",
                "null",
                "*",
                "*.localhost.invalid" + at,
                "liveperson.net.evil-" + word + ".invalid",
                "evil-liveperson.net",
                "liveperson.net@127.0.0.1" + at,
                "lo.ac.liveperson.net",
                "[" + word + "]" + at,
                "ip6-localhost" + at);
        return lies.get(random.nextInt(lies.size()));
    }

    /** Where a host should be. */
    static String value(Random random) {
        return List.of("null", "7", "true", "[]", "{}", "1e400", "[\"localhost\"]", "{\"host\":\"localhost\"}")
                .get(random.nextInt(8));
    }

    /** Instead of a list of services; empty for a list with something in it that is no host. */
    static String nonsense(Random random) {
        return List.of(
                        "",
                        "<html><body>localhost</body></html>",
                        "null",
                        "[]",
                        "{}",
                        "7",
                        "\"localhost\"",
                        "{\"baseURIs\":null}",
                        "{\"baseURIs\":{}}",
                        "{\"baseURIs\":\"localhost\"}",
                        "{\"baseURIs\":[null,7,\"localhost\",[]]}",
                        "{\"baseURIs\":[",
                        "{\"baseURIs\":[]} {}",
                        "[".repeat(10_000),
                        "{\"service\":\"accountConfigReadOnly\",\"account\":\"somebody\",\"baseURI\":\"localhost\"}")
                .get(random.nextInt(15));
    }
}

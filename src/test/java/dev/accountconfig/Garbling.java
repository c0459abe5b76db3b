package dev.accountconfig;

import java.util.List;
import java.util.random.RandomGenerator;

/** Requests in order, what makes two readers disagree on where one ends, and what chance makes of them. */
final class Garbling {
    /** Reads and writes that are refused by this service itself, so that the vendor's silence proves something. */
    private static final List<String> IN_ORDER = List.of(
            "GET /v1/accounts/31415926/hours HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n",
            "GET /v1/accounts/31415926/status?at=x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello",
            "POST /v1/accounts/31415926/occasions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]",
            "PUT /v1/accounts/31415926/workdays/7 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}",
            "OPTIONS /v1/accounts/31415926/occasions HTTP/1.1\r\nHost: localhost\r\nOrigin: http://a\r\n\r\n",
            "GET http://localhost/api/account/27182818/service/baseURI.json?version=1.0 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "DELETE /api/account/27182818/configuration/x HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");

    /** Header lines by which some reader takes what follows the head for its body, and some other does not. */
    static final List<String> TRICKS = List.of(
            "Transfer-Encoding: xchunked",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: identity",
            "Transfer-Encoding: chunked, gzip",
            "Transfer-Encoding: gzip, chunked",
            "Transfer-Encoding: chunked\r\nContent-Length: 5",
            "Content-Length: 5\r\nTransfer-Encoding: chunked",
            "Content-Length: 5\r\nTransfer-Encoding: xchunked",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity",
            "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding:\tchunked",
            "Transfer-Encoding: \u000bchunked",
            "Transfer-Encoding: chunked\u000b",
            "Transfer-Encoding:chunked ,",
            "Transfer-Encoding:",
            "Transfer-Encoding: \"chunked\"",
            "Transfer-Encoding: chunked;q=1",
            "tRANSFER-eNCODING: cHUNKED",
            "Transfer-Encoding:\r\n chunked",
            "Transfer-Encoding: chun\r\n ked",
            "Transfer-Encoding : chunked",
            "Transfer-Encoding\t: chunked",
            "Transfer-Encoding\u0000: chunked",
            "Transfer-Encoding: chunked\u0000",
            "X: y\rTransfer-Encoding: chunked",
            "X: y\nTransfer-Encoding: chunked",
            "\u0000Transfer-Encoding: chunked",
            "Transfer-Encoding",
            "Content-Length: 5\r\nContent-Length: 6",
            "Content-Length: 0\r\nContent-Length: 5",
            "Content-Length: 5\r\nContent-Length: 5",
            "Content-Length: 5, 5",
            "Content-Length: 5,6",
            "Content-Length: +5",
            "Content-Length: -1",
            "Content-Length: -0",
            "Content-Length: 0x5",
            "Content-Length: 5e0",
            "Content-Length: 5 0",
            "Content-Length: 5;",
            "Content-Length: \u000b5",
            "Content-Length: \u00b2",
            "Content-Length:",
            "Content-Length : 5",
            "Content-Length\t: 5",
            "Content-Length: 0\r\n 5",
            "Content-Length: 99999999999999999999",
            "Content-Length: 9223372036854775807",
            "Content-Length: 4294967296",
            "X: y\nContent-Length: 5",
            "X: y\rContent-Length: 5",
            "X: y\u0000\r\nContent-Length: 5",
            "Sec-WebSocket-Key1: 1\r\nSec-WebSocket-Key2: 2",
            "Host: other",
            "Host: localhost",
            "Host : localhost",
            "No colon at all",
            ": no name",
            "");

    private static final List<String> BITS = List.of(
            "\r\n",
            "\n",
            "\r",
            "\u0000",
            "\t",
            " ",
            "  ",
            ":",
            "\u000b",
            "\u00ff",
            "%",
            "%00",
            "%2f",
            "%5c",
            "%zz",
            "//",
            "/../",
            "/./",
            ";x=1",
            "\\",
            "#",
            "*",
            "?",
            "@",
            "http://evil/",
            "HTTP/1.1",
            "HTTP/1.0",
            "HTTP/0.9",
            "HTTP/2.0",
            "HTTP/1.2",
            "http/1.1",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "CONNECT localhost:1 HTTP/1.1\r\n",
            "TRACE / HTTP/1.1\r\n",
            "OPTIONS * HTTP/1.1\r\n",
            "Host: localhost\r\n",
            "Host: a b\r\n",
            "Host:\r\n",
            "Expect: 100-continue\r\n",
            "Expect: x\r\n",
            "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
            "Upgrade: websocket\r\nConnection: Upgrade\r\n",
            "Connection: close\r\n",
            "Content-Length: 7\r\n",
            "X: \r\n y\r\n",
            "A".repeat(5_000),
            "X: " + "b".repeat(9_000) + "\r\n",
            "Y: z\r\n".repeat(120));

    private Garbling() {}

    /** A head that two readers end in two places, and after it what only one of them takes for a request. */
    static String trick(RandomGenerator chance, String hidden) {
        String version = chance.nextInt(8) == 0 ? "1.0" : "1.1";
        String trick = TRICKS.get(chance.nextInt(TRICKS.size() - 1));
        String host = "Host: localhost\r\n";
        String lines = chance.nextBoolean() ? host + trick + "\r\n" : trick + "\r\n" + host;
        String method = trick.startsWith("Sec-WebSocket") ? "GET" : chance.nextBoolean() ? "GET" : "POST";
        String body = chance.nextBoolean() ? "0\r\n\r\n" : chance.nextBoolean() ? "5\r\nhello\r\n0\r\n\r\n" : "";
        return method + " /v1/accounts/31415926/findings HTTP/" + version + "\r\n" + lines + "\r\n" + body + hidden;
    }

    /** Some of it replaced, doubled, left out. */
    static String byChance(RandomGenerator chance) {
        StringBuilder text = new StringBuilder(IN_ORDER.get(chance.nextInt(IN_ORDER.size())));
        for (int times = 1 + chance.nextInt(3); times > 0 && !text.isEmpty(); times--) {
            garble(text, chance);
        }
        return text.toString();
    }

    private static void garble(StringBuilder text, RandomGenerator chance) {
        int at = chance.nextInt(text.length());
        switch (chance.nextInt(6)) {
            case 0 -> text.setCharAt(at, (char) chance.nextInt(256));
            case 1 -> text.deleteCharAt(at);
            case 2 -> text.insert(at, (char) chance.nextInt(256));
            case 3 -> text.insert(at, BITS.get(chance.nextInt(BITS.size())));
            case 4 ->
                text.insert(Math.max(0, text.indexOf("\r\n") + 2), TRICKS.get(chance.nextInt(TRICKS.size())) + "\r\n");
            default -> text.insert(Math.max(0, text.indexOf(" ") + 1), BITS.get(chance.nextInt(BITS.size())));
        }
    }
}

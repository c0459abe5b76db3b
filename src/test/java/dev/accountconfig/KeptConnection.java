package dev.accountconfig;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One HTTP/1.1 connection for several requests, whose answers are read to the byte. */
final class KeptConnection implements Closeable {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: ([0-9]+)$");

    private final Socket socket;
    private final InputStream in;

    KeptConnection(int port) {
        try {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(20_000);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    String ask(String method, String target, String... headers) {
        send(request(method, target, headers));
        return answer(method);
    }

    static String request(String method, String target, String... headers) {
        List<String> lines = Stream.of(headers).map(header -> header + "\r\n").toList();
        return method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + String.join("", lines) + "\r\n";
    }

    void send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** The next one, to a request of that method. */
    String answer(String method) {
        String head = head();
        boolean empty = method.equals("HEAD") || head.startsWith("HTTP/1.1 304") || head.startsWith("HTTP/1.1 1");
        Matcher length = LENGTH.matcher(head);
        return empty || !length.find() ? head : head + body(Integer.parseInt(length.group(1)));
    }

    /** Whether the other side has hung up, and said no more before. */
    boolean isOver() {
        try {
            return in.read() < 0;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private String head() {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int matched = 0; matched < 4; ) {
            int next = next();
            head.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : (next == '\r' ? 1 : 0);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private int next() {
        try {
            int next = in.read();
            if (next < 0) {
                throw new AssertionError("the connection is closed");
            }
            return next;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private String body(int length) {
        try {
            return new String(in.readNBytes(length), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}

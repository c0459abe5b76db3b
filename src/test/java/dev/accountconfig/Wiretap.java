package dev.accountconfig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes as they are, and tells all that came back on that connection. */
record Wiretap(List<Answer> answers, boolean closed) {
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);

    /** One answer, as text. */
    record Answer(int status, String head, String body) {
        boolean closing() {
            return head.toLowerCase(java.util.Locale.ROOT).contains("\r\nconnection: close");
        }
    }

    /** @param patience with a server that neither answers nor closes, milliseconds */
    static Wiretap of(int port, byte[] bytes, int patience) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(patience);
            socket.setTcpNoDelay(true);
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            boolean closed = false;
            try {
                socket.getOutputStream().write(bytes);
                InputStream in = socket.getInputStream();
                in.transferTo(heard);
                closed = true;
            } catch (SocketTimeoutException waiting) {
                closed = false;
            }
            return new Wiretap(answers(heard.toString(StandardCharsets.ISO_8859_1)), closed);
        }
    }

    static Wiretap of(int port, String text, int patience) throws IOException {
        return of(port, text.getBytes(StandardCharsets.ISO_8859_1), patience);
    }

    Answer first() {
        return answers.get(0);
    }

    private static List<Answer> answers(String text) {
        List<Answer> answers = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf("\r\n\r\n", at);
            if (end < 0 || !text.startsWith("HTTP/1.", at)) {
                throw new AssertionError("no answer: " + text.substring(at));
            }
            String head = text.substring(at, end + 2);
            Matcher length = LENGTH.matcher(head);
            int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
            int next = Math.min(text.length(), end + 4 + body);
            answers.add(new Answer(Integer.parseInt(head.substring(9, 12)), head, text.substring(end + 4, next)));
            at = next;
        }
        return answers;
    }
}

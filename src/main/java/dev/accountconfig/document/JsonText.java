package dev.accountconfig.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether something is JSON that can be passed on unread; callers' bodies and the vendor's are judged alike. */
public final class JsonText {
    private static final Pattern TYPE = Pattern.compile("application/json\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);

    /** For what is not read into anything: as deep as Jackson's own bound. */
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonText() {}

    /** @param type the value of {@code Content-Type}; null where there was none */
    public static boolean isSaid(@Nullable String type) {
        return type != null && TYPE.matcher(type.strip()).matches();
    }

    /** One value of JSON in UTF-8, and nothing after it; read without building anything. */
    public static boolean isWhole(byte[] body) {
        try (JsonParser parser = FACTORY.createParser(strictUtf8(body))) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }

    /** Jackson guesses the encoding from the first bytes; JSON between systems has one (RFC 8259 section 8.1). */
    private static String strictUtf8(byte[] body) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }
}

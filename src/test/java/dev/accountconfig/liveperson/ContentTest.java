package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be passed on as it came: JSON that says so, whole (RFC 8259). */
class ContentTest {
    private static boolean isJson(String type, byte[] body) {
        return Said.content(Buffer.buffer(body), null, type).isJson();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=UTF-8",
                "Application/JSON ; x=y",
                " application/json"
            })
    void jsonByItsName(String type) {
        assertThat(isJson(type, "[]".getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "text/json", "application/jsonp", "application/json+x", "", "x application/json"})
    void anotherNameIsAnotherThing(String type) {
        assertThat(isJson(type, new byte[] {'[', ']'})).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", " {\"a\":[1,{\"b\":null}]}\n", "1", "\"x\"", "null", "{\"a\":\"é\"}"})
    void oneWholeValue(String body) {
        assertThat(isJson("application/json", body.getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}}", "{} {}", "[1,]", "{'a':1}", "tru", "<html>", "[1", "NaN"})
    void notHalfOfOneNorTwo(String body) {
        assertThat(isJson("application/json", body.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void norWhatIsNoUtf8NorNestedWithoutEnd() {
        assertThat(isJson("application/json", new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'}))
                .isFalse();
        assertThat(isJson("application/json", "[]".getBytes(StandardCharsets.UTF_16)))
                .isFalse();
        assertThat(isJson("application/json", Buffer.buffer("[".repeat(100_000)).getBytes()))
                .isFalse();
        assertThat(Said.content(Buffer.buffer("[]"), null).isJson()).isFalse();
    }
}

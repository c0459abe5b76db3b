package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one who looks for secrets finds them. */
class PlantedTest {
    private static final String SECRET = Planted.PASSWORD;

    private final Planted planted = new Planted().and("it", SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "user:", "hours-proxy:"})
    void inBase64WhateverStandsBeforeAndAfterIt(String before) {
        byte[] text = (before + SECRET + " and more").getBytes(StandardCharsets.UTF_8);
        assertThat(planted.seenIn("Basic " + Base64.getEncoder().encodeToString(text)))
                .containsExactly("it");
        assertThat(planted.seenIn(Base64.getUrlEncoder().withoutPadding().encodeToString(text)))
                .containsExactly("it");
    }

    @Test
    void asItIsUrlEncodedEscapedAndInHexadecimalDigits() {
        assertThat(planted.seenIn("user=" + SECRET)).containsExactly("it");
        assertThat(planted.seenIn("a=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)))
                .containsExactly("it");
        assertThat(planted.seenIn("{\"password\":\"" + SECRET.replace("\"", "\\\"") + "\"}"))
                .containsExactly("it");
        assertThat(planted.seenIn(HexFormat.of().formatHex(("x" + SECRET).getBytes(StandardCharsets.UTF_8))))
                .containsExactly("it");
    }

    @Test
    void andNothingElse() {
        assertThat(planted.seenIn("planted pass word")).isEmpty();
    }
}

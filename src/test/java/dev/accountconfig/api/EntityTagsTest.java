package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** If-None-Match by RFC 9110 section 13.1.2. */
class EntityTagsTest {
    private static final String TAG = "\"abc\"";

    @ParameterizedTest
    @ValueSource(strings = {"\"abc\"", "W/\"abc\"", "\"x\", \"abc\"", "\"x\" ,W/\"abc\" , \"y\"", "*", " \"abc\" "})
    void theCurrentTagIsFoundInAnyForm(String header) {
        assertThat(EntityTags.match(List.of(header), TAG)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"ab\"", "abc", "\"abc", "w/\"abc\"", "\"abc\"x", "**"})
    void anythingElseIsAnotherTag(String header) {
        assertThat(EntityTags.match(List.of(header), TAG)).isFalse();
    }

    @Test
    void everyHeaderLineCounts() {
        assertThat(EntityTags.match(List.of("\"x\"", "\"abc\""), TAG)).isTrue();
        assertThat(EntityTags.match(List.of(), TAG)).isFalse();
    }
}

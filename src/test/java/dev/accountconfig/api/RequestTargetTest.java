package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which request targets could be read as two different paths. */
class RequestTargetTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a;b",
                "/a%3bb",
                "/a%3Bb",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/a%00",
                "//a",
                "/a//b",
                "/a/../b",
                "/..",
                "/a/.",
                "http://h//a",
                "http://h/a;b",
                "/a/%2e%2e/b",
                "/a/.%2E",
                "/./a",
                "/%2e"
            })
    void ambiguousOnesAreRefused(String target) {
        assertThat(RequestTarget.ambiguous(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/a",
                "/a/b/",
                "/a.b",
                "/a/..b",
                "/a/b..",
                "/.well-known/x",
                "/a?b=c;d//e/../f%2f",
                "http://h/a",
                "HTTPS://h:1/a/b?c//d",
                "http://h",
                "*",
                "/a%20b"
            })
    void plainOnesAreNot(String target) {
        assertThat(RequestTarget.ambiguous(target)).isFalse();
    }
}

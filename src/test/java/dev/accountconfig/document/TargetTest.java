package dev.accountconfig.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One document has one address, however it is spelt; what could be read in two ways has none (RFC 3986 section 6.2). */
class TargetTest {
    private static String canonical(String target) {
        int question = target.indexOf('?');
        return question < 0
                ? Target.of(target, "").toString()
                : Target.of(target.substring(0, question), target.substring(question + 1))
                        .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le-users/users?v=1.0&select=$all",
                "le-users/users/?v=1.0&select=$all",
                "le-users/users?select=$all&v=1.0",
                "le-users/users?select=%24all&v=1.0",
                "le-users/users?select=%24%61ll&v=1%2E0",
                "%6Ce-users/users?v=1.0&select=$all",
                "le%2dusers/users?v=1.0&select=$all",
                "le%2Dusers/%75sers?v=1.0&select=$all",
                "le-users/users?&v=1.0&&select=$all&",
                "le-users/users?v=1.0&select=$all&_=1783096200000",
                "le-users/users?_&v=1.0&select=$all",
                "le-users/users?__d=81234&v=1.0&select=$all",
                "le-users/users?v=1.0&NC=true&select=$all",
                "le-users/users?v=1.0&select=$all&source=ccui",
                "le-users/users?v=1.0&select=$all&%5F=1",
                "le-users/users?%76=1.0&select=$all",
                "le-users/users?v=1.0&%73elect=$all&source=%E2%82%AC"
            })
    void everySpellingOfADocumentIsTheSame(String spelling) {
        assertThat(canonical(spelling)).isEqualTo("le-users/users?select=$all&v=1.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a?b=1&a=2&b=0 a?a=2&b=1&b=0",
                "a?x a?x=",
                "a?x=a+b a?x=a%20b",
                "a?x=a%2Bb a?x=a%2Bb",
                "a?x=a%26b%3D a?x=a%26b%3D",
                "a?x=%3b/? a?x=%3B%2F%3F",
                "a?x=1;y=2 a?x=1%3By%3D2",
                "a?=1 a?=1",
                "a?SOURCE=1&nc=2 a?SOURCE=1&nc=2",
                "caf%c3%a9 caf%C3%A9",
                "1%2C2/x%20y/%7Eme/a:b@c 1,2/x%20y/~me/a:b@c",
                "a%3Fb a%3Fb",
                "a%23b a%23b",
                ".../..a/a.. .../..a/a.."
            })
    void whatMayMatterIsKeptInOneSpelling(String spelling, String canonical) {
        assertThat(canonical(spelling)).isEqualTo(canonical);
        assertThat(canonical(canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "/a",
                "a//",
                "a//b",
                ".",
                "..",
                "a/..",
                "a/../b",
                "a/./b",
                "%2e%2e/b",
                "a/%2E./b",
                "a;b",
                "a;jsessionid=1/b",
                "a%3bb",
                "a%2fb",
                "a%2Fb",
                "a\\b",
                "a%5Cb",
                "a%00b",
                "a%0d%0aSet-Cookie:x",
                "a\u007fb",
                "a%C2%85b",
                "a\nb",
                "a%252e%252e",
                "a%25",
                "a%",
                "a%4",
                "a%zz",
                "a%+1",
                "a%c0%af",
                "a%ff",
                "a%ed%a0%80",
                "a?x=%",
                "a?x=%0a",
                "a?%00=1",
                "a?x=%c0%80",
                "a?_=%zz"
            })
    void whatCouldBeReadInTwoWaysIsRefused(String hostile) {
        assertThatThrownBy(() -> canonical(hostile)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressHasALongestLengthHoweverItIsSpelt() {
        assertThat(canonical("a".repeat(512))).hasSize(512);
        assertThatThrownBy(() -> canonical("a".repeat(513))).hasMessageContaining("path is longer");
        assertThatThrownBy(() -> canonical("é".repeat(86))).hasMessageContaining("path is longer");
        assertThat(canonical("a?x=" + "b".repeat(2046))).hasSize(2050);
        assertThatThrownBy(() -> canonical("a?x=" + "b".repeat(2047))).hasMessageContaining("query is longer");
        assertThat(canonical("a?_=" + "b".repeat(3000))).isEqualTo("a");
    }
}

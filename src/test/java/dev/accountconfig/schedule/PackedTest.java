package dev.accountconfig.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedTest {
    private static final String HALF_A_CHARACTER = "\ud83d";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "Feiertage – Öffnung \ud83d\ude00 ",
                "\u0000\u007f\u0080\uffff",
                HALF_A_CHARACTER,
                "\ude00\ud83d"
            })
    void textComesBackAsItWentInHoweverLongItIs(String text) {
        for (String longer = text + "|"; longer.length() < 5_000; longer += longer) {
            Packed packed = Packed.of(longer);

            assertThat(packed.text()).isEqualTo(longer);
            assertThat(packed.length()).isEqualTo(longer.length());
        }
    }

    @Test
    void textThatGetsNoShorterComesBackAllTheSame() {
        String noise = new Random(1)
                .ints(1_000, ' ', 0xd800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(Packed.of(noise).text()).isEqualTo(noise);
    }

    @Test
    void textThatRepeatsItselfTakesAFifthOfItsLengthAtMost() {
        String text = "{\"name\":\"Holidays\"}".repeat(20);

        assertThat(Packed.of(text))
                .isInstanceOfSatisfying(
                        Packed.Deflated.class,
                        packed -> assertThat(packed.size()).isLessThan(text.length() / 5));
    }

    @Test
    void isEqualToWhatHoldsTheSameTextAndToNothingElse() {
        String text = "{\"name\":\"Holidays\"}".repeat(20);

        assertThat(Packed.of(text)).isEqualTo(Packed.of(text)).hasSameHashCodeAs(Packed.of(text));
        assertThat(Packed.of(text)).isNotEqualTo(Packed.of(text + " ")).isNotEqualTo(Packed.of(text.replace('H', 'h')));
        assertThat(Packed.of("short")).isEqualTo(Packed.of("short")).isNotEqualTo(Packed.of("other"));
    }
}

package dev.accountconfig.schedule;

import org.jspecify.annotations.Nullable;

/** What holds for every text that a planner writes. */
final class TextRules {
    private TextRules() {}

    /** @return an empty text in place of one that is missing, which has been told */
    static String required(@Nullable String text, Violations here) {
        if (text == null) {
            here.missing();
            return "";
        }
        here.addIf(text.isBlank(), "must not be blank");
        readable(text, here);
        return text;
    }

    static void upTo(int limit, String text, Violations here) {
        int length = Limits.length(text);
        here.addIf(length > limit, "must have at most %d characters, and has %d".formatted(limit, length));
    }

    /** Half a surrogate pair is no text: on the wire it would silently become a question mark. */
    static void readable(String text, Violations here) {
        here.addIf(
                text.codePoints().anyMatch(Character::isISOControl), "must not have control characters or line breaks");
        here.addIf(text.codePoints().anyMatch(TextRules::isHalf), "must not have half of a character");
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}

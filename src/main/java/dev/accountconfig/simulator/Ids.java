package dev.accountconfig.simulator;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ids as paths write them: one, or several separated by commas (contract, section 1.2). */
final class Ids {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private Ids() {}

    static Optional<Long> one(String text) {
        return ID.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** @throws Refusal 400 where one of them is no id */
    static List<Long> several(String type, String text) {
        return Arrays.stream(text.split(",", -1))
                .map(id -> one(id).orElseThrow(() -> Refusal.badRequest(type, "not an id: " + id)))
                .distinct()
                .toList();
    }

    /** The documented body of a second delete; its status is inferred (contract, section 1.7). */
    static Refusal noData(String type) {
        return new Refusal(Answer.configurationError(404, type, 12, "No data found"));
    }
}

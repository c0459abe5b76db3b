package dev.accountconfig.schedule;

import java.util.regex.Pattern;

/**
 * A LivePerson site id: one to twenty letters, digits or underscores (contract 1.2). Whoever holds one may put it into a
 * path without encoding it.
 */
public record AccountId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_]{1,20}");

    /** @throws IllegalArgumentException saying what an account id looks like */
    public AccountId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("an account id is 1 to 20 letters, digits or underscores");
        }
    }

    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

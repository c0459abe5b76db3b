package dev.accountconfig.document;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The query of a target: what makes no difference to the answer is dropped, the rest is sorted by name. */
final class Query {
    private static final int LONGEST = 2048;

    /** Cache-busters and a caller's own name, which the vendor ignores (contract 1.3). */
    private static final Set<String> IGNORED = Set.of("_", "__d", "NC", "source");

    /** May stand in a query as they are, and do in the vendor's own: {@code select=$all}, {@code select=id,events(meta)}. */
    private static final String PLAIN = "!$()*,:@";

    private Query() {}

    /** Of one name in the order in which they came: the sort is stable. */
    static String canonical(String raw) {
        List<Parameter> kept = Arrays.stream(raw.split("&"))
                .filter(part -> !part.isEmpty())
                .map(Query::parameter)
                .filter(parameter -> !IGNORED.contains(parameter.name()))
                .sorted(Comparator.comparing(Parameter::name))
                .toList();
        String canonical = kept.stream().map(Parameter::encoded).collect(Collectors.joining("&"));
        if (canonical.length() > LONGEST) {
            throw new IllegalArgumentException("the query is longer than " + LONGEST + " characters");
        }
        return canonical;
    }

    private record Parameter(String name, String value) {
        String encoded() {
            return Spelling.encoded(name, PLAIN) + "=" + Spelling.encoded(value, PLAIN);
        }
    }

    /** A name alone is a name with an empty value, and a plus is a space, as forms have it. */
    private static Parameter parameter(String part) {
        String form = part.replace('+', ' ');
        int equals = form.indexOf('=');
        return equals < 0
                ? new Parameter(Spelling.decoded(form), "")
                : new Parameter(
                        Spelling.decoded(form.substring(0, equals)), Spelling.decoded(form.substring(equals + 1)));
    }
}

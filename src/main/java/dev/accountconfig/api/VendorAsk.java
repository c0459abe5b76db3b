package dev.accountconfig.api;

import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of the vendor's reads (contract 1.3). What else a client sends is its own affair. */
public class VendorAsk {
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,9}(?:\\.[0-9]{1,9})?");

    @RestQuery
    @Parameter(example = "1.0", description = "any number")
    @Nullable
    String v;

    @RestQuery
    @Parameter(example = "$all", description = "$all, $summary, or names like id,name,events(meta)")
    @Nullable
    String select;

    @RestQuery("include_deleted")
    @Parameter(example = "true", description = "whether a list holds deleted objects too")
    @Nullable
    String includeDeleted;

    /** @throws ProblemException where the version is no number */
    void check() {
        if (v != null && !VERSION.matcher(v).matches()) {
            throw Problem.invalid("?v", "must be a number like 1.0").asException();
        }
    }

    /**
     * @param summary what {@code $summary} stands for
     * @param unasked where the caller does not say
     * @throws ProblemException where it is malformed
     */
    Selection selection(List<String> summary, Selection unasked) {
        check();
        try {
            return select == null ? unasked : Selection.parse(select, summary);
        } catch (IllegalArgumentException malformed) {
            throw Problem.invalid("?select", String.valueOf(malformed.getMessage()))
                    .asException();
        }
    }

    boolean deletedToo() {
        return "true".equals(includeDeleted);
    }
}

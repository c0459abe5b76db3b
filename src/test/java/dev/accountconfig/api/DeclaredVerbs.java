package dev.accountconfig.api;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What every resource method says that it requires, by method and path; read from the annotations alone. */
public final class DeclaredVerbs {
    private DeclaredVerbs() {}

    /** @return such as {@code GET /v1/accounts/{accountId}/status} and {@code read}; {@code none} where it is open to all */
    public static Map<String, String> all() {
        Map<String, String> declared = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.accountconfig").stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .map(each -> each.reflect())
                        .forEach(resource -> collect(resource, declared));
        return declared;
    }

    private static void collect(Class<?> resource, Map<String, String> declared) {
        for (Method method : resource.getDeclaredMethods()) {
            Stream.of(method.getAnnotations())
                    .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                    .filter(each -> each != null)
                    .forEach(http -> declared.put(http.value() + " " + path(resource, method), verb(resource, method)));
        }
    }

    private static String path(Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value());
        return path.replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    }

    private static String verb(Class<?> resource, Method method) {
        Requires own = method.getAnnotation(Requires.class);
        Requires general = resource.getAnnotation(Requires.class);
        boolean open = resource.isAnnotationPresent(OpenToAll.class);
        if (own == null && general == null) {
            return open ? "none" : "undeclared: " + method;
        }
        return open
                ? "contradictory: " + method
                : (own == null ? general : own).value().word();
    }

    /** What the table of admission says of the same. */
    public static String enforced(String operation) {
        String[] parts = operation.split(" ");
        Errand errand = Errand.of(parts[0], parts[1].replace("{accountId}", "31415926"));
        return errand.verb() == null ? "none" : errand.verb().word();
    }
}

package dev.accountconfig.api;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What every resource method says that it requires, by method and path; read from the annotations alone. */
public final class DeclaredVerbs {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes/dev/accountconfig/api");

    private DeclaredVerbs() {}

    /** @return such as {@code GET /v1/accounts/{accountId}/status} and {@code read}; {@code none} where it is open to all */
    public static Map<String, String> all() {
        Map<String, String> declared = new TreeMap<>();
        resources().forEach(resource -> collect(resource, declared));
        return declared;
    }

    private static List<? extends Class<?>> resources() {
        try (Stream<java.nio.file.Path> files = Files.list(CLASSES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> type("dev.accountconfig.api." + name.replace(".class", "")))
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, DeclaredVerbs.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static void collect(Class<?> resource, Map<String, String> declared) {
        for (Method method : resource.getDeclaredMethods()) {
            Stream.of(method.getAnnotations())
                    .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                    .filter(Objects::nonNull)
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

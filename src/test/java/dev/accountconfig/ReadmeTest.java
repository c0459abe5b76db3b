package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.metrics.MeterName;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of the README and of docs/ are those of the code: every key with its default, every meter with its labels. */
class ReadmeTest {
    private final List<String> readme = lines("README.md");
    private final List<String> signingIn = lines("docs/signing-in.md");
    private final List<String> operating = lines("docs/operating.md");

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Test
    void itIsReadInOneSitting() {
        assertThat(readme).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void everySettingIsInTheTableWithItsDefaultAndNoOther() {
        Map<String, String> table = new TreeMap<>();
        Stream.of(readme, lines("docs/callers.md"), lines("docs/hours.md"), signingIn, operating)
                .flatMap(page -> rows(page, "`[a-z]+\\.[a-zA-Z.\"-]+`"))
                .forEach(cells -> table.put(bare(cells.get(0)), bare(cells.get(1))));
        Map<String, String> settings = new TreeMap<>();
        Stream.of(
                        AccessSettings.class,
                        ApiSettings.class,
                        LivePersonSettings.class,
                        CacheSettings.class,
                        UpstreamSettings.class,
                        ScheduleSettings.class)
                .forEach(mapping ->
                        collect(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping, settings));
        collect("simulator", simulatorSettings(), settings);
        assertThat(table).isEqualTo(settings);
    }

    /** By name: nobody outside its package is to know it. */
    private static Class<?> simulatorSettings() {
        try {
            return Class.forName("dev.accountconfig.simulator.EmbeddedSettings");
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    @Test
    void everyMeterIsInTheTableWithItsLabelsAndItsMeaningAndNoOther() {
        Set<String> table = rows(operating, "`accountconfig_[a-z_]+`")
                .map(cells -> bare(cells.get(0)).replaceAll("_(total|seconds)$", "") + " | " + cells.get(1) + " | "
                        + cells.get(2))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> meters = Stream.of(MeterName.values())
                .map(meter -> meter.id().replace('.', '_') + " | "
                        + (meter.labels().isEmpty() ? "none" : String.join(", ", meter.labels())) + " | "
                        + meter.meaning())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(table).isEqualTo(meters);
    }

    private Stream<List<String>> rows(List<String> page, String firstCell) {
        return page.stream()
                .filter(line -> line.startsWith("| "))
                .map(line -> Stream.of(line.substring(1, line.length() - 1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .filter(cells -> cells.get(0).matches(firstCell));
    }

    private static String bare(String cell) {
        return cell.replace("`", "");
    }

    private static void collect(String prefix, Class<?> mapping, Map<String, String> keys) {
        for (Method setting : mapping.getDeclaredMethods()) {
            String key = prefix + "." + kebab(setting.getName());
            Type type = setting.getGenericReturnType();
            if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
                collect(key + ".\"ID\"", (Class<?>) map.getActualTypeArguments()[1], keys);
            } else if (setting.getReturnType().getName().startsWith("dev.accountconfig.")
                    && setting.getReturnType().isInterface()) {
                collect(key, setting.getReturnType(), keys);
            } else {
                keys.put(key, defaultOf(setting));
            }
        }
    }

    private static String defaultOf(Method setting) {
        WithDefault value = setting.getAnnotation(WithDefault.class);
        return value == null ? "none" : value.value();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}

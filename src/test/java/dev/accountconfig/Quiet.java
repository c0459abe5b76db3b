package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Asserts silence around every test: what is worth a warning is worth an expectation, and no line of any level shows a
 * secret. Found by the service loader, which Quarkus' own JUnit configuration switches on.
 */
public final class Quiet implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final Logger ROOT = Logger.getLogger("");

    /** Netty's farewell to a connection that arrives at the very moment at which a simulator stops listening. */
    private static final String AT_A_CLOSING_DOOR = "ServerBootstrap: Failed to register an accepted channel";

    private final Ear ear = new Ear();

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        ear.heard.clear();
        ear.betrayed.clear();
        ROOT.addHandler(ear);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        ROOT.removeHandler(ear);
        List<String> unexpected =
                ear.heard.stream().filter(line -> !expected(context, line)).toList();
        assertThat(unexpected).as("unexpected log lines").isEmpty();
        assertThat(ear.betrayed).as("secrets in the log").isEmpty();
    }

    private static boolean expected(ExtensionContext context, String line) {
        return line.contains(AT_A_CLOSING_DOOR)
                || Stream.concat(patterns(context.getTestMethod()), patterns(context.getTestClass()))
                        .anyMatch(pattern ->
                                Pattern.compile(pattern).matcher(line).find());
    }

    /** By name: a Quarkus test sees this annotation through another class loader than we do. */
    private static Stream<String> patterns(Optional<? extends AnnotatedElement> element) {
        return element.stream()
                .flatMap(annotated -> Stream.of(annotated.getAnnotations()))
                .filter(annotation -> annotation.annotationType().getName().equals(MayWarn.class.getName()))
                .flatMap(annotation -> Stream.of(value(annotation)));
    }

    private static String[] value(Annotation annotation) {
        try {
            return (String[]) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Ear extends Handler {
        private static final Planted PLANTED = Planted.inTheSuite();

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<String> betrayed = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            PLANTED.seenIn(LogLines.whole(line)).forEach(secret -> betrayed.add(line.getLoggerName() + ": " + secret));
            if (line.getLevel().intValue() >= Level.WARNING.intValue()) {
                heard.add(line.getLoggerName() + ": " + line.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

package dev.accountconfig;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.platform.commons.support.AnnotationSupport;

/** Asserts silence around every test: what is worth a warning is worth an expectation. */
public final class Quiet implements BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final Logger ROOT = Logger.getLogger("");

    private final Ear ear = new Ear();

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        ear.heard.clear();
        ROOT.addHandler(ear);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        ROOT.removeHandler(ear);
        List<String> unexpected =
                ear.heard.stream().filter(line -> !expected(context, line)).toList();
        assertThat(unexpected).as("unexpected log lines").isEmpty();
    }

    private static boolean expected(ExtensionContext context, String line) {
        return Stream.concat(patterns(context.getTestMethod()), patterns(context.getTestClass()))
                .anyMatch(pattern -> Pattern.compile(pattern).matcher(line).find());
    }

    private static Stream<String> patterns(Optional<? extends AnnotatedElement> element) {
        return AnnotationSupport.findAnnotation(element, MayWarn.class).stream()
                .flatMap(allowed -> Stream.of(allowed.value()));
    }

    private static final class Ear extends Handler {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
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

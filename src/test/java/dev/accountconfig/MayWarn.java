package dev.accountconfig;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Log lines of level WARN or above that belong to what is tested; any other fails the test. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface MayWarn {
    /** Regular expressions, each to be found in a line. */
    String[] value();
}

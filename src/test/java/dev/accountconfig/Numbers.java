package dev.accountconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a test measured, for people: a line each in a file of its own. */
final class Numbers {
    private Numbers() {}

    /** @param name of the file that {@link BrokenWires#report} makes of it */
    static void write(String name, String... lines) {
        write(BrokenWires.report(name), List.of(lines));
    }

    static void write(Path file, List<String> lines) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

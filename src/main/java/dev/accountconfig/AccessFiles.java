package dev.accountconfig;

import dev.accountconfig.access.Callers;
import dev.accountconfig.access.IssuerKeys;
import dev.accountconfig.access.UnfitException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Keys of callers and of issuers, read at the start and again whenever their files change. */
final class AccessFiles {
    private static final Logger LOG = Logger.getLogger(AccessFiles.class);

    private final WatchedFiles files;

    AccessFiles(WatchedFiles files) {
        this.files = files;
    }

    /** @throws SettingsException naming the line at fault */
    void keysOf(Callers callers, Path file) {
        inForce("access.keys-file", file, text -> callers.renewKeys(text.lines().toList()));
        // No refusal: a key that was taken away must not keep the next start from succeeding.
        callers.withoutAnything()
                .forEach(name ->
                        LOG.warnf("The caller %s has no key, and nothing else to be known by: it cannot ask", name));
    }

    void keysOf(IssuerKeys issuer, Path file) {
        inForce("access.jwt.keys", file, issuer::renew);
    }

    private void inForce(String key, Path file, Consumer<String> use) {
        Runnable read = () -> read(key, file, use);
        files.watch(Set.of(file), read);
        read.run();
    }

    private static void read(String key, Path file, Consumer<String> use) {
        try {
            use.accept(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new SettingsException(key, "names " + file + ", which cannot be read");
        } catch (UnfitException unfit) {
            throw new SettingsException(key, "names " + file + ": " + unfit.getMessage());
        }
    }
}

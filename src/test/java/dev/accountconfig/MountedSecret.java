package dev.accountconfig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** A directory as Kubernetes mounts a secret: each file is a link through {@code ..data}, which is swapped as one. */
final class MountedSecret {
    private final Path directory;
    private int version;

    MountedSecret(Path directory, Map<String, String> secrets) {
        this.directory = directory;
        swap(secrets);
        secrets.keySet().forEach(this::link);
    }

    void swap(Map<String, String> secrets) {
        try {
            version++;
            Path next = Files.createDirectory(directory.resolve("..v" + version));
            for (Map.Entry<String, String> secret : secrets.entrySet()) {
                Files.writeString(next.resolve(secret.getKey()), secret.getValue());
            }
            Path link = Files.createSymbolicLink(directory.resolve("..data_tmp"), next.getFileName());
            Files.move(link, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void link(String name) {
        try {
            Files.createSymbolicLink(directory.resolve(name), Path.of("..data", name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

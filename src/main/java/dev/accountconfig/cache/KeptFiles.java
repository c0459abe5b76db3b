package dev.accountconfig.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * One directory of files that are whole or not there: written beside, forced to the disk, and renamed. A process that is
 * killed, or a machine that loses its power, leaves the old file or the new one.
 *
 * <p>Two processes may share a directory for a while, as while one takes over from the other; the last to write is right.
 */
record KeptFiles(Path directory) {
    static final long LONGEST = 64L << 20;

    private static final String KEPT = ".kept";
    private static final String BESIDE = ".tmp";

    /** Made where it is missing, for its owner alone; rid of what an earlier process was killed over; tried out. */
    static KeptFiles in(Path directory) throws IOException {
        Files.createDirectories(directory, forOwnerAlone(directory));
        try (DirectoryStream<Path> leftOver = Files.newDirectoryStream(directory, "*" + BESIDE)) {
            for (Path file : leftOver) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(Files.createTempFile(directory, "", BESIDE));
        return new KeptFiles(directory);
    }

    Path of(String key) {
        return directory.resolve(FileName.of(key) + KEPT);
    }

    /** Empty where there is none. */
    static Optional<byte[]> read(Path file) throws IOException {
        try {
            if (Files.size(file) > LONGEST) {
                throw new UnfitFileException("is longer than 64 MiB");
            }
            if (!Files.isRegularFile(file)) {
                throw new UnfitFileException("is no file");
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    void replace(Path file, byte[] content) throws IOException {
        if (content.length > LONGEST) {
            throw new UnfitFileException("would be longer than 64 MiB");
        }
        Path beside = Files.createTempFile(directory, "", BESIDE);
        try {
            write(beside, content);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
        forceNames();
    }

    /** @return whether there was one */
    boolean remove(Path file) throws IOException {
        boolean there = Files.deleteIfExists(file);
        if (there) {
            forceNames();
        }
        return there;
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** A rename and a removal are changes of the directory, which is forced like a file, where the system opens it like one. */
    private void forceNames() throws IOException {
        try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
            names.force(true);
        } catch (AccessDeniedException notOnThisSystem) {
            return;
        }
    }

    private static FileAttribute<?>[] forOwnerAlone(Path directory) {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}

package dev.accountconfig.cache;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.cache.ArchiveListener.Fate;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are whole or not there, in a directory that anything may have happened to while no process ran. */
class FileArchiveTest {
    private static final Set<String> KEYS = Set.of("a", "A", "b", "../../c", "ключ", "x".repeat(400));

    @TempDir
    Path temporary;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private Path directory;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @BeforeEach
    void nameADirectoryThatIsNotThereYet() {
        directory = temporary.resolve("archive").resolve("kept");
    }

    private Archive<String> archive() throws IOException {
        return FileArchive.in(
                directory,
                Set.of("names", "numbers"),
                KEYS,
                new FileArchive.Surroundings(() -> now, Runnable::run, this::hear));
    }

    private void hear(Fate fate, String collection, Path file, String words) {
        told.add(fate + " " + collection + " " + words);
    }

    /** A new life of the process. */
    private LastKnownGood<String, String> names() throws IOException {
        return archive().collection("names", new Text());
    }

    private List<Kept<String, String>> recalled() throws IOException {
        told.clear();
        return names().recall();
    }

    private Path file(String name) {
        return directory.resolve("names").resolve(name + ".kept");
    }

    private void isKept(String value) throws IOException {
        names().keep("a", value, "1");
    }

    private void nothingIsRecalledBecauseIt(String words) throws IOException {
        assertThat(recalled()).isEmpty();
        assertThat(told)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("SKIPPED names ")
                .contains(words);
    }

    @Nested
    class ARestart {
        @Test
        void bringsBackWhatWasKeptWithItsRevisionAndItsAge() throws IOException {
            isKept("v");
            now = now.plus(ofMinutes(3));
            assertThat(recalled()).containsExactly(new Kept<>("a", "v", "1", ofMinutes(3)));
        }

        @Test
        void bringsBackEveryKindOfKeyAndRevision() throws IOException {
            LastKnownGood<String, String> names = names();
            KEYS.forEach(key -> names.keep(key, "of " + key, "W/\"é %\n\""));
            assertThat(recalled()).hasSize(KEYS.size()).allSatisfy(kept -> {
                assertThat(kept.value()).isEqualTo("of " + kept.key());
                assertThat(kept.revision()).isEqualTo("W/\"é %\n\"");
            });
        }

        @Test
        void bringsBackAValueWithoutARevision() throws IOException {
            names().keep("a", "v", null);
            assertThat(recalled()).containsExactly(new Kept<>("a", "v", null, Duration.ZERO));
        }

        @Test
        void bringsBackNothingThatWasForgotten() throws IOException {
            isKept("v");
            names().forget("a");
            assertThat(recalled()).isEmpty();
            assertThat(told).isEmpty();
        }

        @Test
        void doesNotLookAtKeysThatAreNotOurs() throws IOException {
            names().keep("z", "v", "1");
            assertThat(recalled()).isEmpty();
            assertThat(file("z")).exists();
        }

        @Test
        void measuresAgeZeroWhereTheClockWasPutBack() throws IOException {
            isKept("v");
            now = now.minus(Duration.ofDays(1));
            assertThat(recalled().get(0).age()).isEqualTo(Duration.ZERO);
        }

        @Test
        void keepsCollectionsApart() throws IOException {
            isKept("v");
            assertThat(archive().<String>collection("numbers", new Text()).recall())
                    .isEmpty();
        }

        @Test
        void removesWhatAnEarlierProcessWasKilledOverAndFindsTheOldValue() throws IOException {
            isKept("old");
            Path beside = directory.resolve("names").resolve("123.tmp");
            Files.copy(file("a"), beside);
            assertThat(recalled()).extracting(Kept::value).containsExactly("old");
            assertThat(beside).doesNotExist();
        }
    }

    @Nested
    class AFile {
        @Test
        void liesBelowItsCollectionWhateverItsKey() throws IOException {
            LastKnownGood<String, String> names = names();
            KEYS.forEach(key -> names.keep(key, "v", "1"));
            try (Stream<Path> files = Files.list(directory.resolve("names"))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .hasSize(KEYS.size())
                        .allMatch(name -> name.matches("[a-z0-9_%=-]{1,120}\\.kept"))
                        .contains("a.kept", "%41.kept", "%2e%2e%2f%2e%2e%2fc.kept");
            }
        }

        @Test
        void isForItsOwnerAlone() throws IOException {
            isKept("v");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("a"))))
                    .isEqualTo("rw-------");
        }

        @Test
        void saysInItsFirstLineWhatItIs() throws IOException {
            isKept("v");
            assertThat(Files.readString(file("a")))
                    .matches("last-known-good 1 names a =1 2026-11-22T12:00:00Z [0-9a-f]{64}\nv");
        }

        @Test
        void isWrittenAgainForAConfirmationOnlyWhenTheLastOneIsTenMinutesOld() throws IOException {
            LastKnownGood<String, String> names = names();
            String value = "v";
            for (int minute = 0; minute <= 10; minute++) {
                names.keep("a", value, "1");
                now = now.plus(ofMinutes(1));
            }
            assertThat(told).containsExactly("WRITTEN names ", "WRITTEN names ");
        }

        @Test
        void isNotWrittenAgainForAConfirmationSoonAfterARestart() throws IOException {
            isKept("v");
            LastKnownGood<String, String> names = names();
            String value = names.recall().get(0).value();
            told.clear();
            now = now.plus(ofMinutes(1));
            names.keep("a", value, "1");
            assertThat(told).isEmpty();
            names.keep("a", value, "2");
            assertThat(told).containsExactly("WRITTEN names ");
        }

        @Test
        void isWrittenAgainAfterItWasForgotten() throws IOException {
            LastKnownGood<String, String> names = names();
            names.keep("a", "v", "1");
            names.forget("a");
            names.keep("a", "v", "1");
            assertThat(recalled()).hasSize(1);
        }

        @Test
        void isWrittenAgainWhenTheClockWasPutBackFar() throws IOException {
            LastKnownGood<String, String> names = names();
            names.keep("a", "v", "1");
            now = now.minus(ofMinutes(10));
            names.keep("a", "v", "1");
            assertThat(told).hasSize(2);
        }
    }

    @Nested
    class ADirectory {
        @Test
        void thatCannotBeMadeIsRefusedAtTheStart() throws IOException {
            Files.createDirectories(directory);
            Files.createFile(directory.resolve("names"));
            assertThatThrownBy(() -> archive()).isInstanceOf(IOException.class);
        }

        @Test
        void thatGoesAwayIsToldOfAndNothingElseHappens() throws IOException {
            LastKnownGood<String, String> names = names();
            Files.delete(directory.resolve("names"));
            names.keep("a", "v", "1");
            names.forget("b");
            assertThat(told).hasSize(1).first().asString().startsWith("FAILED names gave java.nio.file.NoSuchFile");
        }

        @Test
        void thatComesBackIsWrittenToAgain() throws IOException {
            LastKnownGood<String, String> names = names();
            Files.delete(directory.resolve("names"));
            names.keep("a", "v", "1");
            Files.createDirectory(directory.resolve("names"));
            names.keep("a", "v", "1");
            assertThat(recalled()).hasSize(1);
        }
    }

    @Nested
    class IsSkipped {
        @Test
        void whatIsEmpty() throws IOException {
            isKept("v");
            Files.write(file("a"), new byte[0]);
            nothingIsRecalledBecauseIt("is no file of ours");
        }

        @Test
        void whatWasNotWrittenByUs() throws IOException {
            isKept("v");
            Files.writeString(file("a"), "{\"json\":true}\n");
            nothingIsRecalledBecauseIt("is no file of ours");
        }

        @Test
        void whatIsOfAnotherFormatVersion() throws IOException {
            isKept("v");
            Files.writeString(file("a"), Files.readString(file("a")).replace("good 1", "good 2"));
            nothingIsRecalledBecauseIt("is of another format version, 2");
        }

        @Test
        void whatIsTruncatedAnywhere() throws IOException {
            isKept("value");
            byte[] whole = Files.readAllBytes(file("a"));
            for (int length = 0; length < whole.length; length++) {
                Files.write(file("a"), java.util.Arrays.copyOf(whole, length));
                nothingIsRecalledBecauseIt("is");
            }
        }

        @Test
        void whatIsAlteredAnywhereByOneBit() throws IOException {
            isKept("value");
            byte[] whole = Files.readAllBytes(file("a"));
            for (int at = 0; at < whole.length * 8; at++) {
                byte[] altered = whole.clone();
                altered[at / 8] ^= (byte) (1 << (at % 8));
                Files.write(file("a"), altered);
                nothingIsRecalledBecauseIt("is");
            }
        }

        @Test
        void whatIsOfAnotherKey() throws IOException {
            names().keep("b", "v", "1");
            Files.move(file("b"), file("a"));
            nothingIsRecalledBecauseIt("is of b in names");
        }

        @Test
        void whatIsOfAnotherCollection() throws IOException {
            archive().<String>collection("numbers", new Text()).keep("a", "v", "1");
            Files.move(directory.resolve("numbers").resolve("a.kept"), file("a"));
            nothingIsRecalledBecauseIt("is of a in numbers");
        }

        @Test
        void whatIsLongerThanAnythingWeWrite() throws IOException {
            isKept("v");
            try (RandomAccessFile file = new RandomAccessFile(file("a").toFile(), "rw")) {
                file.setLength((64L << 20) + 1);
            }
            nothingIsRecalledBecauseIt("is longer than 64 MiB");
        }

        @Test
        void whatIsNoFile() throws IOException {
            Files.createDirectories(file("a"));
            nothingIsRecalledBecauseIt("is no file");
        }

        @ParameterizedTest
        @ValueSource(strings = {"refused", "bug"})
        void whatTheCodecDoesNotTake(String value) throws IOException {
            isKept(value);
            nothingIsRecalledBecauseIt(value);
        }

        @Test
        void andLeftWhereItIsUntilTheKeyIsNextKept() throws IOException {
            isKept("v");
            Files.writeString(file("a"), "nonsense");
            recalled();
            assertThat(file("a")).hasContent("nonsense");
            isKept("w");
            assertThat(recalled()).extracting(Kept::value).containsExactly("w");
        }
    }

    @Nested
    class ManyThreads {
        @Test
        void keepTheirKeysAndTheLastValueOfEachIsTheOneOnDisk() throws Exception {
            ExecutorService writer = Executors.newSingleThreadExecutor();
            ExecutorService threads = Executors.newFixedThreadPool(KEYS.size());
            Archive<String> archive = FileArchive.in(
                    directory,
                    Set.of("names"),
                    KEYS,
                    new FileArchive.Surroundings(() -> now, writer, FileArchiveTest.this::hear));
            LastKnownGood<String, String> names = archive.collection("names", new Text());
            List<java.util.concurrent.Callable<Void>> work = new ArrayList<>();
            KEYS.forEach(key -> work.add(() -> {
                for (int i = 0; i <= 1_000; i++) {
                    names.keep(key, "value " + i, Integer.toString(i));
                }
                return null;
            }));
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
            archive.close(ofSeconds(20));
            assertThat(told).hasSizeLessThan(KEYS.size() * 1_000).allMatch(line -> line.startsWith("WRITTEN"));
            assertThat(recalled())
                    .hasSize(KEYS.size())
                    .allMatch(kept -> kept.value().equals("value 1000") && "1000".equals(kept.revision()));
            threads.shutdown();
            writer.shutdown();
        }
    }

    private static final class Text implements Codec<String> {
        @Override
        public byte[] encode(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decode(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            switch (text) {
                case "refused" -> throw new IllegalArgumentException("holds what is refused");
                case "bug" -> throw new IllegalStateException("a bug");
                default -> {
                    return text;
                }
            }
        }
    }
}

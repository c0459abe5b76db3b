package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accountconfig.schedule.Finding;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.ItemKind;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.Snapshot;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A collection that comes back from a file equals the one that went there, so that it counts as unchanged. */
class SnapshotCodecTest {
    private static <T extends Item> Snapshot<T> read(Resource<T> resource, String json) {
        var nodes = VendorJson.of(Said.content(Buffer.buffer(json), "1"));
        return new CollectionReader<>(resource)
                .read(StreamSupport.stream(nodes.spliterator(), false).toList());
    }

    private static <T extends Item> void comesBack(Resource<T> resource, String json) {
        Snapshot<T> snapshot = read(resource, json);
        SnapshotCodec<T> codec = new SnapshotCodec<>(resource);
        Snapshot<T> back = codec.decode(codec.encode(snapshot));
        assertThat(back).isEqualTo(snapshot);
        assertThat(back.hashCode()).isEqualTo(snapshot.hashCode());
    }

    @Test
    void theCollectionsOfTheSimulatedVendorComeBack() throws IOException {
        comesBack(Resource.occasions(), simulated("occasions"));
        comesBack(Resource.workdays(), simulated("workdays"));
        comesBack(Resource.skills(), simulated("skills"));
    }

    private static String simulated(String collection) throws IOException {
        return Files.readString(Path.of("src/main/resources/simulator", collection + ".json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'id':7}]",
                "[{'id':'7','name':null,'description':7,'events':[7,{}]}]",
                "[{'id':9},{'id':3},{'id':9,'name':'again'}]",
                "[{'name':'no id'},{'id':1},'junk',[1],null,7]",
                "[{'id':1,'x':1.50,'y':100.0,'z':1e999,'a':-0.0,'b':0.1e-7,'c':123456789012345678901234567890}]",
                "[{'id':5.0},{'id':100.0},{'id':1e2}]",
                "[{'id':1,'name':'Zürich 時間 \\ud83d\\ude00 \\u0000 \\u2028 \\n \\\\ \\/ \\u007f'}]",
                "[{'id':1,'name':'half a character \\ud83d'}]",
                "[{'id':1,'name':'twice','name':'the last'}]",
                "[{'id':1,'deep':[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}]",
            })
    void whateverTheVendorMaySendComesBack(String json) {
        comesBack(Resource.occasions(), json.replace('\'', '"'));
    }

    @Test
    void randomTextComesBack() {
        Random dice = new Random(20_261_122);
        for (int round = 0; round < 200; round++) {
            StringBuilder name = new StringBuilder();
            dice.ints(40, 0, 0x10000).forEach(next -> name.append("\\u%04x".formatted(next)));
            comesBack(Resource.occasions(), "[{\"id\":1,\"name\":\"" + name + "\"}]");
        }
    }

    @Test
    void aFindingComesBackWithAllThatItSays() {
        Snapshot<Occasion> snapshot = new Snapshot<>(
                List.of(),
                List.of(new Finding(Finding.Severity.WARNING, ItemKind.OCCASION, 7L, 2, "Ä \"word\"", "advice\n")));
        SnapshotCodec<Occasion> codec = new SnapshotCodec<>(Resource.occasions());
        assertThat(codec.decode(codec.encode(snapshot))).isEqualTo(snapshot);
    }

    @Test
    void whatIsKeptIsTheVendorsOwnJsonLineByLine() {
        byte[] bytes = new SnapshotCodec<>(Resource.occasions())
                .encode(read(Resource.occasions(), "[{\"id\":7,\"unknown\":\"ü\"},{\"id\":8}]"));
        assertThat(new String(bytes, StandardCharsets.US_ASCII))
                .isEqualTo("[]\n{\"id\":7,\"unknown\":\"\\u00fc\"}\n{\"id\":8}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]\n{", "nonsense", "[{\"severity\":\"FATAL\"}]", "[]\n\n"})
    void anythingElseIsRefused(String text) {
        SnapshotCodec<Occasion> codec = new SnapshotCodec<>(Resource.occasions());
        assertThatThrownBy(() -> codec.decode(text.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.accountconfig.liveperson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.accountconfig.cache.Codec;
import dev.accountconfig.schedule.Finding;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.ItemKind;
import dev.accountconfig.schedule.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A collection as lines of JSON in ASCII: the findings about items that could not be read, which left nothing else behind,
 * then each item as the vendor sent it. Items are read anew, by the reader of the vendor's answers: a version of this program
 * that reads more, or otherwise, does so with what an earlier one kept.
 */
public final class SnapshotCodec<T extends Item> implements Codec<Snapshot<T>> {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final CollectionReader<T> reader;

    public SnapshotCodec(Resource<T> resource) {
        this.reader = new CollectionReader<>(resource);
    }

    @Override
    public byte[] encode(Snapshot<T> snapshot) {
        StringBuilder lines = new StringBuilder();
        line(written(snapshot.findings()).toString(), lines);
        snapshot.entries().forEach(entry -> line(entry.json(), lines));
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public Snapshot<T> decode(byte[] bytes) {
        List<JsonNode> lines = new String(bytes, StandardCharsets.US_ASCII)
                .lines()
                .map(VendorJson::kept)
                .toList();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("has no first line");
        }
        Snapshot<T> items = reader.read(lines.subList(1, lines.size()));
        List<Finding> findings = new ArrayList<>(read(lines.get(0)));
        findings.addAll(items.findings());
        return new Snapshot<>(items.entries(), findings);
    }

    /** Outside ASCII JSON has nothing but text; escaped, even half a character comes back as it was. */
    private static void line(String json, StringBuilder lines) {
        json.chars().forEach(next -> {
            if (next < 0x80) {
                lines.append((char) next);
            } else {
                lines.append("\\u%04x".formatted(next));
            }
        });
        lines.append('\n');
    }

    private static ArrayNode written(List<Finding> findings) {
        ArrayNode list = JSON.arrayNode();
        for (Finding finding : findings) {
            list.addObject()
                    .put("severity", finding.severity().name())
                    .put("kind", finding.kind().name())
                    .put("itemId", finding.itemId())
                    .put("event", finding.event())
                    .put("words", finding.words())
                    .put("advice", finding.advice());
        }
        return list;
    }

    private static List<Finding> read(JsonNode findings) {
        return StreamSupport.stream(findings.spliterator(), false)
                .map(SnapshotCodec::finding)
                .toList();
    }

    private static Finding finding(JsonNode finding) {
        return new Finding(
                Finding.Severity.valueOf(Fields.text(finding, "severity")),
                ItemKind.valueOf(Fields.text(finding, "kind")),
                Fields.optionalId(finding, "itemId"),
                finding.path("event").isInt() ? finding.path("event").intValue() : null,
                Fields.text(finding, "words"),
                Fields.text(finding, "advice"));
    }
}

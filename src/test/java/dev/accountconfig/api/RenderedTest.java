package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accountconfig.schedule.Occasion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Canonical bytes and their tag. */
class RenderedTest {
    private static final Occasion OCCASION = new Occasion(7, "Straße", null, true, false, List.of());

    @Test
    void fieldsComeInTheOrderOfTheShapeAndAbsentOnesAsNull() {
        assertThat(new String(Rendered.json(OccasionView.of(OCCASION)).body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":7,\"name\":\"Straße\",\"description\":null,\"isDefault\":true,\"deleted\":false,\"events\":[]}");
    }

    @Test
    void theTagIsAFunctionOfTheBytesAlone() {
        String tag = Rendered.json(OccasionView.of(OCCASION)).etag();
        assertThat(Rendered.json(OccasionView.of(OCCASION)).etag())
                .isEqualTo(tag)
                .matches("\"[A-Za-z0-9_-]{16}\"");
        Occasion other = new Occasion(8, "Straße", null, true, false, List.of());
        assertThat(Rendered.json(OccasionView.of(other)).etag()).isNotEqualTo(tag);
    }

    /** The order of {@code Map.of} changes with every start of the machine. */
    @Test
    void aMapIsRenderedByItsKeys() {
        Map<String, Integer> map = Map.of("b", 2, "a", 1, "d", 4, "c", 3);
        assertThat(new String(Json.bytes(map), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}");
    }
}

package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static dev.accountconfig.simulator.Visitor.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.api.Drafting;
import dev.accountconfig.liveperson.Writing;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.Workdays;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Two readings of one contract: whatever the service lets pass, the simulator takes. The service may be stricter, where the
 * vendor would silently misread; never more lenient.
 */
class DraftsPassTest extends SimulatorTestCase {
    private static final int BODIES = 10_000;
    private static final int SENT = 100;
    private static final long SEED = Long.getLong("drafts.seed", 20_261_224L);

    private List<Occasion> occasions = List.of();
    private List<Workdays> workdays = List.of();

    @BeforeEach
    void read() {
        occasions = items(Kind.OCCASIONS).stream()
                .map(item -> new Occasion(id(item), name(item), null, false, isDeleted(item), List.of()))
                .toList();
        workdays = items(Kind.WORKDAYS).stream()
                .map(item -> new Workdays(id(item), name(item), null, false, isDeleted(item), List.of()))
                .toList();
    }

    private static List<ObjectNode> items(Kind kind) {
        return simulator.world().account().items(kind);
    }

    private static long id(JsonNode item) {
        return item.path("id").asLong();
    }

    private static String name(JsonNode item) {
        return item.path("name").asText();
    }

    private static boolean isDeleted(JsonNode item) {
        return item.path("deleted").asBoolean();
    }

    private static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Optional<ObjectNode> created(Kind kind, JsonNode body) {
        return kind == Kind.OCCASIONS
                ? Drafting.newOccasion(bytes(body), occasions).map(Writing::newOccasion)
                : Drafting.newWorkdays(bytes(body), workdays).map(Writing::newWorkdays);
    }

    private Optional<ObjectNode> changed(Kind kind, JsonNode body, ObjectNode former) {
        return kind == Kind.OCCASIONS
                ? Drafting.occasion(bytes(body), id(former), occasions)
                        .map(draft -> Writing.occasion(draft, former.toString()))
                : Drafting.workdays(bytes(body), id(former), workdays)
                        .map(draft -> Writing.workdays(draft, former.toString()));
    }

    @Test
    void whateverTheServiceLetsPassTheSimulatorTakes() {
        Random random = new Random(SEED);
        int passed = 0;
        for (int each = 0; each < BODIES; each++) {
            Kind kind = each % 2 == 0 ? Kind.OCCASIONS : Kind.WORKDAYS;
            ObjectNode body = new RandomBody(random, kind).next();
            Optional<ObjectNode> written = written(kind, body, random);
            passed += written.isPresent() ? 1 : 0;
            String about = "seed %d, body %d: %s".formatted(SEED, each, body);
            written.ifPresent(
                    item -> assertThat(ObjectRules.broken(kind, item)).as(about).isEmpty());
        }
        assertThat(passed).as("seed %d", SEED).isBetween(BODIES / 2, BODIES * 4 / 5);
    }

    private Optional<ObjectNode> written(Kind kind, ObjectNode body, Random random) {
        List<ObjectNode> items = items(kind);
        ObjectNode former = items.get(random.nextInt(items.size()));
        return random.nextBoolean() ? created(kind, body) : changed(kind, body, former);
    }

    @ParameterizedTest
    @EnumSource(names = {"OCCASIONS", "WORKDAYS"})
    void soItDoesWhenTheyAreSentToIt(Kind kind) {
        RandomBody bodies = new RandomBody(new Random(SEED), kind);
        Visitor client = visitor.signedIn();
        String path = kind == Kind.OCCASIONS ? OCCASIONS : WORKDAYS;
        Stream.generate(bodies::next)
                .flatMap(body -> created(kind, body).stream())
                .limit(SENT)
                .forEach(item -> {
                    Visitor.Reply reply = client.post(path, item.toString());
                    assertThat(reply.status()).as("%s: %s", item, reply.body()).isEqualTo(200);
                    simulator.world().account().vanish(kind, id(reply.json()));
                });
    }
}

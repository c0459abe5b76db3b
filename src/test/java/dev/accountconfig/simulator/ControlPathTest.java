package dev.accountconfig.simulator;

import static dev.accountconfig.simulator.Visitor.ACCOUNT;
import static dev.accountconfig.simulator.Visitor.OCCASIONS;
import static dev.accountconfig.simulator.Visitor.SKILLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlPathTest extends SimulatorTestCase {

    private static final String CONTROL = "/_simulator";
    private static final String MISHAPS = CONTROL + "/mishaps";

    @Test
    void mishapsAreScripted() {
        var script = visitor.put(
                MISHAPS,
                "{\"requests\":\"OCCASIONS\",\"account\":\"31415926\",\"next\":1,\"mishap\":\"FAIL\",\"status\":502,\"body\":\"HTML\"}");

        assertThat(script.json().get(0))
                .hasToString("{\"requests\":\"OCCASIONS\",\"account\":\"31415926\",\"left\":1,"
                        + "\"mishap\":\"Fail[status=502, body=HTML]\"}");
        assertThat(visitor.get(OCCASIONS).status()).isEqualTo(502);
        assertThat(visitor.get(OCCASIONS).status()).isEqualTo(401);
    }

    @Test
    void aPutReplacesTheScriptAndAPostProlongsIt() {
        visitor.put(MISHAPS, "[{\"mishap\":\"STALL\"},{\"mishap\":\"RESET\"}]");
        visitor.put(MISHAPS, "{\"mishap\":\"TRUNCATE\"}");

        assertThat(visitor.post(MISHAPS, "{\"mishap\":\"none\"}").json().findValuesAsText("mishap"))
                .containsExactly("Truncate[]", "None[]");
        assertThat(visitor.delete(MISHAPS).json()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'mishap':'NONE'}                                    | None[]",
                "{'mishap':'SLOW','before':'PT2S'}                    | Slow[before=PT2S]",
                "{'mishap':'THROTTLE'}                                | Throttle[retryAfter=null]",
                "{'mishap':'THROTTLE','retryAfter':'PT5S'}            | Throttle[retryAfter=PT5S]",
                "{'mishap':'FAIL','status':503}                       | Fail[status=503, body=JSON]",
                "{'mishap':'GARBLE','nonsense':'BROKEN_JSON'}         | Garble[nonsense=BROKEN_JSON]",
                "{'mishap':'TRUNCATE'}                                | Truncate[]",
                "{'mishap':'DRIP','interval':'PT0.1S'}                | Drip[interval=PT0.1S]",
                "{'mishap':'STALL'}                                   | Stall[]",
                "{'mishap':'OVERSIZE','bytes':629145600}              | Oversize[bytes=629145600]",
                "{'mishap':'GZIP_BOMB','bytes':629145600}             | GzipBomb[bytes=629145600]",
                "{'mishap':'REDIRECT','location':'http://localhost:1'} | Redirect[location=http://localhost:1]",
                "{'mishap':'HEADER_FLOOD','headers':100}              | HeaderFlood[headers=100]",
                "{'mishap':'WRONG_ACCOUNT','as':'27182818'}           | WrongAccount[account=27182818]",
                "{'mishap':'RESET'}                                   | Reset[]",
                "{'mishap':'EXPIRE_TOKENS'}                           | ExpireTokens[]",
                "{'mishap':'MOVE_HOST','host':'localhost:1'}          | MoveHost[host=localhost:1]",
                "{'mishap':'LIST_WITHOUT_EVENTS'}                     | ListWithoutEvents[]"
            },
            quoteCharacter = '`')
    void everyMishapHasAName(String words, String mishap) {
        assertThat(visitor.put(MISHAPS, words.replace('\'', '"')).json().findValuesAsText("mishap"))
                .containsExactly(mishap);
        assertThat(MishapWords.values()).hasSize(Mishap.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mishap\":\"EXPLODE\"}                             | mishap",
                "{}                                                   | mishap",
                "{\"mishap\":\"SLOW\"}                                | before",
                "{\"mishap\":\"SLOW\",\"before\":\"2s\"}              | before",
                "{\"mishap\":\"SLOW\",\"before\":\"-PT2S\"}           | before",
                "{\"mishap\":\"FAIL\",\"status\":200}                 | status",
                "{\"mishap\":\"FAIL\",\"status\":600}                 | status",
                "{\"mishap\":\"FAIL\",\"status\":503,\"body\":\"XML\"} | body",
                "{\"mishap\":\"OVERSIZE\",\"bytes\":\"many\"}         | bytes",
                "{\"mishap\":\"GZIP_BOMB\",\"bytes\":1}                | bytes",
                "{\"mishap\":\"REDIRECT\"}                            | location",
                "{\"mishap\":\"HEADER_FLOOD\",\"headers\":0}           | headers",
                "{\"mishap\":\"WRONG_ACCOUNT\",\"account\":\"1\"}       | as",
                "{\"mishap\":\"STALL\",\"next\":0}                    | next",
                "{\"mishap\":\"STALL\",\"next\":4294967297}           | next",
                "{\"mishap\":\"STALL\",\"requests\":\"PEOPLE\"}       | requests",
                "{\"mishap\":\"STALL\",\"colour\":\"red\"}            | colour",
                "3                                                    | body",
                "{                                                    | body"
            })
    void aBadMishapIsRefusedByTheFieldAtFault(String body, String field) {
        var answer = visitor.put(MISHAPS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
        assertThat(visitor.get(MISHAPS).json()).isEmpty();
    }

    @Test
    void requestsAreShownByService() {
        visitor.login();
        visitor.get(OCCASIONS + "?v=1.0");

        var shown = visitor.get(CONTROL + "/requests?service=occasions").json();

        assertThat(shown.path("requests")).hasSize(1);
        assertThat(shown.path("requests").get(0).path("query")).hasToString("{\"v\":\"1.0\"}");
        assertThat(shown.path("counts").path("LOGIN").asInt()).isEqualTo(1);
        assertThat(visitor.delete(CONTROL + "/requests").json().path("requests"))
                .isEmpty();
        assertThat(visitor.get(CONTROL + "/requests?service=pizza").status()).isEqualTo(400);
    }

    @Test
    void anOccasionIsEditedAsByAPlanner() {
        var edited = visitor.put(CONTROL + "/occasions/31415926/4101000110", "{\"name\":\"Bank holidays\"}");

        assertThat(edited.revision()).isEqualTo("1205");
        assertThat(edited.json().path("events")).hasSize(5);
        assertThat(visitor.signedIn().get(OCCASIONS).names()).contains("Bank holidays");
    }

    @Test
    void anObjectThatIsNotThereIsAdded() {
        visitor.put(CONTROL + "/skills/31415926/5", "{\"name\":\"New\"}");

        assertThat(visitor.signedIn().get(SKILLS).names()).contains("New");
    }

    @Test
    void anOccasionIsDeletedAsByAPlanner() {
        assertThat(visitor.delete(CONTROL + "/occasions/31415926/4101000110")
                        .json()
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        assertThat(visitor.signedIn().get(OCCASIONS).json()).hasSize(8);
    }

    @ParameterizedTest
    @CsvSource({"/occasions/999/1,account", "/occasions/31415926/one,id", "/occasions/31415926/1,body"})
    void aBadEditIsRefusedByTheFieldAtFault(String path, String field) {
        var answer = visitor.put(CONTROL + path, "[]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("field").asText()).isEqualTo(field);
    }

    @Test
    void habitsAreShownAndChanged() {
        var habits =
                visitor.put(CONTROL + "/habits", "{\"quirks\":[\"LENIENT\"],\"waived\":[\"DESCRIPTION_PRESENT\"]}");

        assertThat(habits.body()).isEqualTo("{\"quirks\":[\"LENIENT\"],\"waived\":[\"DESCRIPTION_PRESENT\"]}");
        assertThat(visitor.put(CONTROL + "/habits", "{}").body()).isEqualTo("{\"quirks\":[],\"waived\":[]}");
        assertThat(visitor.put(CONTROL + "/habits", "{\"quirks\":[\"NICE\"]}")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("quirks");
    }

    @Test
    void accountsAndUsersAreAdded() {
        visitor.put(CONTROL + "/accounts/27182818", "{\"marker\":\"second\"}");
        visitor.put(CONTROL + "/users/reader", "{\"password\":\"p\",\"privilege\":\"READING\"}");

        var reader = visitor.signedIn("27182818", "reader", "p");

        assertThat(reader.get(OCCASIONS.replace("31415926", "27182818")).names())
                .contains("second UK public holidays");
        assertThat(visitor.put(CONTROL + "/users/reader", "{}")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("password");
    }

    @Test
    void anAccountIsFurnishedWithGivenObjects() {
        visitor.put(
                CONTROL + "/accounts/27182818", "{\"occasions\":[{\"id\":7,\"name\":\"Only one\",\"deleted\":false}]}");
        visitor.put(CONTROL + "/users/reader", "{\"password\":\"p\",\"privilege\":\"READING\"}");

        var reader = visitor.signedIn("27182818", "reader", "p");

        assertThat(reader.get(OCCASIONS.replace("31415926", "27182818")).names())
                .containsExactly("Only one");
        assertThat(visitor.put(CONTROL + "/accounts/27182818", "{\"skills\":[{\"name\":\"without an id\"}]}")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("skills");
    }

    @Test
    void sessionsAreKilled() {
        var client = visitor.signedIn();

        assertThat(visitor.delete(CONTROL + "/sessions").status()).isEqualTo(204);
        assertThat(client.get(OCCASIONS).status()).isEqualTo(401);
    }

    @Test
    void aResetMakesItAsNew() {
        visitor.put(MISHAPS, "{\"mishap\":\"STALL\"}");
        simulator.world().account().touch();

        assertThat(visitor.post(CONTROL + "/reset", "").status()).isEqualTo(204);
        assertThat(visitor.get(MISHAPS).json()).isEmpty();
        assertThat(simulator.world().account().revision()).isEqualTo(1204);
    }

    @Test
    void itRefusesForAWhileAndComesBackByItself() throws IOException {
        try (var socket = new Socket("localhost", simulator.port())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write("POST /_simulator/refuse?for=PT0.3S HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 202 ");
        }

        simulator.refuse();
        assertThatThrownBy(() -> new Socket("localhost", simulator.port()).close())
                .isInstanceOf(ConnectException.class);
        assertThat(comesBack()).isTrue();
        assertThat(visitor.get(ACCOUNT + "/service/baseURI.json").status()).isEqualTo(200);
    }

    private static boolean comesBack() {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!simulator.isListening() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return simulator.isListening();
    }

    @Test
    void aBadWhileIsRefused() {
        assertThat(visitor.post(CONTROL + "/refuse?for=soon", "")
                        .json()
                        .path("field")
                        .asText())
                .isEqualTo("for");
    }

    @Test
    void theLeversNameEveryMishap() {
        assertThat(visitor.get(CONTROL).body())
                .contains(Stream.of(MishapWords.values()).map(Enum::name).toList());
    }

    @Test
    void aLeverThatDoesNotExistIsNotFound() {
        assertThat(visitor.put(CONTROL + "/weather", "{}").status()).isEqualTo(404);
        assertThat(visitor.get(CONTROL).body()).contains("PUT    /mishaps").contains("POST   /refuse");
    }
}

package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.accountconfig.api.Drafting;
import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.Item;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Snapshot;
import dev.accountconfig.schedule.Sourced;
import dev.accountconfig.schedule.Workdays;
import dev.accountconfig.schedule.WorkdaysEvent;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Drafts in the vendor's JSON: in its order, and with every field kept that is not modelled. Single quotes for double. */
class ItemWriterTest {
    private static final String LONDON =
            "'start':{'dateTime':'%s','timeZone':'Europe/London'},'end':{'dateTime':'%s','timeZone':'Europe/London'}";

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static <T extends Item> Snapshot<T> read(Resource<T> resource, String json) {
        JsonNode nodes = VendorJson.of(Said.content(Buffer.buffer(json), "1"));
        return new CollectionReader<>(resource)
                .read(StreamSupport.stream(nodes.spliterator(), false).toList());
    }

    private static String world(String file) throws IOException {
        try (var stream = ItemWriterTest.class.getResourceAsStream("/simulator/" + file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Occasion occasion(String json) {
        return read(Resource.occasions(), json("[" + json + "]")).items().get(0);
    }

    /** What the events of one object become when they are written over those of another. */
    private static ObjectNode changed(String former, String events) {
        Draft<OccasionEvent> draft = Draft.of(occasion("{'id':1,'name':'n','events':[" + events + "]}"));
        return Writing.occasion(draft, json(former));
    }

    private static String event(String name, String day, String extra) {
        return "{'meta':{'working':false,'name':'" + name + "'}," + LONDON.formatted(day, day) + ",'recurrence':[]"
                + extra + "}";
    }

    @Test
    void aNewObjectIsWrittenInTheVendorsOrder() {
        Draft<OccasionEvent> draft =
                Draft.of(occasion("""
                {'id':1,'name':'n','isDefault':true,'events':[{'meta':{'working':true,'name':'e'},%s,
                 'recurrence':['RRULE:FREQ=DAILY;COUNT=3;INTERVAL=1']}]}""".formatted(LONDON.formatted("2026-09-01T08:00", "2026-09-01T12:00:00"))));

        assertThat(VendorJson.bytes(Writing.newOccasion(draft)).toString())
                .isEqualTo(json("{'name':'n','description':'','isDefault':true,'events':[{"
                        + "'meta':{'working':true,'name':'e'},"
                        + LONDON.formatted("2026-09-01T08:00:00", "2026-09-01T12:00:00")
                        + ",'recurrence':['RRULE:FREQ=DAILY;COUNT=3;INTERVAL=1']}]}"));
    }

    @Test
    void aNewShiftHasNoMeta() {
        String shift =
                "{" + LONDON.formatted("2026-07-06", "2026-07-07") + ",'recurrence':['RRULE:FREQ=WEEKLY;BYDAY=MO']}";
        Draft<WorkdaysEvent> draft = Draft.of(
                read(Resource.workdays(), json("[{'id':1,'name':'ü','description':'d','events':[" + shift + "]}]"))
                        .items()
                        .get(0));

        assertThat(VendorJson.bytes(Writing.newWorkdays(draft)).toString())
                .isEqualTo(json("{'name':'ü','description':'d','isDefault':false,'events':[" + shift + "]}"));
    }

    @Test
    void everyOccasionOfTheDefaultWorldComesBackAsItWas() throws IOException {
        Snapshot<Occasion> world = read(Resource.occasions(), world("occasions.json"));
        List<Long> refused = new ArrayList<>();
        for (Sourced<Occasion> each : world.entries()) {
            Occasion item = each.item();
            Optional<Draft<OccasionEvent>> draft = Drafting.occasion(Drafting.shown(item), item.id(), world.items());
            draft.ifPresentOrElse(
                    kept -> assertThat(Writing.occasion(kept, each.json())).isEqualTo(VendorJson.item(each.json())),
                    () -> refused.add(item.id()));
        }
        assertThat(refused).as("deleted").containsExactly(4101000810L);
        assertThat(world.entries()).hasSizeGreaterThan(8);
    }

    @Test
    void allWorkdaysOfTheDefaultWorldComeBackAsTheyWere() throws IOException {
        Snapshot<Workdays> world = read(Resource.workdays(), world("workdays.json"));
        List<Long> refused = new ArrayList<>();
        for (Sourced<Workdays> each : world.entries()) {
            Workdays item = each.item();
            Optional<Draft<WorkdaysEvent>> draft = Drafting.workdays(Drafting.shown(item), item.id(), world.items());
            draft.ifPresentOrElse(
                    kept -> assertThat(Writing.workdays(kept, each.json())).isEqualTo(VendorJson.item(each.json())),
                    () -> refused.add(item.id()));
        }
        assertThat(refused).as("a BYDAY that is not the start's").containsExactly(4102000310L);
        assertThat(world.entries()).hasSize(3);
    }

    @Test
    void fieldsThatAreNotModelledSurviveAChange() {
        String former = json("""
                {'id':'77','deleted':false,'name':'old','dateCreated':'2020-01-01 00:00:00','isDefault':true,'weight':1.50,
                 'events':[{'id':5,'meta':{'working':false,'name':'e','colour':'red'},
                  'start':{'dateTime':'2026-12-25','timeZone':'Europe/London','hint':1},
                  'end':{'dateTime':'2026-12-26','timeZone':'Europe/London','hint':2},'recurrence':[],'note':null}]}""");
        String event = "{'meta':{'working':true,'name':'e'}," + LONDON.formatted("2027-12-25", "2027-12-27")
                + ",'recurrence':['RRULE:FREQ=DAILY;COUNT=2;INTERVAL=1']}";

        assertThat(changed(former, event)).isEqualTo(VendorJson.item(json("""
                {'id':'77','deleted':false,'name':'n','dateCreated':'2020-01-01 00:00:00','isDefault':false,'weight':1.50,
                 'events':[{'id':5,'meta':{'working':true,'name':'e','colour':'red'},
                  'start':{'dateTime':'2027-12-25','timeZone':'Europe/London','hint':1},
                  'end':{'dateTime':'2027-12-27','timeZone':'Europe/London','hint':2},
                  'recurrence':['RRULE:FREQ=DAILY;COUNT=2;INTERVAL=1'],'note':null}]}""")));
    }

    @Test
    void theFormerJsonIsLeftAsItIs() {
        ObjectNode former =
                VendorJson.item(json("{'id':1,'name':'old','events':[" + event("a", "2026-01-01", "") + "]}"));
        ObjectNode before = former.deepCopy();
        OccasionWriter.ofItems().changed(Draft.of(occasion("{'id':1,'name':'new','events':[]}")), former);
        assertThat(former).isEqualTo(before);
    }

    private static String former(String... events) {
        return "{'id':1,'events':[" + String.join(",", events) + "]}";
    }

    private static List<String> marks(ObjectNode object) {
        return StreamSupport.stream(object.path("events").spliterator(), false)
                .map(event -> event.path("x").asText("new"))
                .toList();
    }

    @Test
    void anEventThatSaysTheSameIsRecognisedWhereverItStands() {
        String former = former(
                event("a", "2026-01-01", ",'x':1"),
                event("b", "2026-01-02", ",'x':2"),
                event("c", "2026-01-03", ",'x':3"));
        String events = event("c", "2026-01-03", "") + "," + event("new", "2026-05-01", "") + ","
                + event("a", "2026-01-01", "");
        assertThat(marks(changed(former, events))).containsExactly("3", "new", "1");
    }

    @Test
    void anEventOfTheSameNameAtTheSamePlaceIsTheOneThatWasChanged() {
        String former = former(event("a", "2026-01-01", ",'x':1"), event("b", "2026-01-02", ",'x':2"));
        String events = event("a", "2027-01-01", "") + "," + event("renamed", "2026-01-02", "");
        assertThat(marks(changed(former, events))).containsExactly("1", "new");
    }

    @Test
    void noEventIsRecognisedTwiceAndEqualOnesKeepTheirOrder() {
        String former = former(event("a", "2026-01-01", ",'x':1"), event("a", "2026-01-01", ",'x':2"));
        String events = String.join(
                ",", event("a", "2026-01-01", ""), event("a", "2026-01-01", ""), event("a", "2026-01-01", ""));
        assertThat(marks(changed(former, events))).containsExactly("1", "2", "new");
    }

    @Test
    void anUnchangedEventIsNotTakenForAChangedOne() {
        String former = former(event("a", "2026-01-01", ",'x':1"), event("a", "2026-01-02", ",'x':2"));
        String events = event("a", "2026-01-02", "") + "," + event("a", "2026-01-03", "");
        assertThat(marks(changed(former, events))).containsExactly("2", "new");
    }

    @Test
    void aShiftIsRecognisedByTheWeekdayOfItsStart() {
        String former = "{'id':1,'events':[{" + LONDON.formatted("2026-07-07T09:00:00", "2026-07-07T17:00:00")
                + ",'recurrence':['RRULE:FREQ=WEEKLY;BYDAY=SU'],'x':1}]}";
        String now = "{" + LONDON.formatted("2026-07-14T10:00:00", "2026-07-14T17:00:00")
                + ",'recurrence':['RRULE:FREQ=WEEKLY;BYDAY=TU']}";
        Draft<WorkdaysEvent> draft = Draft.of(read(Resource.workdays(), json("[{'id':1,'events':[" + now + "]}]"))
                .items()
                .get(0));
        assertThat(marks(Writing.workdays(draft, json(former)))).containsExactly("1");
    }

    @Test
    void aFormerEventThatIsNoObjectIsReplaced() {
        assertThat(changed("{'id':1,'events':[7]}", event("a", "2026-01-01", ""))
                        .path("events"))
                .hasSize(1)
                .first()
                .isEqualTo(VendorJson.item(json(event("a", "2026-01-01", ""))));
    }

    private static JsonNode description(String former, String description) {
        Draft<OccasionEvent> draft =
                Draft.of(occasion("{'id':1,'name':'n','description':" + description + ",'events':[]}"));
        return Writing.occasion(draft, json("{'id':1" + former + ",'events':[]}"))
                .path("description");
    }

    @Test
    void aDescriptionThatWasNeverThereStaysAwayAndOneThatWasBecomesEmpty() {
        assertThat(description("", "null").isMissingNode()).isTrue();
        assertThat(description(",'description':null", "null").isNull()).isTrue();
        assertThat(description(",'description':'old'", "null").textValue()).isEmpty();
        assertThat(description("", "'new'").textValue()).isEqualTo("new");
    }

    @Test
    void whatTheVendorRequiresIsWrittenWhereItWasMissing() {
        String bare = "{'id':1,'events':[{'meta':{'working':false,'name':'a'},"
                + LONDON.formatted("2026-01-01", "2026-01-01") + ",'x':1}]}";
        ObjectNode object = changed(bare, event("a", "2026-01-01", ""));
        assertThat(object.path("isDefault").isBoolean()).isTrue();
        assertThat(object.at("/events/0/recurrence").isArray()).isTrue();
        assertThat(marks(object)).containsExactly("1");
    }
}

package dev.accountconfig.liveperson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.ItemChange;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Snapshot;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A collection as it is after a change, by the answer to the change alone. Single quotes for double. */
class AfterChangeTest {
    private static final Snapshot<Occasion> BEFORE = read("[{'id':1,'name':'one','isDefault':true,'events':[],'odd':7},"
            + "{'id':2,'name':'two','isDefault':false,'events':[]}]");
    private static final Draft<OccasionEvent> DRAFT = new Draft<>("new", null, false, List.of());
    private static final ItemChange<OccasionEvent> CREATION = new ItemChange.Creation<>(DRAFT);
    private static final ItemChange<OccasionEvent> REPLACEMENT = new ItemChange.Replacement<>(2, DRAFT);

    private final AfterChange<Occasion, OccasionEvent> afterChange =
            new AfterChange<>(new CollectionReader<>(Resource.occasions()));

    private static VendorAnswer.Content answer(String json) {
        return Said.content(Buffer.buffer(json.replace('\'', '"')), "2");
    }

    private static Snapshot<Occasion> read(String json) {
        JsonNode nodes = VendorJson.of(answer(json));
        return new CollectionReader<>(Resource.occasions())
                .read(StreamSupport.stream(nodes.spliterator(), false).toList());
    }

    private List<String> names(ItemChange<OccasionEvent> change, String answer) {
        return afterChange.of(BEFORE, change, answer(answer)).items().stream()
                .map(Occasion::name)
                .toList();
    }

    @Test
    void aNewObjectIsAddedAsTheVendorNumberedIt() {
        assertThat(names(CREATION, "{'id':3,'name':'three','events':[]}")).containsExactly("one", "two", "three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'id':2,'name':'second','events':[]}", "[{'id':2,'name':'second','events':[]}]"})
    void aChangedObjectTakesItsOwnPlaceWhetherItComesAloneOrInAList(String answer) {
        assertThat(names(REPLACEMENT, answer)).containsExactly("one", "second");
    }

    @Test
    void aDeletedObjectIsGoneWhateverTheBodySays() {
        assertThat(names(new ItemChange.Deletion<>(1), "")).containsExactly("two");
    }

    @Test
    void aNewDefaultTakesTheMarkFromTheOld() {
        Snapshot<Occasion> after =
                afterChange.of(BEFORE, REPLACEMENT, answer("{'id':2,'name':'two','isDefault':true,'events':[]}"));
        assertThat(after.items()).extracting(Occasion::isDefault).containsExactly(false, true);
    }

    @Test
    void fieldsThatAreNotModelledStayWithTheirObjects() {
        Snapshot<Occasion> after =
                afterChange.of(BEFORE, REPLACEMENT, answer("{'id':2,'name':'two','events':[],'even':8}"));
        assertThat(after.entries().get(0).json()).contains("\"odd\":7");
        assertThat(after.entries().get(1).json()).contains("\"even\":8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "7", "{'id':'x'}", "[{'id':1},{'id':2}]", "<html>", ""})
    void anAnswerThatDoesNotShowTheObjectSaysNothing(String answer) {
        assertThatThrownBy(() -> afterChange.of(BEFORE, CREATION, answer(answer)))
                .isInstanceOfSatisfying(
                        VendorFailure.class,
                        failure -> assertThat(failure.kind()).isEqualTo(VendorFailure.Kind.GARBLED));
    }
}

package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's parameter {@code select} leaves of an object. */
class SelectionTest {
    private static final String OBJECT =
            "{'id':1,'x':null,'n':1.50,'events':[{'meta':{'name':'a','working':true},'end':2},{'end':3},4]}"
                    .replace('\'', '"');

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id                          | {'id':1}",
                "events(end),id              | {'events':[{'end':2},{'end':3},4],'id':1}",
                "events(meta(name))          | {'events':[{'meta':{'name':'a'}},{},4]}",
                "events(meta(working),end)   | {'events':[{'meta':{'working':true},'end':2},{'end':3},4]}",
                "nothing,x                   | {'x':null}",
                "id(a,b)                     | {'id':1}",
                "id,id                       | {'id':1}",
                "$summary                    | {'n':1.5,'id':1}",
            })
    void namesAreAnsweredInTheOrderInWhichTheyAreAskedFor(String select, String part) {
        assertThat(Selection.parse(select, List.of("n", "id")).of(Json.tree(OBJECT)))
                .hasToString(part.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$all"})
    void allIsAll(String select) {
        assertThat(Selection.parse(select, List.of()).of(Json.tree(OBJECT))).isEqualTo(Json.tree(OBJECT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "id,",
                ",id",
                "id,,name",
                "id name",
                "id, name",
                "$every",
                "$all,id",
                "id,$all",
                "(id)",
                "a()",
                "a(b",
                "a(b,)",
                "a)b",
                "a(b))",
                "a(b)c",
                "a(b)(c)",
                "a.b",
                "a\nb"
            })
    void whatIsMalformedIsRefused(String select) {
        assertThatThrownBy(() -> Selection.parse(select, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"19, true", "20, false", "2000, false"})
    void parenthesesAreNestedOnlySoDeep(int depth, boolean allowed) {
        String select = "a(".repeat(depth) + "a" + ")".repeat(depth);
        if (allowed) {
            assertThat(Selection.parse(select, List.of()).fields()).containsKey("a");
        } else {
            assertThatThrownBy(() -> Selection.parse(select, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }
}

package dev.accountconfig.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accountconfig.api.Problem.FieldError;
import dev.accountconfig.schedule.Draft;
import dev.accountconfig.schedule.Occasion;
import dev.accountconfig.schedule.OccasionEvent;
import dev.accountconfig.schedule.Recurrence;
import dev.accountconfig.schedule.Timing;
import dev.accountconfig.schedule.WallTime;
import dev.accountconfig.schedule.WorkdaysEvent;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From bytes to a draft, or to every error by its pointer. Bodies are written with single quotes. */
class DraftBodyTest {
    private static final long ID = 4101000110L;
    private static final String DAY = "'start':'2026-12-25','end':'2026-12-26','timeZone':'Europe/London'";
    private static final List<Occasion> PRESENT = List.of(
            new Occasion(ID, "Holidays", null, true, false, List.of()),
            new Occasion(7, "Taken", null, false, false, List.of()));

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Draft<OccasionEvent> created(String body) {
        return DraftBody.ofOccasion().created(bytes(body), PRESENT);
    }

    private static Problem refused(String body) {
        return refused(bytes(body), null);
    }

    private static Problem refused(byte[] body, @Nullable Long id) {
        return catchThrowableOfType(ProblemException.class, () -> {
                    if (id == null) {
                        DraftBody.ofOccasion().created(body, PRESENT);
                    } else {
                        DraftBody.ofOccasion().changed(body, id, PRESENT);
                    }
                })
                .problem();
    }

    private static String withEvent(String event) {
        return "{'name':'n','events':[" + event + "]}";
    }

    @Test
    void aBodyInTheShapeOfTheAnswersBecomesADraft() {
        Draft<OccasionEvent> draft = created("""
                {'name': 'Campaign', 'description': null, 'events': [{'name': 'Late', 'working': true,
                 'start': '2026-09-01T08:00', 'end': '2026-09-01T12:00:00', 'timeZone': 'Europe/London',
                 'repeat': {'every': 'day', 'count': 45}}]}""");

        Timing timing = new Timing.Span(
                new WallTime.Time(LocalDateTime.of(2026, 9, 1, 8, 0)),
                new WallTime.Time(LocalDateTime.of(2026, 9, 1, 12, 0)),
                ZoneId.of("Europe/London"));
        assertThat(draft)
                .isEqualTo(new Draft<>(
                        "Campaign",
                        null,
                        false,
                        List.of(new OccasionEvent("Late", true, timing, new Recurrence.Daily(45)))));
    }

    @Test
    void theWeekdayOfAShiftCanBeLeftOut() {
        Draft<WorkdaysEvent> draft = DraftBody.ofWorkdays()
                .created(
                        bytes("{'name':'n','isDefault':true,'events':[{" + DAY + ",'repeat':{'every':'week'}}]}"),
                        List.of());
        assertThat(draft.isDefault()).isTrue();
        assertThat(draft.events().get(0).recurrence()).isEqualTo(new Recurrence.Weekly(DayOfWeek.FRIDAY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                  | ``                     | must be an object",
                "`7`                                                 | ``                     | must be an object",
                "null                                                | ``                     | must be an object",
                "{'events':[]}                                       | /name                  | is missing",
                "{'name':null,'events':[]}                           | /name                  | is missing",
                "{'name':7,'events':[]}                              | /name                  | must be a text",
                "{'name':'Taken','events':[]}                        | /name                  | 7 has this name",
                "{'name':'n'}                                        | /events                | is missing",
                "{'name':'n','events':{}}                            | /events                | must be a list",
                "{'name':'n','events':[7]}                           | /events/0              | must be an object",
                "{'name':'n','events':[],'description':[]}           | /description           | must be a text",
                "{'name':'n','events':[],'isDefault':'true'}         | /isDefault             | must be true or false",
                "{'name':'n','events':[],'isDefault':null}           | /isDefault             | must be true or false",
                "{'name':'n','events':[],'deleted':true}             | /deleted               | use DELETE",
                "{'name':'n','events':[],'deleted':0}                | /deleted               | must be true or false",
                "{'name':'n','events':[],'id':4101000110}            | /id                    | must be left out",
                "{'name':'n','events':[],'id':'4101000110'}          | /id                    | must be a whole number",
                "{'name':'n','events':[],'isdefault':true}           | /isdefault             | is not known here; there are",
                "{'name':'n','events':[],'a/b~c':{'d':1}}            | /a~1b~0c               | is not known here",
                "{'name':'n','events':[],'\\ud800':1}                | ``                     | is broken JSON",
                "{'name':'n','name':'m','events':[]}                 | /name                  | is given twice",
                "{'name':'\\ud800','events':[]}                      | /name                  | half of a character",
            })
    void theBodyHasASmallVocabulary(String body, String pointer, String words) {
        assertTold(refused(body), pointer, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'working':1            | ,'repeat':null                         | /events/0/working       | must be true or false",
                "'working':true         | ,'repeat':[]                           | /events/0/repeat        | must be an object or null",
                "'working':true         | ,'repeat':{'every':7}                  | /events/0/repeat/every  | must be a text",
                "'working':true         | ,'repeat':{'every':'day','count':1.5}  | /events/0/repeat/count  | must be a whole number",
                "'working':true         | ,'repeat':{'every':'day','count':'3'}  | /events/0/repeat/count  | must be a whole number",
                "'working':true         | ,'repeat':{'every':'day','count':99999999999999999999} | /events/0/repeat/count | must be a whole number",
                "'working':true         | ,'repeat':{'every':'day','count':3,'until':1} | /events/0/repeat/until | is not known here",
                "'working':true         | ,'repeat':{'every':'unsupported','rule':'RRULE:FREQ=YEARLY'} | /events/0/repeat/every | no other rule is honoured",
                "'working':true         | ,'zone':'Z'                            | /events/0/zone          | is not known here",
                "'working':true,'working':false | ,'repeat':null                 | /events/0/working       | is given twice",
            })
    void soDoesAnEvent(String before, String after, String pointer, String words) {
        assertTold(refused(withEvent("{'name':'n'," + before + "," + DAY + after + "}")), pointer, words);
    }

    @Test
    void aShiftIsNeitherNamedNorOff() {
        byte[] body = bytes(withEvent("{'name':'n','working':true," + DAY + ",'repeat':{'every':'week'}}"));
        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> DraftBody.ofWorkdays().created(body, List.of()))
                .problem();
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactly("/events/0/name", "/events/0/working");
    }

    @Test
    void whatWasReadCanBeSentBack() {
        byte[] body = bytes(
                "{'id':4101000110,'name':'Holidays','description':null,'isDefault':true,'deleted':false,'events':[]}");
        assertThat(DraftBody.ofOccasion().changed(body, ID, PRESENT))
                .isEqualTo(new Draft<>("Holidays", null, true, List.of()));
    }

    @Test
    void anIdThatIsNotThatOfThePathIsRefused() {
        assertTold(refused(bytes("{'id':7,'name':'n','events':[]}"), ID), "/id", "must be that of the path");
    }

    @Test
    void theNameOfAnotherIsTakenOnAChangeToo() {
        assertTold(refused(bytes("{'name':'Taken','events':[]}"), ID), "/name", "7 has this name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name':'secret',,}       | is broken JSON at line 1, column",
                "{'name':'secret'          | is broken JSON at line 1, column",
                "{'name':secret}           | is broken JSON at line 1, column",
                "{name:'n'}                | is broken JSON at line 1, column",
                "{'name':NaN}              | is broken JSON at line 1, column",
                "{}/* secret */            | is broken JSON at line 1, column",
                "{} {}                     | must end where its object ends, but goes on at line 1, column 4",
                "{} 7                      | must end where its object ends",
                "``                        | is empty",
            })
    void brokenJsonIsToldByItsPlaceAndNotQuoted(String body, String words) {
        assertTold(refused(body), "", words);
        assertThat(refused(body).toString()).doesNotContain("secret", "java", "jackson", "Json");
    }

    @Test
    void theLineOfWhatIsBrokenIsTold() {
        assertThat(refused("{\n  'name': 'n',\n  'events': [}\n}").detail())
                .isEqualTo("The body is broken JSON at line 3, column 14.");
    }

    @Test
    void aBodyIsUtf8() {
        byte[] latin = "{\"name\":\n\"Wei\u00dfer Sonntag\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertTold(refused(latin, null), "", "must be UTF-8, but is none at line 2, column 5");
        assertTold(refused(bytes("{'name':'n','events':[]}ü").clone(), null), "", "is broken JSON");
        byte[] wide = "{\"name\":\"n\",\"events\":[]}".getBytes(StandardCharsets.UTF_16BE);
        assertTold(refused(wide, null), "", "is broken JSON at line 1, column 2");
    }

    @Test
    void nothingIsNestedDeeperThan20Levels() {
        String deep = "[".repeat(19) + "]".repeat(19);
        assertTold(refused("{'name':'n','events':[],'x':" + deep + "}"), "/x", "is not known here");
        assertTold(refused("{'x':[" + deep + "]}"), "", "must not be nested deeper than 20 levels");
        assertTold(refused("[".repeat(100_000)), "", "must not be nested deeper than 20 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'%s':1}", "{'name':%s}"})
    void noNameAndNoNumberIsEndless(String body) {
        assertTold(refused(body.formatted("1".repeat(2000))), "", "endless numbers");
    }

    @Test
    void tenErrorsInOneBodyComeBackAsTen() {
        Problem problem = refused("""
                {'name': ' ', 'description': 7, 'isDefault': 'yes', 'colour': 'red', 'events': [
                  {'name': 'n', 'working': false, 'start': '2026-08-01', 'end': '2026-10-01', 'timeZone': 'Nowhere', 'on': 1},
                  {'working': 'no', 'start': 20260801, 'end': '2026-08-02', 'timeZone': 'Europe/London', 'repeat': {'every': 'year'}}]}""");

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.type()).isEqualTo("urn:accountconfig-proxy:problem:invalid-body");
        assertThat(problem.errors())
                .extracting(FieldError::pointer)
                .containsExactlyInAnyOrder(
                        "/name",
                        "/description",
                        "/isDefault",
                        "/colour",
                        "/events/0/on",
                        "/events/0/timeZone",
                        "/events/0/end",
                        "/events/1/name",
                        "/events/1/working",
                        "/events/1/start",
                        "/events/1/repeat/every");
        assertThat(problem.detail()).isEqualTo("The body has 11 errors.");
    }

    @Test
    void noMoreThanAThousandErrorsAreTold() {
        Problem problem = refused("{'name':'n','events':[" + "7,".repeat(4999) + "7]}");
        assertThat(problem.errors()).hasSize(1000);
        assertThat(problem.detail()).isEqualTo("The body has 5001 errors; the first 1000 are told.");
    }

    private static void assertTold(Problem problem, String pointer, String words) {
        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo(pointer);
            assertThat(error.detail()).contains(words);
        });
        assertThat(Json.bytes(problem)).isNotEmpty();
    }
}

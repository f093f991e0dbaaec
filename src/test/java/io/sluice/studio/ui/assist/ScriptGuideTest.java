package io.sluice.studio.ui.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Connectors;
import io.sluice.studio.ui.assist.GuideEntry.Fact;
import io.sluice.studio.ui.assist.GuideEntry.Word;
import io.sluice.ui.Translations;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptGuideTest {
    private static final Translations TRANSLATIONS = new Translations();

    private static final String SCRIPT = """
            {"type": "job", "version": "2.0",
             "steps": [
              {"stepType": "mysql", "category": "reader", "name": "In", "parameter": {
               "datasource": "shop", "connection": [{"table": ["a"]}],
               "column": ["id"], "wher": "", "splitFactor": 3}},
              {"stepType": "mysql", "category": "writer", "parameter": {"writeMode": "insert"}},
              {"stepType": "mask", "category": "map", "parameter": {"keepFirst": 1}}],
             "setting": {"errorLimit": {"strategy": "Ignore"}, "speed": {"concurrent": 3}, "dryRun": true}}
            """;

    private final ScriptGuide guide = new ScriptGuide(Connectors.load());

    private static String translate(String key, Object... parameters) {
        return TRANSLATIONS.getTranslation(key, Locale.ENGLISH, parameters);
    }

    private GuideEntry at(String text, String place) {
        int offset = text.indexOf(place) + 1;
        int line = 1
                + (int) text.substring(0, offset)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
        return guide.at(text, line, offset - text.lastIndexOf('\n', offset - 1), ScriptGuideTest::translate);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"type\": \"job', type",
        "'\"stepType\": \"mysql\", \"category\": \"reader', stepType",
        "'\"parameter\": {', parameter",
        "'\"datasource', datasource",
        "'\"a\"]}]', table",
        "'\"id\"]', column",
        "'\"wher\"', parameter",
        "'\"writeMode', writeMode",
        "'\"keepFirst', keepFirst",
        "'\"strategy', strategy",
        "'\"concurrent', concurrent"
    })
    void tellsOfTheInnermostKeyThatIsKnown(String place, String key) {
        assertThat(at(SCRIPT, place).key()).isEqualTo(key);
    }

    @Test
    void tellsOfTheScriptOutsideOfItsKeys() {
        GuideEntry script = guide.at(SCRIPT, 1, 1, ScriptGuideTest::translate);
        assertThat(script.key()).isEqualTo("Script");
        assertThat(script.keys()).extracting(Word::word).contains("steps", "setting", "order");
    }

    @Test
    void parametersTellTypeDefaultRangeAndExample() {
        GuideEntry factor = at(SCRIPT, "\"splitFactor");
        assertThat(factor.label()).isEqualTo("Parts per channel");
        assertThat(factor.facts())
                .containsExactly(
                        new Fact("Type", "whole number", false),
                        new Fact("Default", "5", true),
                        new Fact("Range", "1 to 100", false));
        assertThat(at(SCRIPT, "\"a\"]}]").keys()).isEmpty();
        assertThat(at(SCRIPT, "\"column\": [\"id").examples()).containsExactly("\"column\": [\"id\", \"name\"]");
        assertThat(at(SCRIPT, "\"connection\"").keys())
                .extracting(Word::word)
                .containsExactly("datasource", "table", "querySql");
    }

    @Test
    void choicesTellWhatEachWordMeans() {
        assertThat(at(SCRIPT, "\"writeMode").words())
                .hasSizeGreaterThan(1)
                .allMatch(word -> !word.meaning().isEmpty());
        assertThat(at(SCRIPT, "\"strategy").words())
                .contains(new Word("Ignore", "Dirty records are left out without limit."));
        assertThat(at(SCRIPT, "\"dryRun").words()).extracting(Word::word).containsExactly("true", "false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "datasource" | Source and target › Source › Data source | job.content[0].reader.parameter.connection[0].jdbcUrl
            "column"     | Field mapping                            | job.content[0].reader.parameter.column
            "splitFactor"| Source and target › Source › Advanced › Parts per channel | ''
            "writeMode"  | Source and target › Target › Write mode  | job.content[0].writer.parameter.writeMode
            "stepType": "mysql", "category": "writer" | Source and target › Target › Data source | job.content[0].writer.name: mysqlwriter
            "keepFirst"  | Processing › Mask › Keep first           | ''
            "strategy"   | Channel › Dirty records                  | ''
            "concurrent" | Channel › Channels at once               | job.setting.speed.channel
            "dryRun"     | ''                                       | ''
            "type": "job"| ''                                       | ''
            """)
    void tellsWhereFormAndDataXSayTheSame(String place, String form, String dataX) {
        GuideEntry.Places places = at(SCRIPT, place).places();
        assertThat(places).isEqualTo(new GuideEntry.Places(true, form, dataX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"steps\": [{\"stepType\": \"mysql\", \"parameter\": {\"ta", "]]", "\"", "{\"a\""})
    void unfinishedTextsAreNoObstacle(String text) {
        assertThat(guide.at(text, 1, text.length() + 1, ScriptGuideTest::translate)
                        .key())
                .isNotEmpty();
    }

    @Test
    void everyKeyOfTheScriptHasItsTextInBothLanguages() {
        List<String> keys = guide.keys();
        assertThat(keys).hasSizeGreaterThan(30);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(keys.stream().filter(key -> !key.isEmpty()))
                    .allSatisfy(key -> assertThat(TRANSLATIONS.getTranslation("guide.key." + key, locale))
                            .isNotBlank());
        }
    }
}

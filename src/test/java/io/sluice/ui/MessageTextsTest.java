package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.connector.file.FileError;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.engine.EngineError;
import io.sluice.script.Catalog;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.ImportedJob;
import io.sluice.script.JobDialects;
import io.sluice.script.Note;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.Connector;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageTextsTest {
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final String GOOD = """
            {
              "type": "job", "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                 "parameter": {"datasource": "shop", "table": "orders", "column": ["id", "name"], "splitPk": "id"}},
                {"stepType": "filter", "name": "Filter", "category": "map",
                 "parameter": {"name": "id", "operator": "=", "value": "1"}},
                {"stepType": "postgresql", "name": "Writer", "category": "writer",
                 "parameter": {"datasource": "lake", "table": "t", "column": ["id", "name"], "batchSize": 10}}
              ],
              "setting": {"errorLimit": {"record": "0"}, "speed": {"throttle": false, "concurrent": 1}},
              "order": {"hops": [{"from": "Reader", "to": "Filter"}, {"from": "Filter", "to": "Writer"}]}
            }
            """;

    private final Catalog catalog = new ConnectorCatalog(
            ServiceLoader.load(Connector.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList(),
            Map.of("shop", "mysql", "lake", "postgresql"));

    @Test
    void whatIsWrongWithAScriptIsSaidInChinese() {
        Set<String> untranslated = new TreeSet<>();
        for (String broken :
                List.of("", "[]", "{\"job\": {\"content\": []}}", "{}", "{\"type\": \"jb\" /* x", "{'a': 1,}")) {
            collect(broken, untranslated);
        }
        for (String word : List.of("0", "-1", "null", "[]", "{}", "true", "\"word\"", "１", "// note\n", "“x”")) {
            Pattern value = Pattern.compile("(?<=: )(\"[^\"]*\"|\\d+|false)");
            value.matcher(GOOD)
                    .results()
                    .forEach(place -> collect(
                            GOOD.substring(0, place.start()) + word + GOOD.substring(place.end()), untranslated));
        }
        Pattern.compile("[\\[\\]{}:,\"]").matcher(GOOD).results().forEach(place -> {
            collect(GOOD.substring(0, place.start()) + GOOD.substring(place.end()), untranslated);
            collect(GOOD.substring(0, place.start()) + place.group() + GOOD.substring(place.start()), untranslated);
        });
        Pattern.compile("\"\\w+\"(?=:)")
                .matcher(GOOD)
                .results()
                .forEach(place -> collect(
                        GOOD.substring(0, place.start()) + "\"colour\"" + GOOD.substring(place.end()), untranslated));
        assertThat(untranslated).isEmpty();
    }

    private void collect(String text, Set<String> untranslated) {
        for (Problem problem : ScriptDocument.parse(text).problems(catalog)) {
            collectMessage(problem.message(), untranslated);
        }
    }

    private static void collectMessage(String english, Set<String> untranslated) {
        String chinese = MessageTexts.translated(english, Locale.SIMPLIFIED_CHINESE);
        if (!english.isEmpty() && !CHINESE.matcher(chinese).find()) {
            untranslated.add(english);
        }
    }

    @Test
    void whatBecameOfAJobIsSaidInChinese() throws IOException {
        Set<String> untranslated = new TreeSet<>();
        try (DirectoryStream<Path> jobs = Files.newDirectoryStream(Path.of("src/test/resources/datax"), "*.json")) {
            for (Path job : jobs) {
                ImportedJob read = JobDialects.read(Files.readString(job));
                read.notes().stream().map(Note::message).forEach(message -> collectMessage(message, untranslated));
                collect(read.document().text(), untranslated);
            }
        }
        assertThat(untranslated).isEmpty();
    }

    @Test
    void whatHelpsAgainstAnErrorIsSaidInChinese() {
        Set<String> untranslated = new TreeSet<>();
        Stream.<ErrorCode[]>of(CommonError.values(), EngineError.values(), FileError.values(), JdbcError.values())
                .flatMap(Arrays::stream)
                .map(ErrorCode::advice)
                .forEach(advice -> collectMessage(advice, untranslated));
        assertThat(untranslated).isEmpty();
    }

    @Test
    void whatVariesStaysAndMayBeASentenceItself() {
        assertThat(chinese("There is no data source named 'shpo'; did you mean 'shop'?"))
                .isEqualTo("没有名为“shpo”的数据源；是否想写“shop”？");
        assertThat(chinese("'batchSize': Expected a whole number")).isEqualTo("“batchSize”：此处应为整数");
        assertThat(chinese("'$1 {0} \\': a'; did you mean 'b'?")).isEqualTo("“$1 {0} \\”：a'；是否想写“b”？");
        assertThat(chinese("Nobody has translated this")).isEqualTo("Nobody has translated this");
        assertThat(MessageTexts.translated("Expected a text", Locale.ENGLISH)).isEqualTo("Expected a text");
    }

    private static String chinese(String english) {
        return MessageTexts.translated(english, Locale.SIMPLIFIED_CHINESE);
    }
}

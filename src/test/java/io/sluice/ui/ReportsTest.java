package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.ui.ToldPatterns.Speaker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {
    private static final Path CODE = Path.of("src/main/java/io/sluice");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?:,said)?}");

    /** Names, which are the same in every language. */
    private static final Set<String> SAME = Set.of(
            "JSON",
            "UUID",
            "integer",
            "smallint",
            "reader",
            "writer",
            "jdbc:mariadb",
            "jdbc:mysql",
            "jdbc:postgresql",
            "PostgreSQL {0}",
            "SQLite {0}");

    /** What becomes the text of a failure, of a line of a run's log, of a connection test or of an answer. */
    private static final List<Speaker> SPEAKERS = List.of(
            new Speaker("new", "SluiceException", 2, 1),
            new Speaker("new", "SluiceException", 3, 1),
            new Speaker("*", "log", 2, 1),
            new Speaker("*", "say", 3, 2),
            new Speaker("live", "lose", 2, 1),
            new Speaker("RunLog", "write", 3, 2),
            new Speaker("log()", "write", 3, 2),
            new Speaker("log()", "info", 1, 0),
            new Speaker("log()", "warn", 1, 0),
            new Speaker("log", "info", 1, 0),
            new Speaker("log", "warn", 1, 0),
            new Speaker("found", "add", 1, 0),
            new Speaker("new", "Code", 1, 0),
            new Speaker("new", "Layer", 5, 3),
            new Speaker("new", "Layer", 5, 4),
            new Speaker("ServerTest", "ask", 2, 1),
            new Speaker("new", "ConfigProblem", 3, 2),
            new Speaker("new", "Rejected", 5, 3),
            new Speaker("new", "Unknown", 1, 0),
            new Speaker("new", "Question", 4, 2),
            new Speaker("new", "Cause", 3, 1),
            new Speaker("Sentence", "plain", 1, 0),
            new Speaker("new", "PermissionDeniedException", 1, 0),
            new Speaker("new", "LogLine", 5, 4),
            new Speaker("new", "RunFailure", 5, 2),
            new Speaker("new", "RunFailure", 5, 3));

    /** What is put together piece by piece, where no text can be followed. */
    private static final Set<String> IN_PIECES = Set.of(
            "Dirty record found by the {0} at {1}, column {2}: {3}, {4}; values {5}",
            "Dirty record found by the {0} at {1}: {2}, {3}; values {4}",
            "Dirty record found by the {0}, column {1}: {2}, {3}; values {4}",
            "Dirty record found by the {0}: {1}, {2}; values {3}",
            "Dirty record found by the {0} at {1}, column {2}: {3}, {4}",
            "Dirty record found by the {0} at {1}: {2}, {3}",
            "Dirty record found by the {0}, column {1}: {2}, {3}",
            "Dirty record found by the {0}: {1}, {2}",
            "conversion",
            "transform");

    /** The methods of a {@code ServerTest.Probe}. */
    private static final List<String> ANSWERS =
            List.of("privileges", "version", "charsetAndZone", "encryption", "describe");

    /** Where records of parameters and settings refuse what contradicts itself. */
    private static final List<String> REFUSING = List.of("script/transform", "connector");

    private static Map<String, String> told = Map.of();

    @BeforeAll
    static void readsTheSources() throws IOException {
        Map<String, String> all = new TreeMap<>();
        ToldPatterns patterns = new ToldPatterns(SourceIndex.of(CODE));
        SPEAKERS.forEach(patterns::follow);
        ANSWERS.forEach(patterns::followReturns);
        all.putAll(patterns.patterns());
        for (String folder : REFUSING) {
            ToldPatterns refusals = new ToldPatterns(SourceIndex.of(CODE.resolve(folder)));
            refusals.follow(new Speaker("new", "IllegalArgumentException", 1, 0));
            refusals.follow(new Speaker("new", "IllegalArgumentException", 2, 0));
            all.putAll(refusals.patterns());
        }
        all.keySet().removeAll(SAME);
        IN_PIECES.forEach(text -> all.put(text, "DirtyRecords"));
        told = all;
    }

    @Test
    void everyReportHasAChinesePattern() {
        Set<String> known = new TreeSet<>(keys("reports"));
        known.addAll(keys("report-words"));
        Map<String, String> missing = new TreeMap<>(told);
        missing.keySet().removeAll(known);
        assertThat(told).hasSizeGreaterThan(350);
        assertThat(missing).as("untranslated, with the class that says it").isEmpty();
    }

    @Test
    void noPatternIsLeftOver() {
        assertThat(keys("reports")).isSubsetOf(told.keySet());
        assertThat(keys("report-words")).isSubsetOf(told.keySet());
        assertThat(keys("reports")).doesNotContainAnyElementsOf(keys("report-words"));
    }

    @Test
    void everyTranslationHasThePlacesOfItsPattern() {
        for (String bundle : List.of("reports", "report-words")) {
            ResourceBundle patterns = Translations.bundle(bundle, Locale.SIMPLIFIED_CHINESE);
            for (String english : keys(bundle)) {
                assertThat(places(patterns.getString(english))).as(english).isEqualTo(places(english));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Copying from read (MySQL / MariaDB) to write (Stream) | 从 read（MySQL / MariaDB）复制到 write（流（测试））
            Run succeeded | 运行成功
            Limit changed to 5,000 records/s by Ada Lovelace. | Ada Lovelace 将限速改为 5,000 条/秒。
            Limit changed to 3.50 MB/s and 5,000 records/s by Ada. | Ada 将限速改为 3.50 MB/秒和 5,000 条/秒。
            Limit changed to 3.50 MB/s by Ada. | Ada 将限速改为 3.50 MB/秒。
            Dirty records: 3, allowed: 2; the last one: 'abc' is no integer of 32 bits | \
                脏数据 3 条，允许 2 条；最后一条：“abc”不是 32 位整数
            READ_FAILED in step read: The file is empty, so that its columns are not known. See the cause in the log. | \
                READ_FAILED，步骤 read：文件为空，因而不知道它的列。原因见日志。
            TYPES_NOT_CONVERTIBLE in step Writer: Column 2, a (text of 20 characters) to b (integer of 32 bits): only plain whole numbers of the target's range fit | \
                TYPES_NOT_CONVERTIBLE，步骤 Writer：第 2 列，a（20 字符文本）到 b（32 位整数）：只接受目标取值范围内、普通写法的整数
            READ_FAILED in step read: Disk on fire. See the cause in the log. | \
                READ_FAILED，步骤 read：Disk on fire。原因见日志。
            shop: The table orders does not exist or may not be seen. Correct the parameter in the task. | \
                shop：表 orders 不存在或无权查看。请更正任务中的参数。
            Reader: '/in' is not inside [/data/files]. Choose a path inside one of the configured file roots. | \
                Reader：“/in”不在 [/data/files] 之内。请选择位于已配置文件根目录之内的路径。
            DIRTY_LIMIT_EXCEEDED: Dirty records: 3, allowed: 2; the last one: Disk on fire. See the cause in the log. | \
                DIRTY_LIMIT_EXCEEDED：脏数据 3 条，允许 2 条；最后一条：Disk on fire。原因见日志。
            Copying from read (Text file) to write (Stream) | 从 read（文本文件）复制到 write（流（测试））
            CONNECTION_LOST: the port does not answer | CONNECTION_LOST：端口没有应答
            Column 2, a (text of 20 characters) to b (integer of 32 bits): only plain whole numbers of the target's range fit | \
                第 2 列，a（20 字符文本）到 b（32 位整数）：只接受目标取值范围内、普通写法的整数
            Column 7, a (text) to b (text of 5 characters): only text of at most 5 characters fits; NULL does not fit a column that is NOT NULL | \
                第 7 列，a（文本）到 b（5 字符文本）：只接受不超过 5 个字符的文本；NULL 不适合 NOT NULL 的列
            Table 'shop.orders' doesn't exist | Table 'shop.orders' doesn't exist
            Table 'shop.orders' already exists | Table 'shop.orders' already exists
            Dirty record found by the conversion, column note: VALUE_OUT_OF_RANGE, 'abc' is no integer of 32 bits; \
            values [1, abc] | 转换发现脏数据，列 note：VALUE_OUT_OF_RANGE，“abc”不是 32 位整数；值 [1, abc]
            Dirty record found by the reader at in.csv:3: READ_FAILED, Disk on fire; values [1; 2] | \
                reader在 in.csv:3 发现脏数据：READ_FAILED，Disk on fire；值 [1; 2]
            Dirty record found by the writer: NULL_NOT_ALLOWED, ERROR: null value in column "region" | \
                writer发现脏数据：NULL_NOT_ALLOWED，ERROR: null value in column "region"
            date | date
            """)
    void saysReportsInChinese(String english, String chinese) {
        assertThat(Reports.translated(english, Locale.SIMPLIFIED_CHINESE)).isEqualTo(chinese);
        assertThat(Reports.translated(english, Locale.ENGLISH)).isEqualTo(english);
    }

    private static Set<String> keys(String bundle) {
        return Translations.bundle(bundle, Locale.SIMPLIFIED_CHINESE).keySet();
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

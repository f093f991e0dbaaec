package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Bool;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation of DataX says of the plug-ins that have a connector here. */
class PlugInsTest {
    private static final String DATAX = """
            {"job": {"content": [{"reader": {"name": "%s", "parameter": %s},
             "writer": {"name": "%s", "parameter": %s}}], "setting": {"speed": {"channel": 1}}}}
            """;
    private static final String SCRIPT = """
            {"type": "job", "version": "2.0", "steps": [
              {"stepType": "%s", "category": "reader", "name": "Reader", "parameter": %s},
              {"stepType": "%s", "category": "writer", "name": "Writer", "parameter": %s}],
             "order": {"hops": [{"from": "Reader", "to": "Writer"}]}}
            """;
    private static final Array ALL = new Array(List.of(new Text("*")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mysqlreader      | connection table column splitPk where querySql | fetchSize readMode writeMode
            mysqlwriter      | connection table column session preSql postSql writeMode batchSize | where splitPk loadMode
            postgresqlreader | connection table column splitPk where querySql fetchSize | session readMode
            postgresqlwriter | connection table column preSql postSql batchSize | session writeMode loadMode
            txtfilereader    | path column fieldDelimiter compress encoding skipHeader nullFormat csvReaderConfig | fileFormat table
            txtfilewriter    | path fileName writeMode fieldDelimiter compress encoding nullFormat dateFormat fileFormat header | column table
            streamreader     | column sliceRecordCount | seed table
            streamwriter     | print fieldDelimiter | column encoding
            """)
    void haveTheParametersTheirDocumentationNames(String plugIn, String documented, String others) {
        assertThat(documented.split(" ")).allMatch(parameter -> PlugIns.knows(plugIn, parameter));
        assertThat(others.split(" ")).noneMatch(parameter -> PlugIns.knows(plugIn, parameter));
    }

    private static ImportedJob imported(String reader, String readParameter, String writer, String writeParameter) {
        return JobDialects.read(DATAX.formatted(reader, readParameter, writer, writeParameter));
    }

    @Test
    void aTextFileWithoutAFormatIsPlainTextToDataX() {
        ImportedJob job = imported("streamreader", "{}", "txtfilewriter", "{\"path\": \"/out\", \"fileName\": \"x\"}");
        assertThat(job.document().read(Path.parse("steps[1].parameter.fileFormat")))
                .contains(new Text("text"));
        assertThat(job.notes())
                .filteredOn(note -> note.from().equals("job.content[0].writer.parameter.fileFormat"))
                .extracting(Note::kind, Note::message)
                .containsExactly(tuple(Note.Kind.MAPPED, "Not given, which means text to DataX"));
    }

    @Test
    void whatAJobSaysItselfStays() {
        ImportedJob job = imported(
                "txtfilereader",
                "{\"path\": \"/in\", \"csvReaderConfig\": {\"skipEmptyRecords\": false, \"trimWhitespace\": false}}",
                "txtfilewriter",
                "{\"path\": \"/out\", \"fileName\": \"x\", \"fileFormat\": \"csv\"}");
        assertThat(job.document().read(Path.parse("steps[0].parameter.csvReaderConfig.skipEmptyRecords")))
                .contains(new Bool(false));
        assertThat(job.document().read(Path.parse("steps[1].parameter.fileFormat")))
                .contains(new Text("csv"));
        assertThat(job.notes())
                .noneMatch(note ->
                        note.message().contains("Not given") || note.message().contains("blanks"));
    }

    @Test
    void emptyLinesAreSkippedAndBlanksAreReportedAsDataXTreatsThem() {
        ImportedJob job = imported("txtfilereader", "{\"path\": \"/in\"}", "streamwriter", "{}");
        assertThat(job.document().read(Path.parse("steps[0].parameter.csvReaderConfig.skipEmptyRecords")))
                .contains(new Bool(true));
        assertThat(job.document().read(Path.parse("steps[1].parameter.print"))).contains(new Bool(true));
        assertThat(job.notes())
                .anyMatch(note ->
                        note.kind() == Note.Kind.UNSUPPORTED && note.from().endsWith("csvReaderConfig.trimWhitespace"));
    }

    private static ConfigValue exported(String script, String place) {
        ExportedJob job = JobDialects.writeDataX(ScriptDocument.parse(script), name -> Optional.empty())
                .orElseThrow();
        return ScriptDocument.parse(job.text())
                .read(Path.parse("job.content[0]." + place))
                .orElse(Obj.EMPTY);
    }

    @Test
    void whatDataXDemandsOrMeansOtherwiseIsWrittenOut() {
        String script = SCRIPT.formatted(
                "txtfile", "{\"path\": \"/in\"}", "txtfile", "{\"path\": \"/out\", \"fileName\": \"x\"}");
        assertThat(exported(script, "writer.parameter.fileFormat")).isEqualTo(new Text("csv"));
        assertThat(exported(script, "writer.parameter.writeMode")).isEqualTo(new Text("truncate"));
        assertThat(exported(script, "reader.parameter.column")).isEqualTo(ALL);
        assertThat(exported(script, "reader.parameter.csvReaderConfig.skipEmptyRecords"))
                .isEqualTo(new Bool(false));
    }

    @Test
    void zeroDatesBecomeNullAsInDataXAndComeBackUnsaid() {
        ImportedJob job = imported(
                "mysqlreader",
                "{\"connection\": [{\"table\": [\"t\"], \"jdbcUrl\": [\"jdbc:mysql://h/d\"]}], \"column\": [\"*\"]}",
                "streamwriter",
                "{\"print\": true}");
        assertThat(job.document().read(Path.parse("steps[0].parameter.unrepresentable.zeroDate")))
                .contains(new Text("convertToNull"));
        String always = "DataX always does as unrepresentable.zeroDate=convertToNull says";
        assertThat(job.notes())
                .filteredOn(note -> note.from().endsWith("reader.parameter.unrepresentable.zeroDate"))
                .extracting(Note::kind, Note::message)
                .containsExactly(tuple(Note.Kind.MAPPED, always));
        ExportedJob back =
                JobDialects.writeDataX(job.document(), name -> Optional.empty()).orElseThrow();
        assertThat(back.text()).doesNotContain("unrepresentable");
        assertThat(back.notes())
                .filteredOn(note -> note.message().equals(always))
                .extracting(Note::kind)
                .containsExactly(Note.Kind.MAPPED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"unrepresentable\": {}",
                ", \"unrepresentable\": {\"zeroDate\": \"dirty\"}",
                ", \"unrepresentable\": {\"zeroDate\": \"replace\", \"replacement\": \"1970-01-01\"}"
            })
    void anotherChoiceForZeroDatesIsWhatDataXCannotDo(String chosen) {
        String script = SCRIPT.formatted("mysql", "{\"table\": [\"x\"]" + chosen + "}", "stream", "{}");
        ExportedJob job = JobDialects.writeDataX(ScriptDocument.parse(script), name -> Optional.empty())
                .orElseThrow();
        assertThat(job.text()).doesNotContain("unrepresentable").doesNotContain("1970");
        assertThat(job.notes())
                .filteredOn(note -> note.from().endsWith("parameter.unrepresentable.zeroDate"))
                .extracting(Note::kind)
                .containsExactly(Note.Kind.UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({"table, true", "querySql, false"})
    void aTableNeedsColumnsAndAQueryHasItsOwn(String asked, boolean columns) {
        String script = SCRIPT.formatted(
                "mysql",
                "{\"datasource\": \"shop\", \"%s\": [\"x\"]}".formatted(asked),
                "stream",
                "{\"print\": false}");
        assertThat(exported(script, "reader.parameter.column")).isEqualTo(columns ? ALL : Obj.EMPTY);
    }
}

package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.spi.config.ConfigValue;
import org.junit.jupiter.api.Test;

/** The golden sample of the job script's specification, section 7.1, with the defects of section 7. */
class FoundingSampleTest {
    private static final String PASTED = """
            {
                "type": "job", // the kind, never changed
                "version": "2.0",
                "Steps": [ // first the reader, then the writer
                    {
                        "stepType": "mysql", // plug-in
                        "parameter": {
                            "datasource": "MySQL",
                            "column": [ // in the order of the target
                                "id",
                                "value",
                                "table"
                            ],
                            "socketTimeout": 3600000,
                            "connection": [
                                {
                                    "datasource": "MySQL",
                                    "table": [ / one or several
                                        "`case`"
                                    ]
                                }
                            ],
                            "where": "",
                            "splitPk": "",
                            "encoding": "UTF-8"
                        },
                        "name": "Reader",
                        "category": "reader"
                    },
                    {
                        "stepType": "odps",
                        "parameter": {
                            "partition": ""
                            "truncate": true,
                            "compress": false,
                            "datasource": "odps_first",
                            "column": [
                                "*"
                            ],
                            "emptyAsNull": false,
                            "table": ""
                        },
                        "name": "Writer",
                        "category": "writer"
                    } /// above are the settings of the reader
                ],
                "setting": {
                    "errorLimit": {
                        "record": "1024" /* dirty records */
                    },
                    "speed": {
                        "throttle": false,
                        "concurrent": 1,
                        "dmu": 1
                    }
                },
                "order": {
                    "hops": [{"from": "Reader", "to": "Writer"}]
                }
            }
            """;

    private static final String REPAIRED = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                 "parameter": {"datasource": "MySQL", "column": ["id", "value", "table"], "socketTimeout": 3600000,
                   "connection": [{"datasource": "MySQL", "table": ["`case`"]}], "where": "", "splitPk": "",
                   "encoding": "UTF-8"}},
                {"stepType": "odps", "name": "Writer", "category": "writer",
                 "parameter": {"partition": "", "truncate": true, "compress": false, "datasource": "odps_first",
                   "column": ["*"], "emptyAsNull": false, "table": ""}}
              ],
              "setting": {"errorLimit": {"record": "1024"}, "speed": {"throttle": false, "concurrent": 1, "dmu": 1}},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;

    private final Catalog catalog = new SampleCatalog();

    @Test
    void isReadAsTheRepairedSample() {
        ScriptDocument formatted = ScriptDocument.parse(PASTED).format();
        assertThat(formatted.read(Path.ROOT))
                .isEqualTo(ScriptDocument.parse(REPAIRED).read(Path.ROOT));
    }

    @Test
    void isReportedLineByLine() {
        assertThat(ScriptDocument.parse(PASTED).problems(catalog))
                .extracting(
                        Problem::code,
                        problem -> problem.path().toString(),
                        problem -> problem.place().line())
                .containsExactly(
                        tuple("W102", "", 2),
                        tuple("W101", "steps", 4),
                        tuple("W102", "steps", 4),
                        tuple("W102", "steps[0]", 6),
                        tuple("W102", "steps[0].parameter.column", 9),
                        tuple("W102", "steps[0].parameter.connection[0].table", 18),
                        tuple("W103", "steps[1].parameter.partition", 33),
                        tuple("S030", "steps[1].parameter.table", 41),
                        tuple("W102", "steps", 45),
                        tuple("W102", "setting.errorLimit", 49));
    }

    @Test
    void isCleanAfterFormattingExceptForTheBlankTable() {
        assertThat(ScriptDocument.parse(PASTED).format().problems(catalog))
                .extracting(Problem::code)
                .filteredOn(code -> !code.equals("W102"))
                .containsExactly("S030");
    }

    @Test
    void isNotGuessedWhenBracesAreUnbalanced() {
        ScriptDocument tooMany = ScriptDocument.parse(PASTED.stripTrailing() + "\n}");
        assertThat(tooMany.problems(catalog))
                .filteredOn(Problem::isError)
                .extracting(
                        Problem::code,
                        problem -> problem.place().line(),
                        problem -> problem.place().column())
                .containsExactly(tuple("S001", 61, 1));
        ScriptDocument tooFew = ScriptDocument.parse(PASTED.substring(0, PASTED.indexOf("\"name\": \"Reader\"")));
        assertThat(tooFew.problems(catalog))
                .filteredOn(Problem::isError)
                .extracting(Problem::code, problem -> problem.place().line())
                .containsExactly(tuple("S001", 5));
    }

    @Test
    void runsAsATaskOnceItsTableIsNamed() {
        ScriptDocument document =
                ScriptDocument.parse(PASTED).with(Path.parse("steps[1].parameter.table"), new ConfigValue.Text("t"));
        assertThat(document.problems(catalog)).noneMatch(Problem::isError);
        SyncTask task = SyncTask.of(document).orElseThrow();
        assertThat(task.setting().dirtyPolicy()).isEqualTo(new Setting.DirtyPolicy.AtMost(1024));
        assertThat(task.reader().dataSources()).containsExactly("MySQL");
    }
}

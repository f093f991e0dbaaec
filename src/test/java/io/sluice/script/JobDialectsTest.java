package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobDialectsTest {
    private static final String DATAX = """
            {
              "job": {
                "setting": {
                  "speed": {"channel": 4, "byte": 10485760, "record": -1},
                  "errorLimit": {"record": 5, "percentage": 0.02}
                },
                "content": [{
                  "reader": {
                    "name": "mysqlreader",
                    "parameter": {
                      "username": "anna",
                      "password": "Zx9!canary",
                      "column": ["id", "name"],
                      "splitPk": "id",
                      "connection": [{"table": ["orders"], "jdbcUrl": ["jdbc:mysql://db:3306/shop?useSSL=true"]}]
                    }
                  },
                  "transformer": [{"name": "dx_substr", "parameter": {"columnIndex": 1, "paras": ["0", "5"]}}],
                  "writer": {
                    "name": "postgresqlwriter",
                    "parameter": {
                      "username": "berta",
                      "password": "Zx9!canary",
                      "column": ["id", "name"],
                      "preSql": ["truncate table orders"],
                      "connection": [{"table": ["orders"], "jdbcUrl": "jdbc:postgresql://pg:5432/lake"}]
                    }
                  }
                }]
              },
              "common": {"column": {"timeZone": "GMT+8"}},
              "core": {"transport": {"channel": {"speed": {"byte": 2621440}}}},
              "entry": {"jvm": "-Xmx2g"}
            }
            """;

    private static final String CONVERTED = """
            {
              "type": "job",
              "version": "2.0",
              "steps": [
                {
                  "stepType": "mysql",
                  "name": "Reader",
                  "category": "reader",
                  "parameter": {
                    "datasource": "mysql_shop",
                    "table": "orders",
                    "column": ["id", "name"],
                    "splitPk": "id",
                    "unrepresentable": {
                      "zeroDate": "convertToNull"
                    }
                  }
                },
                {
                  "stepType": "substring",
                  "name": "Transformer 1",
                  "category": "map",
                  "parameter": {
                    "columnIndex": 1,
                    "start": "0",
                    "length": "5"
                  }
                },
                {
                  "stepType": "postgresql",
                  "name": "Writer",
                  "category": "writer",
                  "parameter": {
                    "datasource": "postgresql_lake",
                    "table": "orders",
                    "column": ["id", "name"],
                    "preSql": ["truncate table orders"]
                  }
                }
              ],
              "setting": {
                "errorLimit": {
                  "strategy": "Tolerance",
                  "record": 5,
                  "percentage": 0.02
                },
                "speed": {
                  "concurrent": 4,
                  "throttle": true,
                  "mbps": 10
                },
                "common": {
                  "column": {
                    "timeZone": "GMT+8"
                  }
                },
                "jvmOption": "-Xmx2g"
              },
              "order": {
                "hops": [
                  {"from": "Reader", "to": "Transformer 1"},
                  {"from": "Transformer 1", "to": "Writer"}
                ]
              }
            }
            """;

    @Test
    void readsADataXJob() {
        ImportedJob job = JobDialects.read(DATAX);
        assertThat(job.dialect()).isEqualTo(Dialect.DATAX);
        assertThat(job.document().text()).isEqualTo(CONVERTED);
    }

    @Test
    void takesConnectionsOutOfTheText() {
        ImportedJob job = JobDialects.read(DATAX);
        assertThat(job.document().text()).doesNotContain("canary").doesNotContain("jdbc:");
        assertThat(job.dataSources())
                .containsExactly(
                        new InlineDataSource(
                                "mysql_shop",
                                "mysql",
                                "jdbc:mysql://db:3306/shop?useSSL=true",
                                "anna",
                                Secret.of("Zx9!canary")),
                        new InlineDataSource(
                                "postgresql_lake",
                                "postgresql",
                                "jdbc:postgresql://pg:5432/lake",
                                "berta",
                                Secret.of("Zx9!canary")));
        assertThat(job.toString()).doesNotContain("canary");
        assertThat(job.notes())
                .extracting(Note::kind, Note::from)
                .contains(
                        tuple(Note.Kind.MAPPED, "core"),
                        tuple(Note.Kind.MAPPED, "job.content[0].transformer[0]"),
                        tuple(Note.Kind.MAPPED, "job.setting.speed.byte"),
                        tuple(Note.Kind.MAPPED, "job.content[0].reader.name"));
    }

    @Test
    void writesTheSameDataXJobAgainWithoutPasswords() {
        ImportedJob job = JobDialects.read(DATAX);
        ExportedJob exported =
                JobDialects.writeDataX(job.document(), name -> find(job, name)).orElseThrow();
        ScriptDocument written = ScriptDocument.parse(exported.text());
        ScriptDocument original = ScriptDocument.parse(DATAX);
        for (String same : new String[] {
            "job.content[0].reader.name",
            "job.content[0].reader.parameter.connection",
            "job.content[0].reader.parameter.username",
            "job.content[0].reader.parameter.column",
            "job.content[0].reader.parameter.splitPk",
            "job.content[0].transformer",
            "job.content[0].writer.parameter.connection",
            "job.content[0].writer.parameter.preSql",
            "job.setting.speed.channel",
            "job.setting.speed.byte",
            "job.setting.errorLimit.record",
            "common",
            "core",
            "entry",
        }) {
            assertThat(written.read(Path.parse(same))).as(same).isEqualTo(original.read(Path.parse(same)));
        }
        assertThat(exported.text()).doesNotContain("canary").contains("\"password\": \"${mysql_shop_password}\"");
        ImportedJob again = JobDialects.read(exported.text());
        assertThat(again.document()).isEqualTo(job.document());
    }

    @Test
    void readsDirtyPolicyAndSpeedAsDataXMeansThem() {
        assertThat(setting("{}").dirtyPolicy()).isEqualTo(new Setting.DirtyPolicy.Unlimited());
        assertThat(setting("{\"errorLimit\": {\"record\": 0}}").dirtyPolicy())
                .isEqualTo(new Setting.DirtyPolicy.AtMost(0));
        assertThat(setting("{\"errorLimit\": {\"percentage\": 0.5}}").dirtyPolicy())
                .isInstanceOf(Setting.DirtyPolicy.AtMostShare.class);
        assertThat(setting("{\"speed\": {\"byte\": 500}}").speed().bytesPerSecond())
                .hasValue(500);
        assertThat(setting("{\"speed\": {\"byte\": -1, \"record\": 100}}").speed())
                .matches(speed -> speed.bytesPerSecond().isEmpty()
                        && speed.recordsPerSecond().getAsLong() == 100);
    }

    @Test
    void readsAJobOfVersionOne() {
        ImportedJob job = JobDialects.read("""
                {"type": "job", "version": "1.0", "traceId": "x",
                 "configuration": {
                  "reader": {"plugin": "mysql", "parameter": {"datasource": "shop", "table": "orders", "column": ["*"]}},
                  "writer": {"plugin": "odps", "parameter": {"datasource": "odps_first", "table": "t"}},
                  "setting": {"speed": {"concurrent": "1", "mbps": "2"}, "errorLimit": {"record": "0"}}}}
                """);
        assertThat(job.dialect()).isEqualTo(Dialect.DIJOB_1);
        SyncTask task = SyncTask.of(job.document()).orElseThrow();
        assertThat(task.reader().stepType()).isEqualTo("mysql");
        assertThat(task.reader().dataSources()).containsExactly("shop");
        assertThat(task.writer().parameter().find("table")).contains(new ConfigValue.Text("t"));
        assertThat(task.setting().speed().bytesPerSecond()).hasValue(2_097_152);
        assertThat(job.document().read(Path.parse("order.hops[0].to"))).contains(new ConfigValue.Text("Writer"));
        assertThat(job.document().read(Path.of("traceId"))).contains(new ConfigValue.Text("x"));
        assertThat(job.document().read(Path.of("version"))).contains(new ConfigValue.Text("2.0"));
    }

    @Test
    void leavesANativeJobAloneExceptForItsConnections() {
        String text = "{\"type\": \"job\", // mine\n \"version\": \"2.0\", \"steps\": [{\"category\": \"reader\"}]}";
        assertThat(JobDialects.read(text).document().text()).isEqualTo(text);
        String inline = """
                {"type": "job", "version": "2.0", // kept
                 "steps": [{"stepType": "mysql", "category": "reader", "name": "Reader",
                   "parameter": {"username": "u", "password": "Zx9!canary", "table": ["a", "b"],
                     "jdbcUrl": "jdbc:mysql://h/d"}}]}
                """;
        ImportedJob job = JobDialects.read(inline);
        assertThat(job.document().text())
                .contains("// kept")
                .doesNotContain("canary")
                .doesNotContain("jdbc");
        assertThat(job.document().read(Path.parse("steps[0].parameter.datasource")))
                .contains(new ConfigValue.Text("mysql_d"));
        assertThat(job.dataSources()).hasSize(1);
    }

    @Test
    void removesSecretsAtAnyDepth() {
        ImportedJob job = JobDialects.read("""
                {"type": "job", "version": "2.0", "steps": [
                  {"stepType": "hive", "category": "writer", "name": "Writer",
                   "parameter": {"hiveConfig": [{"jdbcUrl": "jdbc:hive2://h/d", "Password": "Zx9!canary"}]}},
                  {"stepType": "mysql", "category": "reader", "name": "Reader", "parameter": {
                   "connection": [{"jdbcUrl": "jdbc:mysql://h/d", "username": "u", "password": "Zx9!canary"}]}}]}
                """);
        assertThat(job.document().text()).doesNotContain("canary");
        assertThat(job.dataSources()).extracting(InlineDataSource::username).containsExactly("u");
    }

    @Test
    void keepsShardsApart() {
        ImportedJob job = JobDialects.read("""
                {"job": {"content": [{"reader": {"name": "mysqlreader", "parameter": {"username": "u", "password": "p",
                  "connection": [{"jdbcUrl": ["jdbc:mysql://a/d"], "table": ["t"]},
                                 {"jdbcUrl": ["jdbc:mysql://b/d"], "table": ["t"]}]}},
                  "writer": {"name": "streamwriter", "parameter": {}}}]}}
                """);
        assertThat(SyncTask.of(job.document()).orElseThrow().reader().dataSources())
                .containsExactly("mysql_d", "mysql_d_2");
        assertThat(job.dataSources())
                .extracting(InlineDataSource::jdbcUrl)
                .containsExactly("jdbc:mysql://a/d", "jdbc:mysql://b/d");
    }

    @Test
    void translatesUnusualPlugIns() {
        assertThat(PlugIns.stepType("oceanbasev10reader", Side.READER)).isEqualTo("apsaradb_for_OceanBase");
        assertThat(PlugIns.stepType("hbase11xreader", Side.READER)).isEqualTo("hbase");
        assertThat(PlugIns.stepType("txtfilewriter", Side.WRITER)).isEqualTo("txtfile");
        assertThat(PlugIns.plugIn("mariadb", Side.READER, ConfigValue.Obj.EMPTY))
                .isEqualTo("mysqlreader");
        assertThat(PlugIns.plugIn("holo", Side.WRITER, ConfigValue.Obj.EMPTY)).isEqualTo("hologresjdbcwriter");
        assertThat(PlugIns.missing("kafka", Side.READER)).isPresent();
        assertThat(PlugIns.missing("mysql", Side.READER)).isEmpty();
    }

    @Test
    void putsALoneStepInItsPlace() {
        ScriptDocument document = ScriptDocument.parse("{\"steps\": [{\"category\": \"reader\"}]}");
        assertThat(JobDialects.withStep(document, "{\"stepType\": \"a\", \"category\": \"Reader\"} // new")
                        .orElseThrow()
                        .text())
                .isEqualTo("{\"steps\": [{\"stepType\": \"a\", \"category\": \"Reader\"}]}");
        assertThat(JobDialects.withStep(document, "{\"category\": \"writer\"}")
                        .orElseThrow()
                        .read(Path.parse("steps[1]")))
                .isPresent();
        assertThat(JobDialects.withStep(document, "{\"category\": \"other\"}")).isEmpty();
        assertThat(JobDialects.withStep(document, "{")).isEmpty();
    }

    @Test
    void leavesWhatItCannotReadToTheProblems() {
        ImportedJob job = JobDialects.read("{\"job\": ");
        assertThat(job.document().text()).isEqualTo("{\"job\": ");
        assertThat(job.document().readable()).isFalse();
    }

    private static Optional<InlineDataSource> find(ImportedJob job, String name) {
        return job.dataSources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst();
    }

    private static Setting setting(String setting) {
        String text = "{\"job\": {\"setting\": " + setting
                + ", \"content\": [{\"reader\": {\"name\": \"streamreader\"}, \"writer\": {\"name\": \"streamwriter\"}}]}}";
        return SyncTask.of(JobDialects.read(text).document()).orElseThrow().setting();
    }
}

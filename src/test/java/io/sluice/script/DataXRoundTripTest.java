package io.sluice.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.ConfigValue.Array;
import io.sluice.spi.config.ConfigValue.Num;
import io.sluice.spi.config.ConfigValue.Obj;
import io.sluice.spi.config.ConfigValue.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Job files of many plug-ins, written after the documentation of DataX, go through a script and come back. */
class DataXRoundTripTest {
    private static final java.nio.file.Path FOLDER = java.nio.file.Path.of("src/test/resources/datax");
    private static final Set<String> HERE = Set.of("mysql", "postgresql", "sqlite");
    private static final Set<String> SECRETS = Set.of("password", "userPassword", "accessKey", "Password", "token");

    static List<String> files() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    @Test
    void thereAreManyFiles() throws IOException {
        assertThat(files()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("files")
    void comesBackEqual(String file) throws IOException {
        String text = text(file);
        ImportedJob job = JobDialects.read(text, (type, url) -> HERE.contains(type));
        assertThat(exported(job)).isEqualTo(comparable(ScriptDocument.parse(text)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void comesBackEqualWhenEveryConnectionIsRegistered(String file) throws IOException {
        String text = text(file);
        ImportedJob job = JobDialects.read(text);
        boolean moved = file.equals("mysql-to-starrocks.json");
        ConfigValue expected = comparable(ScriptDocument.parse(text));
        assertThat(exported(job)).satisfies(back -> {
            if (moved) {
                assertThat(at(back, "job.content[0].reader")).isEqualTo(at(expected, "job.content[0].reader"));
            } else {
                assertThat(back).isEqualTo(expected);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void losesNoSecretToTheScriptOrTheExport(String file) throws IOException {
        for (BiPredicate<String, String> registrable :
                List.<BiPredicate<String, String>>of((type, url) -> true, (type, url) -> false)) {
            ImportedJob job = JobDialects.read(text(file), registrable);
            assertThat(job.document().text()).doesNotContain("canary");
            assertThat(JobDialects.writeDataX(job.document(), name -> find(job, name))
                            .orElseThrow()
                            .text())
                    .doesNotContain("canary");
            assertThat(job.notes().toString()).doesNotContain("canary");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isAScriptThatFormattingAndAnotherImportLeaveAlone(String file) throws IOException {
        ScriptDocument script =
                JobDialects.read(text(file), (type, url) -> HERE.contains(type)).document();
        assertThat(script.syntaxProblems()).isEmpty();
        assertThat(JobDialects.read(script.text(), (type, url) -> HERE.contains(type))
                        .document())
                .isEqualTo(script);
        assertThat(script.format().read(Path.ROOT)).isEqualTo(script.read(Path.ROOT));
    }

    @Test
    void saysWhatCannotRunHere() throws IOException {
        ImportedJob job = JobDialects.read(text("stream-to-stream-transformers.json"));
        assertThat(job.notes())
                .filteredOn(note -> note.kind() == Note.Kind.UNSUPPORTED)
                .extracting(Note::from)
                .containsExactly("job.content[0].transformer[5]", "job.content[0].transformer[6]");
    }

    @Test
    void aChangedSpeedIsNotHeldBackByTheOneThatWasImported() throws IOException {
        ImportedJob job = JobDialects.read(text("clickhouse-to-clickhouse.json"));
        ScriptDocument faster = job.document()
                .with(Path.parse("setting.speed.concurrent"), new Num(4))
                .with(Path.parse("setting.speed.record"), new Num(80_000));
        ScriptDocument back = ScriptDocument.parse(JobDialects.writeDataX(faster, name -> find(job, name))
                .orElseThrow()
                .text());
        assertThat(back.read(Path.parse("job.setting.speed.record"))).contains(new Num(80_000));
        assertThat(back.read(Path.parse("core.transport.channel.speed.record"))).contains(new Num(20_000));
        assertThat(back.read(Path.parse("core.container.job.reportInterval"))).contains(new Num(10_000));
    }

    @Test
    void aConnectionWithParametersStaysInTheScript() throws IOException {
        ImportedJob job = JobDialects.read(text("mysql-to-elasticsearch.json"));
        assertThat(job.dataSources()).isEmpty();
        assertThat(job.document().text()).contains("jdbc:mysql://${ip}:${port}/shop", "\"${pw}\"");
        assertThat(job.notes())
                .anyMatch(note -> note.kind() == Note.Kind.UNSUPPORTED
                        && note.from().equals("job.content[0].reader.parameter.connection"));
    }

    private static ConfigValue exported(ImportedJob job) {
        return comparable(ScriptDocument.parse(JobDialects.writeDataX(job.document(), name -> find(job, name))
                .orElseThrow()
                .text()));
    }

    private static Optional<InlineDataSource> find(ImportedJob job, String name) {
        return job.dataSources().stream()
                .filter(source -> source.name().equals(name))
                .findFirst();
    }

    private static ConfigValue at(ConfigValue value, String path) {
        return ScriptDocument.parse("")
                .with(Path.ROOT, value)
                .read(Path.parse(path))
                .orElseThrow();
    }

    /** The values of a job without the secrets and the limits that are none; the top level is found in any letters. */
    private static ConfigValue comparable(ScriptDocument document) {
        Obj file = (Obj) without(document.read(Path.ROOT).orElseThrow());
        ConfigValue job = file.entries().get("Job");
        return job == null ? file : file.without("Job").with("job", job);
    }

    private static ConfigValue without(ConfigValue value) {
        return switch (value) {
            case Obj object -> {
                Map<String, ConfigValue> entries = new LinkedHashMap<>();
                object.entries().forEach((name, entry) -> {
                    boolean noLimit = name.equals("record")
                                    && (entry.equals(new Num(-1)) || entry instanceof ConfigValue.Null)
                            || name.equals("errorLimit") && without(entry).equals(Obj.EMPTY);
                    if (!noLimit) {
                        entries.put(name, SECRETS.contains(name) ? new Text(blanked(entry)) : without(entry));
                    }
                });
                yield meant(new Obj(entries));
            }
            case Array array ->
                new Array(
                        array.items().stream().map(DataXRoundTripTest::without).toList());
            case Text text ->
                new Text(text.value()
                        .replace("Zx9!canary", "secret")
                        .replaceAll("\\$\\{(reader|writer|job|datax)_\\w+\\}", "secret"));
            default -> value;
        };
    }

    /** A text file is plain text to DataX when its format is not given; a job that says so means the same. */
    private static Obj meant(Obj plugIn) {
        boolean silent = plugIn.find("name").orElse(null) instanceof Text name
                && name.value().equals("txtfilewriter")
                && plugIn.find("parameter").orElse(null) instanceof Obj parameter
                && parameter.find("fileFormat").isEmpty();
        return silent
                ? plugIn.with("parameter", ((Obj) plugIn.find("parameter").orElseThrow()).with("fileFormat", "text"))
                : plugIn;
    }

    private static String blanked(ConfigValue secret) {
        return secret.toString().isBlank() ? "" : "secret";
    }
}

package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.JobDialects;
import io.sluice.script.MapSteps;
import io.sluice.script.Path;
import io.sluice.script.Place;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A DataX job with transformers, brought here and commented by hand: what a form changes is one value, nothing else. */
class ImportedFormTest {
    private static final String DATAX = """
            {"job": {"content": [{
              "reader": {"name": "mysqlreader", "parameter": {"username": "u", "password": "p", "column": ["id", "`order`", "'x'", "now()"],
                "where": "id > 5", "splitPk": "id", "connection": [{"table": ["orders_[0-9]"], "jdbcUrl": ["jdbc:mysql://db:3306/shop"]}]}},
              "transformer": [
                {"name": "dx_substr", "parameter": {"columnIndex": 1, "paras": ["2", "5"]}},
                {"name": "dx_pad", "parameter": {"columnIndex": 2, "paras": ["l", "8", "0"]}},
                {"name": "dx_replace", "parameter": {"columnIndex": 0, "paras": ["3", "4", "****"]}},
                {"name": "dx_filter", "parameter": {"columnIndex": 0, "paras": [">=", "10"]}},
                {"name": "dx_digest", "parameter": {"columnIndex": 3, "paras": ["md5", "toUpperCase"]}}],
              "writer": {"name": "postgresqlwriter", "parameter": {"username": "u", "password": "p", "column": ["a", "b", "c", "d"],
                "preSql": ["delete from t", "analyze t"], "batchSize": 1024,
                "connection": [{"table": ["t"], "jdbcUrl": "jdbc:postgresql://db:5432/dwh"}]}}}],
             "setting": {"speed": {"channel": 3, "byte": 1048576}, "errorLimit": {"record": 0, "percentage": 0.02}}}}
            """;
    private static final ScriptDocument IMPORTED = JobDialects.read(DATAX).document();
    private static final Pattern COMMENT = Pattern.compile("// typed [0-9]+");

    /** The place of one value and the document in which it is another one. */
    private record Change(Path place, ScriptDocument after) {}

    @Property(tries = 2_000)
    void aFieldChangesOneValueAndNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        ScriptDocument document = commented(random);
        for (int i = 0; i < 6; i++) {
            ScriptDocument before = document;
            Change change = change(before, random);
            document = change.after();
            String what = change.place() + ":\n" + before + "\n=>\n" + document;
            assertThat(document.readable()).as(what).isTrue();
            assertThat(blank(document, change.place())).as(what).isEqualTo(blank(before, change.place()));
            assertThat(comments(document)).as(what).containsAll(comments(before));
            if (before.read(change.place()).isPresent()) {
                liesWithin(before, document, change.place(), what);
            }
        }
    }

    @Property(tries = 1_000)
    void aStepThatGoesOrMovesLeavesTheOthersAsTheyAre(@ForAll long seed) {
        Random random = new Random(seed);
        ScriptDocument document = commented(random);
        for (int i = 0; i < 6; i++) {
            ScriptDocument before = document;
            List<SyncTask.Step> maps = SyncTask.maps(before);
            int number = random.nextInt(Math.max(1, maps.size()));
            int kind = maps.isEmpty() ? 0 : random.nextInt(3);
            document = switch (kind) {
                case 0 ->
                    MapSteps.add(
                            before,
                            TransformType.values()[random.nextInt(TransformType.values().length)],
                            ConfigValue.Obj.EMPTY);
                case 1 -> MapSteps.remove(before, maps.get(number).path());
                default -> MapSteps.move(before, maps.get(number).path(), random.nextInt(maps.size()));
            };
            String what = kind + " " + number + ":\n" + before + "\n=>\n" + document;
            assertThat(document.readable()).as(what).isTrue();
            List<ConfigValue.Obj> parameters = parameters(before);
            if (kind == 1) {
                parameters.remove(number);
            }
            assertThat(parameters(document)).as(what).containsAll(parameters);
            assertThat(document.read(Path.of("setting"))).as(what).isEqualTo(before.read(Path.of("setting")));
            for (Side side : Side.values()) {
                assertThat(SyncTask.steps(document, side).getFirst().parameter())
                        .as(what)
                        .isEqualTo(SyncTask.steps(before, side).getFirst().parameter());
            }
            assertThat(SyncTask.of(document)).as(what).isPresent();
        }
    }

    private static List<ConfigValue.Obj> parameters(ScriptDocument document) {
        return new ArrayList<>(
                SyncTask.maps(document).stream().map(SyncTask.Step::parameter).toList());
    }

    /** The imported job, in the line ends of one system and with comments at the ends of some of its lines. */
    private static ScriptDocument commented(Random random) {
        String end = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder();
        for (String line : IMPORTED.text().lines().toList()) {
            boolean more = random.nextInt(3) == 0;
            text.append(line)
                    .append(more ? " // typed " + random.nextInt(1_000_000) : "")
                    .append(end);
        }
        return ScriptDocument.parse(text.toString());
    }

    private static Change change(ScriptDocument document, Random random) {
        return switch (random.nextInt(6)) {
            case 0 ->
                put(document, reader(document).child("where"), new ConfigValue.Text("a < '" + random.nextInt(9) + "'"));
            case 1 -> put(document, reader(document).child("splitFactor"), number(random));
            case 2 -> put(document, writer(document).child("batchSize"), number(random));
            case 3 -> put(document, Path.parse("setting.speed.concurrent"), number(random));
            default -> ofStep(document, random);
        };
    }

    private static ConfigValue number(Random random) {
        return ChannelEdits.number(random.nextBoolean() ? "${rows}" : Integer.toString(1 + random.nextInt(99)));
    }

    private static Change ofStep(ScriptDocument document, Random random) {
        List<SyncTask.Step> maps = SyncTask.maps(document);
        SyncTask.Step step = maps.get(random.nextInt(maps.size()));
        List<FieldSpec> fields = TransformType.of(step.stepType()).orElseThrow().parameters().fields().stream()
                .filter(field -> !(field.type() instanceof FieldType.ListType))
                .toList();
        FieldSpec field = fields.get(random.nextInt(fields.size()));
        return put(document, step.parameterPath().child(field.name()), value(field, random));
    }

    private static ConfigValue value(FieldSpec field, Random random) {
        return switch (field.type()) {
            case FieldType.WholeType ignored -> number(random);
            case FieldType.BoolType ignored -> new ConfigValue.Bool(random.nextBoolean());
            default -> new ConfigValue.Text("v \"" + random.nextInt(99));
        };
    }

    private static Change put(ScriptDocument document, Path place, ConfigValue value) {
        ScriptDocument after = ListEdits.put(document, place, value);
        assertThat(after.read(place)).map(ConfigValue::toString).contains(value.toString());
        return new Change(place, after);
    }

    private static Path reader(ScriptDocument document) {
        return SyncTask.steps(document, Side.READER).getFirst().parameterPath();
    }

    private static Path writer(ScriptDocument document) {
        return SyncTask.steps(document, Side.WRITER).getFirst().parameterPath();
    }

    /** All values but the one at a place. */
    private static ConfigValue blank(ScriptDocument document, Path place) {
        return document.without(place).read(Path.ROOT).orElseThrow();
    }

    private static void liesWithin(ScriptDocument before, ScriptDocument after, Path path, String what) {
        Place place = before.place(path);
        int start = offset(before.text(), place.line(), place.column());
        int end = offset(before.text(), place.endLine(), place.endColumn());
        assertThat(after.text()).as(what).startsWith(before.text().substring(0, start));
        assertThat(after.text()).as(what).endsWith(before.text().substring(end));
    }

    private static int offset(String text, int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return at + column - 1;
    }

    private static List<String> comments(ScriptDocument document) {
        return COMMENT.matcher(document.text())
                .results()
                .map(MatchResult::group)
                .toList();
    }
}

package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.Connectors;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever a form and a writer of text do in turn: nothing else changes. */
class FormEditsTest {
    private static final String START = """
            {
              // first comment
              "type": "job", "version": "2.0", "ours": {"b": 1.50, "a": [1, 2.0, 3e1]}, /* second comment */
              "steps": [
                {"stepType": "mysql", "name": "Reader", "category": "reader",
                  "parameter": {
                    "datasource": "shop", // third comment
                    "zebra": true, "table": ["orders"], "where": "", "column": ["id", "note"], "apple": null
                  }},
                {"stepType": "postgresql", "name": "Writer", "category": "writer", // fourth comment
                  "parameter": {"datasource": "dwh", "table": "ods.orders", "column": ["id", "note"], "keep": "this"}}
              ],
              "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": "2", "dmu": 1} /* fifth comment */},
              "order": {"hops": [{"from": "Reader", "to": "Writer"}]}
            }
            """;
    private static final Pattern COMMENT = Pattern.compile("(first|second|third|fourth|fifth|typed[0-9]+) comment");
    private static final StepDescription POSTGRESQL = StepDescription.writer(
                    Connectors.load().find("postgresql").orElseThrow())
            .orElseThrow();
    private static final List<Path> OURS = List.of(
            Path.of("ours"),
            Path.parse("steps[0].parameter.zebra"),
            Path.parse("steps[0].parameter.apple"),
            Path.parse("steps[1].parameter.keep"),
            Path.parse("steps[0].parameter.column"),
            Path.parse("setting.speed.dmu"),
            Path.of("order"));

    /** One way to change the text, and the path it may change. */
    private record Step(Path place, ScriptDocument after) {}

    @Property(tries = 10_000)
    void sequencesOfEditsTouchNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        ScriptDocument document = ScriptDocument.parse(START);
        for (int count = 1 + random.nextInt(8); count > 0; count--) {
            ScriptDocument before = document;
            Step step = random.nextInt(4) == 0 ? typed(before, random) : formed(before, random);
            document = step.after();
            assertThat(document.readable()).isTrue();
            assertThat(comments(document)).containsAll(comments(before));
            for (Path path : OURS) {
                assertThat(document.read(path))
                        .as("%s after %s", path, step.place())
                        .isEqualTo(before.read(path));
            }
            assertThat(names(document)).containsSubsequence(names(before));
        }
    }

    private static Step formed(ScriptDocument document, Random random) {
        String text = "v" + random.nextInt(100);
        String number = Integer.toString(1 + random.nextInt(30));
        return switch (random.nextInt(8)) {
            case 0 -> put(document, "steps[0].parameter.where", new ConfigValue.Text(text));
            case 1 -> put(document, "steps[0].parameter.table", new ConfigValue.Text(text));
            case 2 -> put(document, "steps[1].parameter.batchSize", new ConfigValue.Num(number));
            case 3 -> put(document, "setting.speed.concurrent", new ConfigValue.Num(number));
            case 4 ->
                new Step(
                        Path.parse("setting.speed"),
                        ChannelEdits.megabytes(document, random.nextBoolean() ? number : ""));
            case 5 -> {
                DirtyChoice choice = DirtyChoice.values()[random.nextInt(4)];
                yield new Step(Path.parse("setting.errorLimit"), ChannelEdits.policy(document, choice));
            }
            case 6 -> put(document, "steps[0].parameter.where", null);
            default -> new Step(Path.parse("steps[1]"), sameSystem(document, text));
        };
    }

    private static Step put(ScriptDocument document, String path, @Nullable ConfigValue value) {
        Path place = Path.parse(path);
        ScriptDocument after = ScriptEdits.put(document, place, value);
        if (value != null) {
            assertThat(after.read(place)).map(ConfigValue::toString).contains(value.toString());
        }
        return new Step(place, after);
    }

    private static ScriptDocument sameSystem(ScriptDocument document, String dataSource) {
        return ScriptEdits.choose(document, POSTGRESQL, Optional.of(POSTGRESQL), dataSource);
    }

    /** Somebody types a comment at the end of a line that ends with a comma. */
    private static Step typed(ScriptDocument document, Random random) {
        String text = document.text();
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(",\n"); at >= 0; at = text.indexOf(",\n", at + 1)) {
            places.add(at + 1);
        }
        if (places.isEmpty()) {
            return new Step(Path.ROOT, document);
        }
        int place = places.get(random.nextInt(places.size()));
        String comment = " // typed" + random.nextInt(1_000_000) + " comment";
        return new Step(Path.ROOT, ScriptDocument.parse(text.substring(0, place) + comment + text.substring(place)));
    }

    private static List<String> comments(ScriptDocument document) {
        return COMMENT.matcher(document.text())
                .results()
                .map(java.util.regex.MatchResult::group)
                .toList();
    }

    /** The names of the top level and of both steps' parameters, in their order; those that come and go are left out. */
    private static List<String> names(ScriptDocument document) {
        List<String> names = new ArrayList<>();
        for (String path : List.of("steps[0].parameter", "steps[1].parameter")) {
            if (document.read(Path.parse(path)).orElse(null) instanceof ConfigValue.Obj values) {
                names.addAll(values.entries().keySet());
            }
        }
        names.removeIf(name -> name.equals("batchSize"));
        return names;
    }

    @Property(tries = 200)
    void anotherSystemKeepsWhatNeitherKnows(@ForAll boolean back) {
        ScriptDocument document = ScriptDocument.parse(START);
        StepDescription mysql = StepDescription.reader(
                        Connectors.load().find("mysql").orElseThrow())
                .orElseThrow();
        StepDescription file = StepDescription.reader(
                        Connectors.load().find("txtfile").orElseThrow())
                .orElseThrow();
        ScriptDocument changed = ScriptEdits.choose(document, file, Optional.of(mysql), "");
        if (back) {
            changed = ScriptEdits.choose(changed, mysql, Optional.of(file), "shop");
        }
        assertThat(changed.read(Path.parse("steps[0].parameter.zebra"))).contains(new ConfigValue.Bool(true));
        assertThat(changed.read(Path.parse("steps[0].parameter.apple"))).contains(new ConfigValue.Null());
        assertThat(comments(changed)).contains("first comment", "second comment", "fourth comment", "fifth comment");
        assertThat(changed.read(Path.parse("steps[0].stepType")))
                .contains(new ConfigValue.Text(back ? "mysql" : "txtfile"));
        assertThat(SyncTask.steps(changed, Side.READER)).hasSize(1);
    }

    private static final String ASKED = """
            {"setting": {
              "errorLimit": {"strategy": "Tolerance", "record": "${limit}", "ours": 1}, // first comment
              "speed": {"throttle": "${throttle}", "mbps": "${mbps}" /* second comment */, "concurrent": "${n}"}}}
            """;

    @Test
    void limitsThatParametersSayAreShownAsSuch() {
        ScriptDocument document = ScriptDocument.parse(ASKED);
        Setting setting = Setting.of(document);
        assertThat(ChannelEdits.megabytes(document, setting)).isEqualTo("${mbps}");
        assertThat(ChannelEdits.choice(document, setting.dirtyPolicy())).contains(DirtyChoice.UP_TO);
        assertThat(ChannelEdits.limit(document, DirtyChoice.UP_TO, setting.dirtyPolicy()))
                .isEqualTo("${limit}");
        ScriptDocument share = ScriptDocument.parse(ASKED.replace("record", "percentage"));
        Setting.DirtyPolicy shared = Setting.of(share).dirtyPolicy();
        assertThat(ChannelEdits.choice(share, shared)).contains(DirtyChoice.SHARE);
        assertThat(ChannelEdits.limit(share, DirtyChoice.SHARE, shared)).isEqualTo("${limit}");
        ScriptDocument strategy = ScriptDocument.parse(ASKED.replace("Tolerance", "${strategy}"));
        assertThat(ChannelEdits.choice(strategy, Setting.of(strategy).dirtyPolicy()))
                .isEmpty();
        ScriptDocument strict = ScriptDocument.parse(ASKED.replace("Tolerance", "ZeroTolerance"));
        assertThat(ChannelEdits.choice(strict, Setting.of(strict).dirtyPolicy()))
                .contains(DirtyChoice.NONE);
    }

    @Test
    void aNumberThatAParameterSaidIsANumberAgain() {
        Path concurrent = Path.parse("setting.speed.concurrent");
        ScriptDocument document = ScriptDocument.parse(ASKED);
        String plain = ASKED.replace("\"${n}\"", "7");
        ScriptDocument number = ScriptEdits.put(document, concurrent, ChannelEdits.number("7"));
        assertThat(number.text()).isEqualTo(plain);
        assertThat(ScriptEdits.put(number, concurrent, ChannelEdits.number("${n}"))
                        .text())
                .isEqualTo(ASKED);
        ScriptDocument text = ScriptDocument.parse(ASKED.replace("${n}", "3"));
        assertThat(ScriptEdits.put(text, concurrent, ChannelEdits.number("7")).text())
                .isEqualTo(ASKED.replace("${n}", "7"));
    }

    @Test
    void parametersStayBesideTheLimitThatChanges() {
        ScriptDocument document = ScriptDocument.parse(ASKED);
        assertThat(ChannelEdits.megabytes(document, "5").text()).isEqualTo(ASKED.replace("\"${mbps}\"", "5"));
        assertThat(ChannelEdits.policy(document, DirtyChoice.UP_TO).text()).isEqualTo(ASKED);
        assertThat(ChannelEdits.policy(document, DirtyChoice.ANY).text())
                .isEqualTo(ASKED.replace("Tolerance", "Ignore"));
    }

    @Test
    void whatAnotherSystemHasNoUseForIsNamed() {
        StepDescription mysql = StepDescription.reader(
                        Connectors.load().find("mysql").orElseThrow())
                .orElseThrow();
        StepDescription file = StepDescription.reader(
                        Connectors.load().find("txtfile").orElseThrow())
                .orElseThrow();
        ScriptDocument document = ScriptDocument.parse(START);
        assertThat(ScriptEdits.lost(document, file, Optional.of(mysql))).containsExactly("table");
        assertThat(ScriptEdits.lost(
                        document.with(Path.parse("steps[0].parameter.where"), new ConfigValue.Text("${where}")),
                        file,
                        Optional.of(mysql)))
                .containsExactly("table", "where");
        assertThat(ScriptEdits.lost(document, mysql, Optional.of(mysql))).isEmpty();
        assertThat(ScriptEdits.lost(document, file, Optional.empty())).isEmpty();
    }
}

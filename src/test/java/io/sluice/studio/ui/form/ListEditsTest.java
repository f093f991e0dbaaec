package io.sluice.studio.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ListEditsTest {
    private static final Path RULES = Path.of("rules");
    private static final String TEXT = """
            {
              "rules": [
                {"name": "a", "odd": 1.50}, // first
                {"name": "b"}, // second
                {"name": "c"} // third
              ]
            }
            """;

    private static ConfigValue.Obj rule(String name) {
        return ConfigValue.Obj.EMPTY.with("name", name);
    }

    private static ConfigValue.Array rules(ConfigValue... items) {
        return new ConfigValue.Array(List.of(items));
    }

    private static final ConfigValue FIRST = rule("a").with("odd", new ConfigValue.Num("1.50"));

    @Test
    void changesOnlyTheMemberThatDiffers() {
        ScriptDocument edited = ListEdits.put(ScriptDocument.parse(TEXT), RULES, rules(FIRST, rule("bb"), rule("c")));
        assertThat(edited.text()).isEqualTo(TEXT.replace("\"b\"", "\"bb\""));
    }

    @Test
    void takesAnItemOutOfTheMiddleWithoutTouchingTheOthers() {
        ScriptDocument edited = ListEdits.put(ScriptDocument.parse(TEXT), RULES, rules(FIRST, rule("c")));
        assertThat(edited.text()).isEqualTo(TEXT.replace("    {\"name\": \"b\"}, // second\n", ""));
    }

    @Test
    void addsBehindAndTakesAway() {
        ScriptDocument longer =
                ListEdits.put(ScriptDocument.parse(TEXT), RULES, rules(FIRST, rule("b"), rule("c"), rule("d")));
        assertThat(longer.text()).contains("// first", "// second", "// third", "1.50", "\"d\"");
        assertThat(ListEdits.put(ScriptDocument.parse("{}"), RULES, rules(rule("x")))
                        .read(RULES))
                .contains(rules(rule("x")));
        assertThat(ListEdits.put(longer, RULES, null).read(RULES)).contains(rules());
    }

    @Test
    void givesTheWantedListWhateverWasThere() {
        SplittableRandom random = new SplittableRandom(11);
        ScriptDocument document = ScriptDocument.parse(TEXT);
        for (int round = 0; round < 500; round++) {
            List<ConfigValue> wanted = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                wanted.add(rule("n" + random.nextInt(4)));
            }
            document = ListEdits.put(document, RULES, new ConfigValue.Array(wanted));
            assertThat(document.readable()).isTrue();
            assertThat(document.read(RULES)).contains(new ConfigValue.Array(wanted));
        }
    }

    @Test
    void addsInTheMiddleWithoutTouchingTheOthers() {
        ScriptDocument edited =
                ListEdits.put(ScriptDocument.parse(TEXT), RULES, rules(FIRST, rule("x"), rule("b"), rule("c")));
        assertThat(edited.text()).isEqualTo(TEXT.replace("// first\n", "// first\n    {\"name\": \"x\"},\n"));
    }

    @Test
    void changesTheOrderTogetherWithTheComments() {
        ScriptDocument edited = ListEdits.put(ScriptDocument.parse(TEXT), RULES, rules(rule("b"), FIRST, rule("c")));
        assertThat(edited.text().lines().map(String::strip))
                .containsSubsequence(
                        "{\"name\": \"b\"}, // second",
                        "{\"name\": \"a\", \"odd\": 1.50}, // first",
                        "{\"name\": \"c\"} // third");
    }

    @Test
    void leavesNumbersThatAreGivenBackAsText() {
        ScriptDocument document = ScriptDocument.parse("{\"rules\": [7, true /* yes */, \"x\"]}");
        ScriptDocument edited = ListEdits.put(document, RULES, ConfigValue.Array.ofTexts(List.of("7", "true", "y")));
        assertThat(edited.text()).isEqualTo("{\"rules\": [7, true /* yes */, \"y\"]}");
    }

    /** Whatever line ends and comments a list has: what stays keeps its own. */
    @Test
    void keepsTheCommentOfEveryItemThatStays() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 2_000; round++) {
            String end = random.nextBoolean() ? "\r\n" : "\n";
            int count = 1 + random.nextInt(5);
            StringBuilder text = new StringBuilder("\uFEFF{\"rules\": [" + end);
            List<ConfigValue> items = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                items.add(new ConfigValue.Text("中" + i));
                text.append("\t// above ")
                        .append(i)
                        .append(end)
                        .append("\t\"中")
                        .append(i)
                        .append('"');
                text.append(i + 1 < count || random.nextBoolean() ? "," : "")
                        .append(" // behind ")
                        .append(i)
                        .append(end);
            }
            text.append("\t// loose").append(end).append("], \"more\": 1.50,}");
            List<ConfigValue> wanted = new ArrayList<>(items);
            wanted.remove(random.nextInt(count));
            wanted.add(random.nextInt(wanted.size() + 1), new ConfigValue.Text("new"));
            if (random.nextBoolean()) {
                wanted.add(wanted.removeFirst());
            }
            ScriptDocument edited =
                    ListEdits.put(ScriptDocument.parse(text.toString()), RULES, new ConfigValue.Array(wanted));
            assertThat(edited.read(RULES)).as(edited.text()).contains(new ConfigValue.Array(wanted));
            assertThat(edited.text()).startsWith("\uFEFF").contains("// loose").endsWith("], \"more\": 1.50,}");
            for (int i = 0; i < count; i++) {
                if (wanted.contains(items.get(i))) {
                    assertThat(edited.text())
                            .as("%s => %s", text, edited)
                            .contains("// above " + i + end + "\t\"中" + i);
                    assertThat(edited.text())
                            .as("%s => %s", text, edited)
                            .containsPattern("中" + i + "\",? // behind " + i);
                }
            }
            if (end.equals("\r\n")) {
                assertThat(edited.text().replace("\r\n", "")).doesNotContain("\n");
            }
        }
    }
}

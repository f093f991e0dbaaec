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
}

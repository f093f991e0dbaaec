package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.Code;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.Option;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form shows is given back as it was, but for what somebody changed. */
class FieldEditorsTest {
    enum Mode {
        @Option(label = "Insert")
        INSERT,
        @Option(label = "Replace")
        REPLACE
    }

    record Part(
            @Field(label = "Mode", byDefault = "insert") Mode mode,
            @Field(label = "Rows", byDefault = "1") int rows,
            @Field(label = "Strict", byDefault = "false") boolean strict,
            @Field(label = "Note", byDefault = "") String note) {}

    record Whole(
            @Field(label = "Part") Part part,
            @Field(label = "Parts", byDefault = "[]") List<Part> parts,

            @Field(label = "Statements", byDefault = "[]") @Code("sql")
            List<String> statements,

            @Field(label = "Names", byDefault = "[]") List<String> names,
            @Field(label = "Pairs", byDefault = "{}") Map<String, String> pairs) {}

    private static FieldEditor editor(String field, String value) {
        ConfigValue stored = ScriptDocument.parse(value).read(Path.ROOT).orElseThrow();
        return FieldEditors.of(
                ConfigSpec.of(Whole.class).field(field).orElseThrow(),
                new ConfigForm.Stored(ConfigValue.Obj.EMPTY.with(field, stored), Set.of()),
                field);
    }

    private static ConfigValue value(String json) {
        return ScriptDocument.parse(json).read(Path.ROOT).orElseThrow();
    }

    private static <T extends Component> T find(FieldEditor editor, Class<T> type) {
        return all(editor.component())
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private static Stream<Component> all(Component parent) {
        return Stream.concat(Stream.of(parent), parent.getChildren().flatMap(FieldEditorsTest::all));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mode\": \"${mode}\", \"strict\": \"${strict}\", \"rows\": \"07\"}",
                "{\"mode\": \"REPLACE\", \"note\": \"kept\", \"ours\": {\"deep\": [1.50]}}",
                "{\"mode\": \"truncate\"}",
                "{\"rows\": 1, \"strict\": false}"
            })
    void aGroupThatNobodyChangedIsAsItWas(String json) {
        assertThat(editor("part", json).value()).isEqualTo(value(json));
        assertThat(editor("parts", "[" + json + "]").value()).isEqualTo(value("[" + json + "]"));
        assertThat(editor("parts", json).value()).isEqualTo(value("[" + json + "]"));
    }

    @Test
    void aChangeInAGroupLeavesTheRestOfItAlone() {
        FieldEditor editor = editor("part", "{\"mode\": \"${mode}\", \"strict\": \"${strict}\", \"ours\": 1.50}");
        find(editor, TextField.class).setValue("changed");
        assertThat(editor.value())
                .isEqualTo(value(
                        "{\"mode\": \"${mode}\", \"strict\": \"${strict}\", \"ours\": 1.50, \"note\": \"changed\"}"));
    }

    @Test
    void whatIsNoGroupStaysAmongGroups() {
        FieldEditor editor = editor("parts", "[\"${part}\", {\"note\": \"a\"}]");
        find(editor, TextField.class).setValue("b");
        assertThat(editor.value()).isEqualTo(value("[\"${part}\", {\"note\": \"b\"}]"));
    }

    @Test
    void aStatementOfSeveralLinesStaysOne() {
        String json = "[\"delete from t\\nwhere a = 1\\n  and b = 2\", \"analyze t\"]";
        FieldEditor editor = editor("statements", json);
        TextArea input = find(editor, TextArea.class);
        assertThat(input.getValue()).isEqualTo("delete from t\n    where a = 1\n      and b = 2\nanalyze t");
        assertThat(editor.value()).isEqualTo(value(json));
        input.setValue(input.getValue() + "\nvacuum t\n  full");
        assertThat(editor.value())
                .isEqualTo(
                        value("[\"delete from t\\nwhere a = 1\\n  and b = 2\", \"analyze t\", \"vacuum t\\n  full\"]"));
    }

    @Test
    void namesAreOnePerLineWhateverStandsBeforeThem() {
        FieldEditor editor = editor("names", "[\"a\", 2]");
        find(editor, TextArea.class).setValue("a\n  2\n\n  c ");
        assertThat(editor.value()).isEqualTo(value("[\"a\", 2, \"c\"]"));
    }

    @Test
    void pairsKeepHowTheirValuesAreSpelled() {
        FieldEditor editor = editor("pairs", "{\"a\": 1, \"b\": true}");
        find(editor, TextArea.class).setValue("a=1\nb=false\nc=x=y");
        assertThat(editor.value()).isEqualTo(value("{\"a\": 1, \"b\": \"false\", \"c\": \"x=y\"}"));
    }

    @Test
    void aWordThatIsNoChoiceIsShown() {
        FieldEditor editor = editor("part", "{\"mode\": \"${mode}\"}");
        assertThat(all(editor.component())
                        .filter(HasValue.class::isInstance)
                        .map(input -> String.valueOf(((HasValue<?, ?>) input).getValue())))
                .anyMatch(shown -> shown.contains("${mode}"));
    }
}

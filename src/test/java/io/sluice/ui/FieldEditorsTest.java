package io.sluice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.Code;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Field;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.spi.config.Option;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
            @Field(label = "Pairs", byDefault = "{}") Map<String, String> pairs,
            @Field(label = "Text", byDefault = "") String text,
            @Field(label = "Number", byDefault = "1") int number,
            @Field(label = "Numbers", byDefault = "[]") List<Integer> numbers,
            @Field(label = "Flag", byDefault = "true") boolean flag,
            @Field(label = "Mode", byDefault = "insert") Mode choice) {}

    private static final List<String> VALUES = List.of(
            "null",
            "\"\"",
            "\" \"",
            "\"${any}\"",
            "\"a\\r\\nb\\n\\n  c\"",
            "\"\\t\\u0001\"",
            "\"中 文\"",
            "5",
            "\"5\"",
            "-0.50",
            "1e400",
            "123456789012345678901234567890",
            "\"TRUE\"",
            "false",
            "[]",
            "[\"\", null, 1, \"1\", \" a\", \"a\\n\\nb\", {\"x\": [1.0]}]",
            "{}",
            "{\"a=b\": \"c=d\", \"n\": null, \"deep\": {\"x\": \"y\"}, \"s\": \" a\\n  b \", \"\": 1.50}");

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

    static Stream<Arguments> fieldsAndValues() {
        return ConfigSpec.of(Whole.class).fields().stream()
                .flatMap(field -> VALUES.stream().map(value -> Arguments.of(field.name(), value)));
    }

    @ParameterizedTest
    @MethodSource("fieldsAndValues")
    void whatNobodyTouchesIsAsItWasWhateverItIs(String field, String json) {
        ConfigValue given = editor(field, json).value();
        boolean wrapped = field.equals("parts") && !(value(json) instanceof ConfigValue.Array);
        if (given == null) {
            assertThat(json).isIn("null", "[]", "{}", "\"\"", "\" \"");
        } else {
            assertThat(given).isEqualTo(wrapped ? value("[" + json + "]") : value(json));
        }
    }

    @ParameterizedTest
    @MethodSource("fieldsAndValues")
    void theRestOfAGroupStaysWhateverIsBesideTheChange(String field, String json) {
        ConfigValue.Obj before = ConfigValue.Obj.EMPTY.with(field, value(json));
        ConfigForm form = new ConfigForm(ConfigSpec.of(Whole.class), new ConfigForm.Stored(before, Set.of()));
        if (!field.equals("parts")) {
            assertThat(form.value(before)).isEqualTo(before);
        }
    }

    @Test
    void aPairOfSeveralLinesStaysOne() {
        FieldEditor editor = editor("pairs", "{\"a\": \"x\\n  y = 1\", \"b=c\": \"d\", \"e\": 1.50}");
        TextArea input = find(editor, TextArea.class);
        assertThat(input.getValue()).isEqualTo("a=x\n      y = 1\nb=c=d\ne=1.50");
        input.setValue(input.getValue() + "\nf=g\n  h");
        assertThat(editor.value())
                .isEqualTo(value("{\"a\": \"x\\n  y = 1\", \"b=c\": \"d\", \"e\": 1.50, \"f\": \"g\\n  h\"}"));
    }

    @Test
    void itemsThatLookAlikeKeepTheirSpellingBesideAChange() {
        FieldEditor editor = editor("names", "[\"\", 1, \"1\", null, {\"x\": [\"y\"]}, \"a\"]");
        TextArea input = find(editor, TextArea.class);
        input.setValue(input.getValue() + "\nb");
        assertThat(editor.value()).isEqualTo(value("[\"\", 1, \"1\", null, {\"x\": [\"y\"]}, \"a\", \"b\"]"));
    }

    @Test
    void aFlagThatAParameterSaysIsShownAsSuchAndCanBeSetAndSetBack() {
        FieldEditor editor = editor("flag", "\"${strict}\"");
        @SuppressWarnings("unchecked")
        Select<FieldType.Choice> input = find(editor, Select.class);
        FieldType.Choice stored = input.getValue();
        assertThat(stored.value()).isEqualTo("${strict}");
        input.setValue(input.getListDataView().getItem(1));
        assertThat(editor.value()).isEqualTo(new ConfigValue.Bool(false));
        input.setValue(stored);
        assertThat(editor.value()).isEqualTo(value("\"${strict}\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "\"5\"", "null"})
    void aParameterMaySayANumberAndANumberTakesItsPlaceAgain(String stored) {
        FieldEditor editor = editor("number", stored);
        TextField input = find(editor, TextField.class);
        assertThat(input.getElement().hasProperty("allowedCharPattern")).isFalse();
        input.setValue("${rows}");
        assertThat(editor.value()).isEqualTo(new ConfigValue.Text("${rows}"));
        input.setValue("7");
        assertThat(editor.value()).isEqualTo(new ConfigValue.Num("7"));
    }

    @Test
    void theNullOfAScriptIsNotTheWord() {
        FieldEditor editor = editor("names", "[null, \"null\", \"a\"]");
        TextArea input = find(editor, TextArea.class);
        assertThat(input.getValue()).isEqualTo("⟨null⟩\nnull\na");
        assertThat(input.getHelperText()).contains("form.lines.null");
        input.setValue("null\n⟨null⟩\nnull\nb");
        assertThat(editor.value()).isEqualTo(value("[\"null\", null, \"null\", \"b\"]"));
        FieldEditor pairs = editor("pairs", "{\"a\": null, \"b\": \"null\"}");
        TextArea lines = find(pairs, TextArea.class);
        assertThat(lines.getValue()).isEqualTo("a=⟨null⟩\nb=null");
        lines.setValue("a=null\nb=null");
        assertThat(pairs.value()).isEqualTo(value("{\"a\": \"null\", \"b\": \"null\"}"));
    }

    @Test
    void aNumberAddedToAListOfNumbersIsOne() {
        FieldEditor editor = editor("numbers", "[1, \"2\"]");
        find(editor, TextArea.class).setValue("1\n2\n3\n${four}");
        assertThat(editor.value()).isEqualTo(value("[1, \"2\", 3, \"${four}\"]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "5-3", "007", "--1", "1,000", "1.5"})
    void whatIsNoNumberIsKeptAsTyped(String typed) {
        FieldEditor editor = editor("number", "5");
        find(editor, TextField.class).setValue(typed);
        assertThat(editor.value()).isEqualTo(new ConfigValue.Text(typed));
    }

    @Test
    void aTextOfSeveralLinesIsEditedInSeveralAndKeepsItsLineEnds() {
        FieldEditor editor = editor("text", "\"a\\r\\nb\"");
        find(editor, TextArea.class).setValue("a\nb\nc");
        assertThat(editor.value()).isEqualTo(value("\"a\\r\\nb\\r\\nc\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "number", "flag", "choice", "pairs", "part"})
    void aStructureInTheWrongPlaceIsShownAndCannotBeOverwritten(String field) {
        FieldEditor editor = editor(field, "[1.50, {\"a\": \"b\"}]");
        assertThat(editor.component().getElement().getTextRecursively()).contains("[1.50, {\"a\": \"b\"}]");
        assertThat(all(editor.component())).noneMatch(HasValue.class::isInstance);
    }

    /** Or the next change would write what stood there before. */
    @Test
    void aListThatOnlyPrintsLikeAnotherIsShownAnew() {
        BoundFields fields = new BoundFields(
                List.of(ConfigSpec.of(Whole.class).field("names").orElseThrow()), new BoundFields.Owner() {
                    @Override
                    public void changed(FieldSpec field, @Nullable ConfigValue value) {}

                    @Override
                    public void entered(FieldSpec field) {}
                });
        fields.show((ConfigValue.Obj) value("{\"names\": [\"a, b\"]}"), false);
        fields.show((ConfigValue.Obj) value("{\"names\": [\"a\", \"b\"]}"), false);
        assertThat(all(fields).filter(TextArea.class::isInstance).map(input -> ((TextArea) input).getValue()))
                .containsExactly("a\nb");
    }
}

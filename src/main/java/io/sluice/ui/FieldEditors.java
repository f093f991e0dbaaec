package io.sluice.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the editor for a field by its type. */
final class FieldEditors {
    private static final List<FieldType.Choice> TRUTH =
            List.of(new FieldType.Choice("true", "true", ""), new FieldType.Choice("false", "false", ""));

    private FieldEditors() {}

    /** @param secretSet whether a secret field has a stored value that stays when nothing is entered */
    static FieldEditor of(FieldSpec field, ConfigForm.Stored stored, String path) {
        ConfigValue value = stored.settings().find(field.name()).orElse(null);
        FieldEditor editor =
                value == null || fits(field.type(), value) ? empty(field, stored, path, value) : new ScriptOnlyEditor();
        if (value != null) {
            editor.show(value);
        }
        return editor;
    }

    /** Whether an editor of the type can show the value; a structure in the place of a text could only be overwritten. */
    private static boolean fits(FieldType type, ConfigValue value) {
        boolean structure = value instanceof ConfigValue.Obj || value instanceof ConfigValue.Array;
        return switch (type) {
            case FieldType.TextType ignored -> !structure;
            case FieldType.SecretType ignored -> !structure;
            case FieldType.WholeType ignored -> !structure;
            case FieldType.BoolType ignored -> !structure;
            case FieldType.ChoiceType ignored -> !structure;
            case FieldType.MapType ignored -> value instanceof ConfigValue.Obj || isNothing(value);
            case FieldType.GroupType ignored -> value instanceof ConfigValue.Obj || isNothing(value);
            case FieldType.ListType ignored -> true;
            case FieldType.AnyType ignored -> true;
        };
    }

    private static boolean isNothing(ConfigValue value) {
        return value instanceof ConfigValue.Null || value instanceof ConfigValue.Text(String text) && text.isBlank();
    }

    private static FieldEditor empty(
            FieldSpec field, ConfigForm.Stored stored, String path, @Nullable ConfigValue value) {
        return switch (field.type()) {
            case FieldType.TextType text -> text.code().isEmpty() ? line(field, value) : code(field, value);
            case FieldType.SecretType ignored -> secret(stored.secretsSet().contains(path));
            case FieldType.WholeType ignored -> number(field);
            case FieldType.BoolType ignored -> flag(field, value);
            case FieldType.ChoiceType choice -> choice(field, choice);
            case FieldType.ListType list -> list(field, list, stored, path);
            case FieldType.MapType ignored -> new PairsEditor();
            case FieldType.GroupType group -> new GroupEditor(group.spec(), stored.below(field.name()), path);
            case FieldType.AnyType ignored -> new ScriptOnlyEditor();
        };
    }

    private static FieldEditor list(FieldSpec field, FieldType.ListType list, ConfigForm.Stored stored, String path) {
        return switch (list.element()) {
            case FieldType.GroupType group -> new GroupListEditor(group.spec(), stored, path);
            case FieldType.TextType text ->
                new LinesEditor(field.example(), !text.code().isEmpty(), ConfigValue.Text::new);
            case FieldType.WholeType ignored -> new LinesEditor(field.example(), false, FieldEditors::numberOrText);
            case FieldType.ChoiceType ignored -> new LinesEditor(field.example(), false, ConfigValue.Text::new);
            case FieldType.SecretType ignored -> new ScriptOnlyEditor();
            case FieldType.BoolType ignored -> new ScriptOnlyEditor();
            case FieldType.ListType ignored -> new ScriptOnlyEditor();
            case FieldType.MapType ignored -> new ScriptOnlyEditor();
            case FieldType.AnyType ignored -> new ScriptOnlyEditor();
        };
    }

    /** A value of several lines gets several, for an input of one would join them with the first letter typed. */
    private static FieldEditor line(FieldSpec field, @Nullable ConfigValue stored) {
        if (stored != null && stored.toString().lines().count() > 1) {
            return code(field, stored);
        }
        TextField input = new TextField();
        input.setPlaceholder(placeholder(field));
        if (field.type() instanceof FieldType.TextType text && !text.lookup().isEmpty()) {
            input.addClassName("sl-lookup-" + text.lookup());
        }
        if (stored != null && stored.toString().chars().anyMatch(Character::isISOControl)) {
            input.setHelperText(ScriptOnlyEditor.spelled(stored));
            input.addValueChangeListener(change -> input.setHelperText(""));
        }
        return new InputEditor<>(input, FieldEditors::text, FieldEditors::shown);
    }

    private static FieldEditor code(FieldSpec field, @Nullable ConfigValue stored) {
        TextArea input = new TextArea();
        input.addClassName("sl-codefield");
        input.setMinRows(1);
        input.setPlaceholder(placeholder(field));
        String before = stored == null ? "" : shown(stored);
        return new InputEditor<>(input, text -> text(LineEnds.kept(before, text)), FieldEditors::shown);
    }

    /** An explicit nothing is no word. */
    private static String shown(ConfigValue stored) {
        return stored instanceof ConfigValue.Null ? "" : stored.toString();
    }

    /** Takes every letter: a parameter of the run may say the number, and what is swallowed while typing is not seen. */
    private static FieldEditor number(FieldSpec field) {
        TextField input = new TextField();
        input.setPlaceholder(placeholder(field));
        return new InputEditor<>(
                input, text -> text.isBlank() ? null : numberOrText(text.strip()), FieldEditors::shown);
    }

    /** What is no number in the spelling of scripts is kept as it was typed, and found wrong there. */
    private static ConfigValue numberOrText(String text) {
        return text.matches("-?(0|[1-9][0-9]*)") ? new ConfigValue.Num(text) : new ConfigValue.Text(text);
    }

    private static FieldEditor secret(boolean set) {
        SecretField input = new SecretField("");
        input.setAutocomplete(Autocomplete.NEW_PASSWORD);
        input.setRevealButtonVisible(true);
        input.setPlaceholder(set ? translate("form.secret-set") : "");
        return new InputEditor<>(input, FieldEditors::text, stored -> "");
    }

    /** A box has no third state that says more than nothing: what is neither true nor false is a word beside these. */
    private static FieldEditor flag(FieldSpec field, @Nullable ConfigValue stored) {
        String word = stored == null ? "" : stored.toString();
        if (stored != null && !isNothing(stored) && find(TRUTH, word).isEmpty()) {
            Select<FieldType.Choice> input = select(field, TRUTH);
            return new InputEditor<>(
                    input,
                    chosen -> new ConfigValue.Bool(chosen.value().equals("true")),
                    value -> foreign(input, TRUTH, value));
        }
        Checkbox input = new Checkbox(Boolean.parseBoolean(field.byDefault()));
        return new InputEditor<>(
                input, ConfigValue.Bool::new, value -> isNothing(value) ? null : Boolean.valueOf(value.toString()));
    }

    private static FieldEditor choice(FieldSpec field, FieldType.ChoiceType type) {
        List<FieldType.Choice> choices = type.choices();
        Select<FieldType.Choice> input = select(field, choices);
        return new InputEditor<>(
                input,
                chosen -> new ConfigValue.Text(chosen.value()),
                stored -> find(choices, stored.toString()).orElseGet(() -> foreign(input, choices, stored)));
    }

    private static Select<FieldType.Choice> select(FieldSpec field, List<FieldType.Choice> choices) {
        Select<FieldType.Choice> input = new Select<>();
        input.setItems(choices);
        input.setItemLabelGenerator(choice -> ConnectorTexts.translated(choice.label()));
        find(choices, String.valueOf(field.byDefault())).ifPresent(input::setValue);
        input.addValueChangeListener(change -> input.setHelperText(help(field, change.getValue())));
        input.setHelperText(help(field, input.getValue()));
        return input;
    }

    /** What is no word of the choice, such as a parameter of the run, is one as long as it is stored. */
    private static FieldType.@Nullable Choice foreign(
            Select<FieldType.Choice> input, List<FieldType.Choice> choices, ConfigValue stored) {
        if (isNothing(stored)) {
            return null;
        }
        String word = stored.toString();
        FieldType.Choice foreign = new FieldType.Choice(word, word, "");
        List<FieldType.Choice> all = new ArrayList<>(choices);
        all.add(foreign);
        input.setItems(all);
        return foreign;
    }

    private static java.util.Optional<FieldType.Choice> find(List<FieldType.Choice> choices, String word) {
        return choices.stream()
                .filter(choice -> choice.value().equalsIgnoreCase(word))
                .findFirst();
    }

    /** What the chosen word does; what the choice is about where the word says enough. */
    private static String help(FieldSpec field, FieldType.@Nullable Choice choice) {
        String ofChoice = choice == null ? "" : choice.help();
        return ConnectorTexts.translated(ofChoice.isEmpty() ? field.help() : ofChoice);
    }

    private static @Nullable ConfigValue text(String text) {
        return text.isEmpty() ? null : new ConfigValue.Text(text);
    }

    private static String placeholder(FieldSpec field) {
        String byDefault = field.byDefault();
        return byDefault == null || byDefault.isEmpty() ? field.example() : byDefault;
    }
}

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
    private FieldEditors() {}

    /** @param secretSet whether a secret field has a stored value that stays when nothing is entered */
    static FieldEditor of(FieldSpec field, ConfigForm.Stored stored, String path) {
        FieldEditor editor = empty(field, stored, path);
        stored.settings().find(field.name()).ifPresent(editor::show);
        return editor;
    }

    private static FieldEditor empty(FieldSpec field, ConfigForm.Stored stored, String path) {
        return switch (field.type()) {
            case FieldType.TextType text -> text.code().isEmpty() ? line(field) : code(field);
            case FieldType.SecretType ignored -> secret(stored.secretsSet().contains(path));
            case FieldType.WholeType ignored -> number(field);
            case FieldType.BoolType ignored -> flag(field);
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
                new LinesEditor(field.example(), !text.code().isEmpty());
            case FieldType.WholeType ignored -> new LinesEditor(field.example(), false);
            case FieldType.ChoiceType ignored -> new LinesEditor(field.example(), false);
            case FieldType.SecretType ignored -> new ScriptOnlyEditor();
            case FieldType.BoolType ignored -> new ScriptOnlyEditor();
            case FieldType.ListType ignored -> new ScriptOnlyEditor();
            case FieldType.MapType ignored -> new ScriptOnlyEditor();
            case FieldType.AnyType ignored -> new ScriptOnlyEditor();
        };
    }

    private static FieldEditor line(FieldSpec field) {
        TextField input = new TextField();
        input.setPlaceholder(placeholder(field));
        if (field.type() instanceof FieldType.TextType text && !text.lookup().isEmpty()) {
            input.addClassName("sl-lookup-" + text.lookup());
        }
        return new InputEditor<>(input, FieldEditors::text, ConfigValue::toString);
    }

    private static FieldEditor code(FieldSpec field) {
        TextArea input = new TextArea();
        input.addClassName("sl-codefield");
        input.setMinRows(1);
        input.setPlaceholder(placeholder(field));
        return new InputEditor<>(input, FieldEditors::text, ConfigValue::toString);
    }

    private static FieldEditor number(FieldSpec field) {
        TextField input = new TextField();
        input.setAllowedCharPattern("[-0-9]");
        input.setPlaceholder(placeholder(field));
        return new InputEditor<>(
                input, text -> text.isBlank() ? null : new ConfigValue.Num(text.strip()), ConfigValue::toString);
    }

    private static FieldEditor secret(boolean set) {
        SecretField input = new SecretField("");
        input.setAutocomplete(Autocomplete.NEW_PASSWORD);
        input.setRevealButtonVisible(true);
        input.setPlaceholder(set ? translate("form.secret-set") : "");
        return new InputEditor<>(input, FieldEditors::text, stored -> "");
    }

    private static FieldEditor flag(FieldSpec field) {
        Checkbox input = new Checkbox(Boolean.parseBoolean(field.byDefault()));
        return new InputEditor<>(input, ConfigValue.Bool::new, stored -> Boolean.parseBoolean(stored.toString()));
    }

    private static FieldEditor choice(FieldSpec field, FieldType.ChoiceType type) {
        Select<FieldType.Choice> input = new Select<>();
        List<FieldType.Choice> choices = type.choices();
        input.setItems(choices);
        input.setItemLabelGenerator(choice -> ConnectorTexts.translated(choice.label()));
        find(choices, String.valueOf(field.byDefault())).ifPresent(input::setValue);
        input.addValueChangeListener(change -> input.setHelperText(help(field, change.getValue())));
        input.setHelperText(help(field, input.getValue()));
        return new InputEditor<>(
                input,
                chosen -> new ConfigValue.Text(chosen.value()),
                stored -> find(choices, stored.toString()).orElseGet(() -> foreign(input, choices, stored.toString())));
    }

    /** What is no word of the choice, such as a parameter of the run, is one as long as it is stored. */
    private static FieldType.@Nullable Choice foreign(
            Select<FieldType.Choice> input, List<FieldType.Choice> choices, String word) {
        if (word.isEmpty()) {
            return null;
        }
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

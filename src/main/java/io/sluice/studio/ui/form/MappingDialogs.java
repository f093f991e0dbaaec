package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import io.sluice.run.ui.Blocks;
import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.Icon;
import io.sluice.ui.LineEnds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the mapping asks: rows to add and to change, names, and zones. */
final class MappingDialogs {
    /** Says which values a row gives on the first rows of the source. */
    @FunctionalInterface
    interface Trial {
        void tryOut(ConfigValue row, Consumer<String> said);
    }

    private final Component owner;
    private final Trial trial;

    MappingDialogs(Component owner, Trial trial) {
        this.owner = owner;
        this.trial = trial;
    }

    private String text(String key, Object... parameters) {
        return owner.getTranslation(key, parameters);
    }

    /**
     * Asks for a row of a kind.
     *
     * @param targets those that can take it at once
     * @param chosen the one it is meant for, if any
     * @param added hears the row and the identity of its target; a blank one when it has none yet
     */
    void add(
            MappingTools.Addition kind,
            ReaderSpelling spelling,
            List<TargetColumn> targets,
            Optional<TargetColumn> chosen,
            BiConsumer<ConfigValue, String> added) {
        String key = kind.name().toLowerCase(Locale.ROOT);
        MappingDialog dialog = new MappingDialog(text("mapping.add." + key + ".title"));
        boolean asIs = spelling == ReaderSpelling.FIELDS && kind == MappingTools.Addition.CONSTANT;
        dialog.sentence(text(asIs ? "mapping.add.constant.as-is" : "mapping.add." + key + ".help"));
        Supplier<ConfigValue> value = inputs(kind, spelling, dialog);
        tryable(value, dialog);
        ComboBox<TargetColumn> target = new ComboBox<>();
        target.setItems(targets);
        target.setItemLabelGenerator(TargetColumn::name);
        target.setClearButtonVisible(true);
        target.setPlaceholder(text("mapping.add.target.none"));
        chosen.ifPresent(target::setValue);
        target.setId("mapping-add-target");
        dialog.field(text("mapping.add.target"), target);
        dialog.answer(
                text("mapping.add"),
                () -> added.accept(
                        value.get(),
                        Optional.ofNullable(target.getValue())
                                .map(TargetColumn::id)
                                .orElse("")));
        dialog.open();
    }

    /** A button that shows what the row gives, beside the place where it says so. */
    private void tryable(Supplier<ConfigValue> value, MappingDialog dialog) {
        Span said = new Span();
        said.setId("mapping-tried");
        said.addClassName("sl-map-tried");
        said.getElement().setAttribute("role", "status");
        Button button = new Button(text("mapping.try"), Icon.EYE.create(), click -> {
            said.setText(text("mapping.try.under-way"));
            trial.tryOut(value.get(), said::setText);
        });
        button.setId("mapping-try");
        button.addThemeNames("tertiary");
        dialog.below(Blocks.block("sl-row", button, said));
    }

    private Supplier<ConfigValue> inputs(MappingTools.Addition kind, ReaderSpelling spelling, MappingDialog dialog) {
        if (kind == MappingTools.Addition.GENERATED) {
            return generated(ConfigValue.Obj.EMPTY, dialog);
        }
        TextArea field = lines("mapping-add-value", "");
        field.setAutofocus(true);
        if (spelling != ReaderSpelling.FIELDS || kind != MappingTools.Addition.CONSTANT) {
            field.setPlaceholder(text("mapping.add." + kind.name().toLowerCase(Locale.ROOT) + ".example"));
        }
        dialog.field(text("mapping.add.value"), field);
        if (spelling == ReaderSpelling.FIELDS) {
            Select<String> type = types(ReaderSpelling.FIELD_TYPES, "string", dialog);
            boolean parameter = kind == MappingTools.Addition.PARAMETER;
            return () -> AddedRow.fieldConstant(
                    parameter ? AddedRow.reference(field.getValue()) : field.getValue(), type.getValue());
        }
        if (kind == MappingTools.Addition.PARAMETER) {
            Checkbox asText = new Checkbox(text("mapping.add.as-text"), true);
            dialog.below(asText);
            return () -> AddedRow.sqlParameter(field.getValue(), asText.getValue());
        }
        return kind == MappingTools.Addition.CONSTANT
                ? () -> AddedRow.sqlConstant(field.getValue())
                : () -> new ConfigValue.Text(field.getValue());
    }

    private Select<String> types(List<String> offered, String chosen, MappingDialog dialog) {
        Select<String> type = new Select<>();
        type.setItems(
                offered.contains(chosen)
                        ? offered
                        : Stream.concat(offered.stream(), Stream.of(chosen)).toList());
        type.setValue(chosen);
        dialog.field(text("mapping.type"), type);
        return type;
    }

    private Supplier<ConfigValue> generated(ConfigValue.Obj before, MappingDialog dialog) {
        Select<String> type = types(
                ReaderSpelling.GENERATED_TYPES,
                before.find("type").map(Values::brief).orElse("string"),
                dialog);
        TextArea value = input("value", before, dialog);
        TextArea random = input("random", before, dialog);
        TextArea name = input("name", before, dialog);
        return () -> {
            ConfigValue.Obj row = AddedRow.typed(before, type.getValue());
            return put(put(put(row, "value", value), "random", random), "name", name);
        };
    }

    private TextArea input(String name, ConfigValue.Obj before, MappingDialog dialog) {
        TextArea field = lines(
                "mapping-row-" + name, before.find(name).map(Values::brief).orElse(""));
        dialog.field(text("mapping.row." + name), field);
        return field;
    }

    /** An input of one line would join the lines of a value with the first letter typed. */
    private static TextArea lines(String id, String value) {
        TextArea field = new TextArea();
        field.setId(id);
        field.addClassName("sl-codefield");
        field.setMinRows(1);
        field.setMaxRows(12);
        field.setValue(value);
        return field;
    }

    private static ConfigValue.Obj put(ConfigValue.Obj row, String name, TextArea field) {
        return AddedRow.with(row, name, field.getValue());
    }

    /** Asks for another spelling of a row. */
    void change(SourceColumn row, ReaderSpelling spelling, Consumer<ConfigValue> changed) {
        MappingDialog dialog = new MappingDialog(text("mapping.change.title", row.name()));
        Supplier<ConfigValue> value;
        if (spelling == ReaderSpelling.SQL || !(row.value() instanceof ConfigValue.Obj object)) {
            TextArea field = lines("mapping-add-value", Values.brief(row.value()));
            field.setAutofocus(true);
            dialog.field(text("mapping.add.value"), field);
            value = () -> AddedRow.changed(row.value(), field.getValue());
        } else if (spelling == ReaderSpelling.GENERATED) {
            value = generated(object, dialog);
        } else {
            value = field(object, dialog);
        }
        tryable(value, dialog);
        dialog.answer(text("mapping.change"), () -> changed.accept(value.get()));
        dialog.open();
    }

    private Supplier<ConfigValue> field(ConfigValue.Obj before, MappingDialog dialog) {
        String what = before.entries().containsKey("value")
                ? "value"
                : before.entries().containsKey("index") ? "index" : "name";
        TextArea field = input(what, before, dialog);
        TextArea format = input("format", before, dialog);
        Select<String> type = types(
                ReaderSpelling.FIELD_TYPES,
                before.find("type").map(Values::brief).orElse("string"),
                dialog);
        return () -> AddedRow.typed(put(put(before, what, field), "format", format), type.getValue());
    }

    void rename(String name, Consumer<String> renamed) {
        MappingDialog dialog = new MappingDialog(text("mapping.rename.title"));
        TextArea field = lines("mapping-add-value", name);
        field.setAutofocus(true);
        dialog.field(text("mapping.row.name"), field);
        dialog.answer(text("mapping.rename"), () -> renamed.accept(LineEnds.kept(name, field.getValue())));
        dialog.open();
    }

    /** Asks for all source fields at once, one per line. */
    void fields(List<String> fields, Consumer<List<String>> listed) {
        MappingDialog dialog = new MappingDialog(text("mapping.add.fields.title"));
        dialog.sentence(text("mapping.add.fields.help"));
        TextArea area = new TextArea();
        area.setId("mapping-fields");
        area.addClassName("sl-codefield");
        area.setWidthFull();
        area.setMinRows(8);
        area.setMaxRows(20);
        area.setValue(ManualFields.text(fields));
        area.setAriaLabel(text("mapping.add.fields"));
        dialog.wide(area);
        dialog.answer(text("mapping.fields.take"), () -> listed.accept(ManualFields.fields(area.getValue())));
        dialog.open();
    }

    /** Asks for the zone of local times. @param toLocal whether the target holds them, so that one of them is as good */
    void zone(boolean toLocal, Consumer<String> chosen) {
        MappingDialog dialog = new MappingDialog(text("mapping.zone.title"));
        dialog.sentence(text(toLocal ? "mapping.zone.to-local" : "mapping.zone.from-local"));
        ZoneField zone = new ZoneField();
        zone.setId("mapping-zone");
        zone.show(toLocal ? "UTC" : "");
        zone.setAutofocus(true);
        dialog.field(text("form.channel.zone"), zone);
        dialog.answer(text("mapping.zone.set"), () -> chosen.accept(zone.text()));
        dialog.open();
    }
}

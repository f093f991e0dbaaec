package io.sluice.studio.ui.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Path;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.Described;
import io.sluice.ui.Sentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Inputs of settings, each bound to the place of its value in the script. */
final class ChannelFields {
    private static final Map<String, String> LABELS = Map.of(
            "concurrent", "form.channel.concurrent",
            "mbps", "form.channel.megabytes",
            "strategy", "form.channel.dirty",
            "record", "form.channel.tolerated",
            "percentage", "form.channel.tolerated");

    private final TaskEditing editing;
    private final Map<Component, Path> places = new LinkedHashMap<>();
    private final Map<TextField, BiFunction<ScriptDocument, String, ScriptDocument>> edits = new LinkedHashMap<>();
    private final Map<Component, Div> cells = new LinkedHashMap<>();
    private final Map<Component, String> labels = new LinkedHashMap<>();

    ChannelFields(TaskEditing editing) {
        this.editing = editing;
    }

    TextField number(String label, Path path, String byDefault) {
        TextField input = new TextField();
        input.setAriaLabel(input.getTranslation(label));
        input.setPlaceholder(byDefault.isEmpty() ? input.getTranslation("form.channel.unlimited") : byDefault);
        input.setManualValidation(true);
        input.setWidthFull();
        edits.put(
                input,
                (document, value) ->
                        ScriptEdits.put(document, path, value.isBlank() ? null : ChannelEdits.number(value)));
        input.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String value = change.getValue();
                edit(document ->
                        edits.getOrDefault(input, (same, ignored) -> same).apply(document, value));
            }
        });
        watch(input, path);
        return input;
    }

    /** Replaces what a change of the input does. */
    void on(TextField input, BiFunction<ScriptDocument, String, ScriptDocument> change) {
        edits.put(input, change);
    }

    Checkbox flag(String label, Path path) {
        Checkbox input = new Checkbox();
        input.setLabel(input.getTranslation(label));
        labels.put(input, input.getLabel());
        input.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edit(document -> ScriptEdits.put(document, path, new ConfigValue.Bool(change.getValue())));
            }
        });
        watch(input, path);
        return input;
    }

    /** Ties an input to a place of the script: its line is marked when the input has the focus, and the reverse. */
    void watch(Component input, Path path) {
        places.put(input, path);
        input.getElement().addEventListener("focusin", focus -> editing.showInScript(path));
    }

    Div cell(String label, Component input, Component... more) {
        Div cell = new Described(Blocks.text("sl-cell-label", input.getTranslation(label)), input);
        cell.addClassName("sl-cell");
        cell.add(more);
        cells.put(input, cell);
        labels.put(input, input.getTranslation(label));
        return cell;
    }

    void edit(UnaryOperator<ScriptDocument> change) {
        editing.edit(change);
    }

    void show(FormTask task) {
        places.forEach((input, path) -> {
            if (input instanceof TextField field) {
                ConfigValue there = task.document().read(path).orElse(null);
                field.setReadOnly(!task.editable() || !path.isRoot() && !Values.isWord(there));
                if (!path.isRoot()) {
                    value(field, there == null ? "" : Values.inInput(there));
                    showProblem(field, task, path);
                }
            } else if (input instanceof Checkbox box) {
                ConfigValue there = task.document().read(path).orElse(null);
                box.setReadOnly(!task.editable() || !Values.isWord(there));
                show(box, there == null ? "" : Values.inInput(there));
            }
        });
    }

    /** A word that is neither true nor false, such as a parameter of the run, stands beside the box. */
    private static void show(Checkbox box, String word) {
        boolean checked = word.strip().equalsIgnoreCase("true");
        boolean other = !word.isBlank() && !checked && !word.strip().equalsIgnoreCase("false");
        if (box.getValue() != checked) {
            box.setValue(checked);
        }
        box.setIndeterminate(other);
        box.setHelperText(other ? word : "");
    }

    /** What is wrong with settings that no input in sight shows. @param above the settings */
    List<String> homeless(FormTask task, Path above) {
        return task.problemsAt(above).stream()
                .filter(Problem::isError)
                .filter(problem -> places.entrySet().stream()
                        .noneMatch(entry -> entry.getKey() instanceof TextField field
                                && field.isVisible()
                                && field.isInvalid()
                                && problem.path().startsWith(entry.getValue())))
                .map(this::words)
                .distinct()
                .toList();
    }

    /** A sentence that does not begin with its key gets the label before it. */
    private String words(Problem problem) {
        String words = Sentences.translated(problem.said(), ChannelFields::called);
        return problem.said().pattern().startsWith("'")
                ? words
                : places.entrySet().stream()
                        .filter(entry -> problem.path().startsWith(entry.getValue())
                                && !entry.getValue().isRoot())
                        .findFirst()
                        .map(entry ->
                                I18NProvider.translate("mapping.wrong", labels.getOrDefault(entry.getKey(), ""), words))
                        .orElse(words);
    }

    private void showProblem(TextField field, FormTask task, Path path) {
        String message = task.problemsAt(path).stream()
                .filter(Problem::isError)
                .map(problem -> Sentences.translated(problem.said(), ChannelFields::called))
                .findFirst()
                .orElse("");
        field.setInvalid(!message.isEmpty());
        field.setErrorMessage(message);
    }

    /** Labels say the same as the keys of the script do. */
    private static String called(String key) {
        String label = LABELS.get(key);
        return label == null ? key : I18NProvider.translate(label);
    }

    void value(TextField field, String value) {
        if (!value.equals(field.getValue())) {
            field.setValue(value);
        }
    }

    boolean highlight(Path path) {
        boolean found = false;
        for (Map.Entry<Component, Path> entry : places.entrySet()) {
            boolean holds = !entry.getValue().isRoot() && path.startsWith(entry.getValue());
            Component marked = cells.getOrDefault(entry.getKey(), new Div());
            marked.getElement().getClassList().set("sl-caret", holds);
            found |= holds || !path.isRoot() && entry.getValue().startsWith(path);
        }
        return found;
    }
}

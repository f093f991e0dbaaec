package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.engine.preview.Sample.StepSample;
import io.sluice.run.ui.Blocks;
import io.sluice.script.MapSteps;
import io.sluice.script.Path;
import io.sluice.script.Problem;
import io.sluice.script.SyncTask.Step;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.data.Column;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.Icon;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One step between reader and writer: what it is, its place, its parameters and what it does to sample rows. */
final class MapStepCard extends Div {
    /** Who puts steps elsewhere. */
    interface Moves {
        /** @param to index among the steps; outside of them nothing happens */
        void move(MapStepCard card, int to);
    }

    private final TaskEditing editing;
    private final String stepType;
    private final Moves moves;
    private final ScriptOnly unknown = new ScriptOnly();
    private final @Nullable StepFields fields;
    private final TextField name = new TextField();
    private final Span number = Blocks.text("sl-mapstep-number", "");
    private final Span mark = new Span();
    private final NativeButton fold = new NativeButton();
    private final Button up;
    private final Button down;
    private final Button delete;
    private final Div body = Blocks.block("sl-mapstep-body");
    private final Div problem = Blocks.block("sl-mapstep-problem");
    private final DragSource<MapStepCard> dragged;
    private final OfferedNames columnNames = new OfferedNames(this, "columns");
    private @Nullable StepSampleView rows;
    private Path path = Path.ROOT;
    private int index;

    MapStepCard(String stepType, TaskEditing editing, Moves moves) {
        this.editing = editing;
        this.stepType = stepType;
        this.moves = moves;
        addClassNames("sl-mapstep", "sl-card");
        getElement().setAttribute("role", "group");
        Optional<TransformType> type = TransformType.of(stepType);
        fields = type.map(kind -> new StepFields(kind, editing)).orElse(null);
        up = tool("processing.up", Icon.CHEVRON_UP, () -> moves.move(this, index - 1));
        down = tool("processing.down", Icon.CHEVRON_DOWN, () -> moves.move(this, index + 1));
        delete = tool("processing.delete", Icon.TRASH, this::delete);
        up.addClassName("sl-mapstep-up");
        down.addClassName("sl-mapstep-down");
        delete.addClassName("sl-mapstep-delete");
        head(type.orElse(null));
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        if (fields != null) {
            body.add(fields);
        }
        body.add(unknown);
        add(problem, body);
        keys();
        dragged = DragSource.create(this);
        DropTarget<MapStepCard> target = DropTarget.create(this);
        target.addDropListener(drop -> drop.getDragSourceComponent()
                .filter(MapStepCard.class::isInstance)
                .map(MapStepCard.class::cast)
                .filter(card -> card != this)
                .ifPresent(card -> moves.move(card, index)));
        open(false);
    }

    private void head(@Nullable TransformType type) {
        name.setAriaLabel(getTranslation("processing.name"));
        name.addClassName("sl-mapstep-name");
        name.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                Path renamed = path;
                editing.edit(document ->
                        MapSteps.rename(document, renamed, change.getValue().strip()));
            }
        });
        String about = type == null
                ? getTranslation("processing.unknown", stepType)
                : ConnectorTexts.translated(type.label()) + " · " + ConnectorTexts.translated(type.summary());
        fold.addClassName("sl-mapstep-fold");
        fold.addClickListener(click -> open(!body.isVisible()));
        Div head = Blocks.block(
                "sl-mapstep-head",
                fold,
                number,
                (type == null ? Icon.HELP : icon(type)).create(),
                name,
                Blocks.text("sl-muted sl-cut sl-grow sl-mapstep-about", about),
                mark,
                up,
                down,
                delete);
        add(head);
    }

    /** The icon of a kind of step. */
    static Icon icon(TransformType type) {
        return switch (type) {
            case STRING_REPLACE -> Icon.PENCIL;
            case FILTER -> Icon.FILTER;
            case MASK -> Icon.EYE_OFF;
            case JSON_PARSE -> Icon.TEMPLATE;
            case FIELD_ASSIGN -> Icon.BOLT;
            case CAST -> Icon.FORMAT;
            case SUBSTRING -> Icon.MINUS;
            case PAD -> Icon.EXPAND;
            case OVERLAY -> Icon.COPY;
            case DIGEST -> Icon.KEY;
            case PROJECT -> Icon.LIST;
        };
    }

    private Button tool(String key, Icon icon, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }

    private void keys() {
        key("ArrowUp", () -> moves.move(this, index - 1));
        key("ArrowDown", () -> moves.move(this, index + 1));
    }

    private void key(String name, Runnable action) {
        getElement()
                .addEventListener("keydown", pressed -> action.run())
                .setFilter("event.altKey && event.key === '" + name + "' && (event.preventDefault(), true)");
    }

    private void delete() {
        Path deleted = path;
        editing.edit(document -> MapSteps.remove(document, deleted));
    }

    void open(boolean opened) {
        body.setVisible(opened);
        fold.removeAll();
        fold.add((opened ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT).create());
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(opened));
    }

    String stepType() {
        return stepType;
    }

    Path path() {
        return path;
    }

    /** Puts the focus on what folds and unfolds the card, where it was before the card was moved. */
    void focusHead() {
        fold.getElement().executeJs("requestAnimationFrame(() => this.focus())");
    }

    /**
     * Shows the step as it is now.
     *
     * @param place its index among the steps, and how many there are
     * @param reaching the columns that reach it, as far as they are known
     */
    void show(FormTask task, Step step, int place, int count, List<Column> reaching) {
        path = step.path();
        index = place;
        number.setText(Integer.toString(place + 1));
        getElement().setAttribute("aria-label", getTranslation("processing.step", place + 1, count, step.name()));
        fold.getElement().setAttribute("aria-label", getTranslation("processing.fold", step.name()));
        name.setValue(step.name());
        name.setReadOnly(!task.editable());
        up.setEnabled(task.editable() && place > 0);
        down.setEnabled(task.editable() && place < count - 1);
        delete.setEnabled(task.editable());
        dragged.setDraggable(task.editable());
        List<String> names = reaching.stream().map(Column::name).toList();
        columnNames.offer(names);
        if (fields != null) {
            fields.show(step, names, task.editable());
        }
        unknown.show(
                step.parameter(),
                TransformType.of(stepType).map(TransformType::parameters).orElse(null));
    }

    /** Shows what is wrong. @param more a problem that only shows with the columns; null when there is none */
    boolean showProblems(FormTask task, Step step, @Nullable String more) {
        Map<String, String> messages = new LinkedHashMap<>();
        List<String> whole = new ArrayList<>();
        for (Problem found : task.problemsAt(step.path())) {
            if (found.isError() && found.path().startsWith(step.parameterPath())) {
                Path inside = inside(step.parameterPath(), found.path());
                messages.putIfAbsent(
                        inside.toString(),
                        fields == null ? Sentences.translated(found.said()) : fields.words(inside, found.said()));
            } else if (found.isError()) {
                whole.add(Sentences.translated(found.said()));
            }
        }
        if (fields != null) {
            whole.addAll(fields.showProblems(messages));
        } else {
            whole.addAll(messages.values());
        }
        if (more != null && !more.isEmpty() && messages.isEmpty()) {
            whole.add(Sentences.translated(more));
        }
        problem.removeAll();
        whole.stream()
                .distinct()
                .forEach(message -> problem.add(Blocks.block("sl-row", State.FAILED.glyph(), new Span(message))));
        problem.setVisible(!whole.isEmpty());
        boolean wrong = !whole.isEmpty() || !messages.isEmpty();
        mark.removeAll();
        if (wrong) {
            mark.add(State.FAILED.glyph(getTranslation("processing.wrong")));
        }
        return wrong;
    }

    private static Path inside(Path parameter, Path found) {
        return new Path(
                found.steps().subList(parameter.steps().size(), found.steps().size()));
    }

    /** Shows sample rows; null when there are none. */
    void showRows(@Nullable StepSample sample) {
        StepSampleView view = rows;
        boolean there = sample != null && sample.problem() == null;
        if (there && view == null) {
            view = new StepSampleView();
            rows = view;
            body.add(view);
        }
        if (view != null) {
            view.setVisible(there);
            if (sample != null && there) {
                view.show(sample);
            }
        }
    }

    boolean highlight(Path found) {
        boolean mine = found.startsWith(path);
        boolean marked = false;
        if (fields != null) {
            boolean inParameter = mine && found.startsWith(path.child("parameter"));
            marked = fields.highlight(
                    inParameter ? inside(path.child("parameter"), found).toString() : "");
        }
        if (marked) {
            open(true);
        }
        setClassName("sl-mapstep-current", mine);
        return mine;
    }
}

package io.sluice.studio.ui.form;

import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.ui.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mapping of the task that is shown: what is known, what people added, and what their gestures change. */
final class MappingPresenter {
    private final TaskEditing editing;
    private final MappingContext.Choosing choosing;
    private @Nullable FormTask task;
    private @Nullable List<Column> source;
    private @Nullable List<Column> target;
    private List<ConfigValue> spare = List.of();
    private @Nullable ScriptDocument expected;
    private List<ConfigValue> expectedSpare = List.of();
    private Optional<Mapping> mapping = Optional.empty();

    MappingPresenter(TaskEditing editing, MappingContext.Choosing choosing) {
        this.editing = editing;
        this.choosing = choosing;
    }

    /** Takes a new state of a task; what is known of another task is forgotten. */
    void show(FormTask next) {
        FormTask last = task;
        if (last == null || !last.id().equals(next.id())) {
            source = null;
            target = null;
            spare = List.of();
        } else if (expected != null && expected.equals(next.document())) {
            keep(expectedSpare);
        } else {
            keep(minus(spare, minus(added(next.document()), added(last.document()))));
        }
        expected = null;
        task = next;
        refresh();
    }

    /** Takes over what the source has; after a failure the last answer stays. */
    void source(@Nullable Answer<List<Column>> answer) {
        source = columns(answer, source);
        refresh();
    }

    /** Takes over what the target has; after a failure the last answer stays. */
    void target(@Nullable Answer<List<Column>> answer) {
        target = columns(answer, target);
        refresh();
    }

    private static @Nullable List<Column> columns(
            @Nullable Answer<List<Column>> answer, @Nullable List<Column> before) {
        return switch (answer) {
            case null -> null;
            case Answer.Known<List<Column>>(List<Column> columns, var readAt) -> columns;
            case Answer.Unknown<List<Column>> ignored -> before;
        };
    }

    private void refresh() {
        FormTask shown = task;
        mapping = shown == null ? Optional.empty() : context(shown).mapping(shown.document());
    }

    private MappingContext context(FormTask shown) {
        return new MappingContext(shown.catalog(), choosing, source, target, spare);
    }

    private void keep(List<ConfigValue> rows) {
        if (!rows.equals(spare)) {
            spare = List.copyOf(rows);
            editing.keepUnjoined(spare);
        }
    }

    /** Takes over the rows without a line that an earlier form of the task had. */
    void putBack(List<ConfigValue> rows) {
        List<ConfigValue> all = new ArrayList<>(rows);
        all.addAll(spare);
        keep(all);
        refresh();
    }

    /** Empty while the task has no reader or no writer. */
    Optional<Mapping> mapping() {
        return mapping;
    }

    boolean editable() {
        return task != null && task.editable();
    }

    /** Changes the script as one edit. */
    void perform(Gesture gesture) {
        perform(gesture, spare);
    }

    private void perform(Gesture gesture, List<ConfigValue> kept) {
        FormTask shown = task;
        if (shown == null || !shown.editable()) {
            return;
        }
        MappingContext context = new MappingContext(shown.catalog(), choosing, source, target, kept);
        editing.edit(document -> {
            ScriptDocument changed = Gestures.apply(context, gesture, document);
            List<ConfigValue> before = new ArrayList<>(added(document));
            before.addAll(kept);
            boolean forgets = gesture instanceof Gesture.Change;
            expectedSpare = forgets ? kept : minus(before, added(changed));
            expected = changed;
            return changed;
        });
    }

    /** Adds a row that no line uses yet; answers its identity. */
    String add(ConfigValue value) {
        List<ConfigValue> longer = new ArrayList<>(spare);
        longer.add(value);
        keep(longer);
        refresh();
        return mapping.map(known -> known.sources().getLast().id()).orElse("");
    }

    /** Takes a list of source fields that was written by hand: new ones become rows, lines of missing ones go. */
    void list(List<String> fields) {
        List<String> known = mapping.stream()
                .flatMap(shown -> shown.sources().stream())
                .map(row -> Values.brief(row.value()))
                .toList();
        perform(new Gesture.Keep(fields));
        List<ConfigValue> rows = new ArrayList<>(spare.stream()
                .filter(value -> fields.contains(Values.brief(value)))
                .toList());
        fields.stream()
                .filter(field -> !known.contains(field))
                .map(ConfigValue.Text::new)
                .forEach(rows::add);
        keep(rows);
        refresh();
    }

    /** Changes an added row, in the script when a line uses it. */
    void change(String sourceId, ConfigValue value) {
        row(sourceId).ifPresent(row -> {
            if (row.inScript()) {
                perform(new Gesture.Change(sourceId, value));
            } else {
                keep(replaced(spare, row.value(), List.of(value)));
                refresh();
            }
        });
    }

    /** Deletes an added row together with its line. */
    void delete(String sourceId) {
        row(sourceId).filter(SourceColumn::added).ifPresent(row -> {
            Mapping known = mapping.orElseThrow();
            Optional<Line> line = known.lines().stream()
                    .filter(each -> known.sourceOf(each).id().equals(sourceId))
                    .findFirst();
            if (line.isPresent()) {
                perform(new Gesture.Disconnect(known.targetOf(line.get()).id()));
            }
            keep(replaced(spare, row.value(), List.of()));
            refresh();
        });
    }

    private Optional<SourceColumn> row(String sourceId) {
        return mapping.stream()
                .flatMap(known -> known.sources().stream())
                .filter(source -> source.id().equals(sourceId))
                .findFirst();
    }

    private static List<ConfigValue> replaced(
            List<ConfigValue> values, ConfigValue old, List<ConfigValue> replacement) {
        int place = values.indexOf(old);
        List<ConfigValue> changed = new ArrayList<>(values);
        if (place >= 0) {
            changed.remove(place);
            changed.addAll(place, replacement);
        }
        return List.copyOf(changed);
    }

    /** Rows of a script that people wrote, in order. */
    private List<ConfigValue> added(ScriptDocument document) {
        FormTask shown = task;
        return shown == null
                ? List.of()
                : new MappingContext(shown.catalog(), choosing, source, target, List.of())
                        .mapping(document).stream()
                                .filter(Mapping::adds)
                                .flatMap(known -> known.sources().stream())
                                .filter(row -> row.added() && row.inScript() && !isStar(row))
                                .map(SourceColumn::value)
                                .toList();
    }

    private static boolean isStar(SourceColumn row) {
        return Values.brief(row.value()).strip().equals("*");
    }

    private static List<ConfigValue> minus(List<ConfigValue> values, List<ConfigValue> without) {
        Map<ConfigValue, Integer> left = new HashMap<>();
        without.forEach(value -> left.merge(value, 1, Integer::sum));
        List<ConfigValue> rest = new ArrayList<>();
        for (ConfigValue value : values) {
            if (left.merge(value, -1, Integer::sum) < 0) {
                rest.add(value);
            }
        }
        return List.copyOf(rest);
    }

    /** The identity of the task that is shown. */
    Optional<UUID> taskId() {
        return Optional.ofNullable(task).map(FormTask::id);
    }

    /** How many problems make the mapping impossible to run. */
    private long errors(Mapping known) {
        FormTask shown = task;
        return known.count(Line.Fit.IMPOSSIBLE)
                + missing(known)
                + (shown == null
                        ? 0
                        : shown.problems().stream()
                                .filter(problem -> problem.code().equals("S031"))
                                .count());
    }

    /** Columns without which every record is refused; of a mapping that was not begun nobody wants to hear of them. */
    private static long missing(Mapping known) {
        return known.lines().isEmpty() ? 0 : known.missing().size();
    }

    /** What may go wrong: values that may be lost. */
    private static long warnings(Mapping known) {
        return known.count(Line.Fit.LOSSY);
    }

    State state() {
        if (mapping.isEmpty()) {
            return State.NONE;
        }
        Mapping known = mapping.get();
        if (errors(known) > 0) {
            return State.FAILED;
        }
        boolean complete = !known.lines().isEmpty() && warnings(known) == 0;
        return complete ? State.OK : State.WARNING;
    }

    /** Lines, targets, warnings and errors, for the sentence of the outline. */
    long[] figures() {
        return mapping.map(
                        known -> new long[] {known.lines().size(), known.targetCount(), warnings(known), errors(known)})
                .orElse(new long[4]);
    }
}

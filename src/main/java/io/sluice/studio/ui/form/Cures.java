package io.sluice.studio.ui.form;

import io.sluice.datasource.TableWidening;
import io.sluice.engine.convert.WiderType;
import io.sluice.script.ListItem;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What helps against a line that may lose values. */
final class Cures {
    private static final Path STEPS = Path.of("steps");
    private static final Path HOPS = Path.of("order", "hops");

    private final TableWidening widening;

    Cures(TableWidening widening) {
        this.widening = widening;
    }

    /** The length that longer texts can be cut to; empty when cutting does not help. */
    static OptionalInt cut(Mapping mapping, Line line) {
        boolean possible = mapping.order() != Mapping.Order.QUERY && line.fit() == Line.Fit.LOSSY;
        return possible
                        && mapping.sourceOf(line).type() instanceof LogicalType.Text source
                        && mapping.targetOf(line).type() instanceof LogicalType.Text target
                        && target.maxLength() > 0
                        && tooLong(source, target)
                ? OptionalInt.of(target.maxLength())
                : OptionalInt.empty();
    }

    private static boolean tooLong(LogicalType.Text source, LogicalType.Text target) {
        return source.maxLength() == 0 || source.maxLength() > target.maxLength();
    }

    /** Adds a step before the writer that cuts a column; texts that are short enough stay as they are. */
    static ScriptDocument cut(ScriptDocument document, String column, int length) {
        Optional<SyncTask> task = SyncTask.of(document);
        if (task.isEmpty()
                || !(document.read(STEPS).orElse(null) instanceof ConfigValue.Array steps)
                || !(task.get().writer().path().last().orElseThrow() instanceof Path.Index place)) {
            return document;
        }
        String name = ScriptEdits.freeName(document, "Cut");
        ConfigValue.Obj parameter = ConfigValue.Obj.EMPTY
                .with("name", ConfigValue.Array.ofTexts(List.of(column)))
                .with("start", new ConfigValue.Num(0))
                .with("length", new ConfigValue.Num(length));
        List<ListItem> items = new ArrayList<>();
        for (int i = 0; i < steps.items().size(); i++) {
            items.add(new ListItem.Kept(i));
        }
        items.add(
                place.index(),
                new ListItem.Added(ConfigValue.Obj.EMPTY
                        .with("stepType", "substring")
                        .with("name", name)
                        .with("category", "map")
                        .with("parameter", parameter)));
        return hopped(document.rearranged(STEPS, items), task.get().writer().name(), name);
    }

    private static ScriptDocument hopped(ScriptDocument document, String writer, String step) {
        if (!(document.read(HOPS).orElse(null) instanceof ConfigValue.Array hops)) {
            return document;
        }
        for (int i = 0; i < hops.items().size(); i++) {
            if (hops.items().get(i) instanceof ConfigValue.Obj hop
                    && hop.find("to")
                            .filter(new ConfigValue.Text(writer)::equals)
                            .isPresent()) {
                return document.with(HOPS.child(i).child("to"), new ConfigValue.Text(step))
                        .with(
                                HOPS.child(hops.items().size()),
                                ConfigValue.Obj.EMPTY.with("from", step).with("to", writer));
            }
        }
        return document;
    }

    /** The target's column, when it can be made to hold what the source's type does. */
    Optional<TableWidening.Target> widen(FormTask task, Mapping mapping, Line line) {
        LogicalType type = mapping.sourceOf(line).type();
        TargetColumn target = mapping.targetOf(line);
        SyncTask.Step writer = task.asked().step(Side.WRITER).orElse(null);
        boolean helps = line.fit() == Line.Fit.LOSSY || line.fit() == Line.Fit.IMPOSSIBLE;
        if (writer == null || type == null || target.type() == null || !helps) {
            return Optional.empty();
        }
        String dataSource = EndPaths.dataSourceName(task.asked(), writer);
        String table = EndPaths.tableName(task.asked(), writer);
        boolean wider = WiderType.of(target.type(), type)
                .filter(other -> !other.equals(target.type()))
                .isPresent();
        return wider && !dataSource.isEmpty() && !table.isEmpty() && widening.possible(writer.stepType())
                ? Optional.of(new TableWidening.Target(dataSource, table, target.name()))
                : Optional.empty();
    }
}

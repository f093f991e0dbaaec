package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.sluice.datasource.TableWidening;
import io.sluice.engine.DirtyRecord.Stage;
import io.sluice.run.DirtyCause;
import io.sluice.run.DirtyColumns;
import io.sluice.run.DirtyService;
import io.sluice.run.DirtySummary;
import io.sluice.run.ValueExtent;
import io.sluice.script.Parameters;
import io.sluice.spi.SupportsWidening;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Offers to widen columns of the target that were too narrow for records. */
final class DirtyWidening extends Div {
    private static final Set<String> NARROW = Set.of("VALUE_TOO_LONG", "VALUE_OUT_OF_RANGE");
    private static final int MOST = 3;

    private final DirtyService dirty;
    private final TableWidening widening;
    private final Member member;
    private final BiConsumer<DirtyCause.Key, String> widened;

    /** @param widened is told the cause and, in a sentence, what has become of its column */
    DirtyWidening(
            DirtyService dirty, TableWidening widening, Member member, BiConsumer<DirtyCause.Key, String> widened) {
        this.dirty = dirty;
        this.widening = widening;
        this.member = member;
        this.widened = widened;
        addClassName("sl-dirty-widening");
    }

    /**
     * What is on the screen.
     *
     * @param chosen the cause whose records are shown; null for all
     */
    record Seen(@Nullable UUID run, DirtySummary summary, DirtyColumns columns, DirtyCause.@Nullable Key chosen) {}

    void show(Seen seen, RunSides.Target target) {
        removeAll();
        UUID run = seen.run();
        boolean possible = run != null
                && member.role().mayEdit()
                && !target.dataSource().isEmpty()
                && !target.table().isEmpty()
                && widening.possible(target.type());
        List<DirtyCause> narrow = possible ? narrow(seen) : List.of();
        setVisible(!narrow.isEmpty());
        if (run == null || narrow.isEmpty()) {
            return;
        }
        add(text("sl-strong", getTranslation("widen.head")));
        RunSides.Target then = asThen(run, target);
        narrow.stream().limit(MOST).forEach(cause -> {
            String column = column(cause, seen, then);
            if (!column.isEmpty()) {
                offer(run, cause, new TableWidening.Target(then.dataSource(), then.table(), column), seen);
            }
        });
        setVisible(getComponentCount() > 1);
    }

    /** Parameters have the values they had when the records were found. */
    private RunSides.Target asThen(UUID run, RunSides.Target target) {
        return new RunSides.Target(
                dirty.asThen(member, run, target.dataSource()),
                target.type(),
                dirty.asThen(member, run, target.table()),
                target.columns().stream()
                        .map(column -> dirty.asThen(member, run, column))
                        .toList());
    }

    private static List<DirtyCause> narrow(Seen seen) {
        return seen.summary().causes().stream()
                .filter(cause -> NARROW.contains(cause.key().code()))
                .filter(cause -> cause.open() > 0)
                .filter(cause -> seen.chosen() == null || cause.key().equals(seen.chosen()))
                .toList();
    }

    /** The column's name in the target; empty where records do not yet have the target's columns. */
    private static String column(DirtyCause cause, Seen seen, RunSides.Target target) {
        int index = cause.place().index();
        boolean listed = target.columns().size() == cause.place().columns().size();
        Stage stage = cause.place().form().stage();
        if (index < 0 || stage == Stage.READER || stage == Stage.TRANSFORM) {
            return "";
        }
        if (listed) {
            return target.columns().get(index);
        }
        int column = seen.columns().column(cause.place().columns(), index);
        boolean named = stage == Stage.WRITER && column >= 0;
        return named ? seen.columns().names().get(column) : "";
    }

    /** A parameter that the run had no value for leaves it open which table is meant. */
    private void offer(UUID run, DirtyCause cause, TableWidening.Target target, Seen seen) {
        List<String> unknown = Parameters.names(target.dataSource() + target.table() + target.column());
        Button button = new Button(getTranslation("widen.offer"), click -> open(run, cause, target));
        button.addThemeNames("small");
        button.addClassName("sl-widen-offer");
        button.setVisible(unknown.isEmpty());
        String name = target.table() + "." + target.column();
        String would = unknown.isEmpty()
                ? getTranslation(
                        "widen.would",
                        name,
                        cause.open(),
                        Amounts.count(seen.summary().kept()))
                : getTranslation("widen.unknown", name, unknown.getFirst());
        add(block("sl-dirty-widen", text("sl-small sl-muted", would), button));
    }

    private void open(UUID run, DirtyCause cause, TableWidening.Target target) {
        ValueExtent extent = dirty.extent(member, run, cause.key());
        new WidenDialog(
                        widening,
                        member,
                        new WidenDialog.Wish(
                                target, why(extent), new SupportsWidening.Wish(extent::wider, extent.negative())),
                        done -> widened.accept(cause.key(), getTranslation("widen.done", done.column(), done.type())))
                .look();
    }

    private String why(ValueExtent extent) {
        return extent.numbers()
                .map(numbers -> getTranslation(
                        extent.negative() ? "widen.why.negative" : "widen.why.numbers",
                        Amounts.count(extent.values()),
                        numbers.before(),
                        numbers.behind(),
                        numbers.least().toPlainString()))
                .orElseGet(() -> getTranslation(
                        extent.whole() ? "widen.why.text" : "widen.why.cut",
                        Amounts.count(extent.values()),
                        Amounts.count(extent.characters())));
    }
}

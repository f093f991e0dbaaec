package io.sluice.run.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.ValueProvider;
import io.sluice.run.RunFailure;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.ui.Chip;
import io.sluice.ui.Sentences;
import io.sluice.workspace.Member;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of one task, newest first; a click shows one with its log. */
public final class RunHistory extends Div {
    private final RunService runs;
    private final Member member;
    private final Grid<RunView> grid = new Grid<>();
    private final Amounts amounts = new Amounts(this::getTranslation);
    private @Nullable UUID task;

    public RunHistory(RunService runs, Member member, Consumer<RunView> open) {
        this.runs = runs;
        this.member = member;
        addClassName("sl-history");
        grid.addClassName("sl-history-grid");
        grid.setSizeFull();
        addColumns();
        grid.setEmptyStateText(getTranslation("history.none"));
        grid.addItemClickListener(click -> open.accept(click.getItem()));
        grid.setItems(query -> page(query.getOffset(), query.getLimit()));
        add(grid);
    }

    private void addColumns() {
        narrow(grid.addComponentColumn(this::state), getTranslation("history.state"));
        figure(run -> Long.toString(run.number()), getTranslation("history.run"));
        narrow(
                grid.addColumn(run -> RunKindLook.word(run.kind(), this::getTranslation)),
                getTranslation("history.kind"));
        narrow(grid.addColumn(run -> LocalTime.of(run.startedAt())), getTranslation("history.started"));
        narrow(grid.addColumn(RunView::startedBy), getTranslation("history.by"));
        figure(run -> amounts.duration(run.statistics().elapsed()), getTranslation("history.duration"));
        figure(run -> Amounts.count(run.statistics().recordsWritten()), getTranslation("history.written"));
        figure(run -> Amounts.count(run.statistics().recordsDirty()), getTranslation("history.dirty"));
        grid.addColumn(RunHistory::remark)
                .setHeader(getTranslation("history.remark"))
                .setFlexGrow(1);
    }

    private Chip state(RunView run) {
        return Chip.of(RunStateLook.glyph(run.state()), RunStateLook.word(run.state(), this::getTranslation));
    }

    private static String remark(RunView run) {
        RunFailure failure = run.failure();
        if (failure != null) {
            return Sentences.translated(failure.message());
        }
        return run.parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + " " + parameter.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Shows the runs of a task as they are now. */
    public void show(@Nullable UUID task) {
        this.task = task;
        grid.getDataProvider().refreshAll();
    }

    private Stream<RunView> page(int offset, int limit) {
        UUID shown = task;
        return shown == null ? Stream.empty() : runs.history(member, shown, offset, limit).stream();
    }

    private void figure(ValueProvider<RunView, String> value, String header) {
        narrow(grid.addColumn(value), header).setTextAlign(ColumnTextAlign.END);
    }

    private static Grid.Column<RunView> narrow(Grid.Column<RunView> column, String header) {
        return column.setHeader(header).setAutoWidth(true).setFlexGrow(0);
    }
}

package io.sluice.studio.ui.form;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.engine.preview.Sample;
import io.sluice.engine.preview.SampleRequest;
import io.sluice.engine.preview.SampleRequest.Scope;
import io.sluice.run.SampleService;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Ago;
import io.sluice.ui.EmptyState;
import io.sluice.ui.Icon;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import io.sluice.workspace.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The first rows of a task's source, with their age, to be refreshed, and cancelled while they are loading. */
public final class PreviewPanel extends Div {
    private static final int ROWS = 50;

    private final SampleLoader loader;
    private final SampleNote note;
    private final SampleTable table;
    private final Div unreadable = Blocks.block("sl-preview-unreadable");
    private final Span facts = Blocks.text("sl-muted sl-small", "");
    private final Div empty;
    private final Button refresh;
    private final boolean allowed;
    private @Nullable UUID task;
    private @Nullable String loaded;
    private Supplier<String> current = () -> "";

    public PreviewPanel(SampleService samples, Member member) {
        addClassName("sl-preview");
        loader = new SampleLoader(samples, member, new SampleRequest(Scope.SOURCE, ROWS), this::show);
        note = new SampleNote(
                values -> {
                    loader.parameters(values);
                    load();
                },
                loader::cancel);
        table = new SampleTable(getTranslation("preview.table"));
        refresh = new Button(getTranslation("sample.refresh"), Icon.REFRESH.create(), click -> load());
        refresh.addThemeNames("tertiary", "small");
        allowed = member.role().mayRun();
        refresh.setVisible(allowed);
        empty = new EmptyState(getTranslation(allowed ? "preview.empty" : "preview.not-allowed"));
        table.setVisible(false);
        note.setVisible(false);
        unreadable.setVisible(false);
        add(Blocks.block("sl-preview-head", facts, Blocks.space(), refresh), note, unreadable, table, empty);
    }

    /** Loads the first rows of a task unless they are those of its text already. @param text as it is, saved or not */
    public void look(UUID wanted, Supplier<String> text) {
        task = wanted;
        current = text;
        refresh.setEnabled(true);
        if (allowed && !text.get().equals(loaded)) {
            load();
        }
    }

    /** Another task is in front: nothing of it is loaded before somebody asks for it. */
    public void turnTo(@Nullable UUID other, Supplier<String> text) {
        if (Objects.equals(other, task)) {
            return;
        }
        task = other;
        current = text;
        loaded = null;
        loader.forgetParameters();
        loader.cancel();
        clear();
        empty.setVisible(true);
    }

    private void load() {
        UI screen = UI.getCurrent();
        UUID wanted = task;
        if (screen != null && wanted != null) {
            String text = current.get();
            loaded = text;
            loader.load(screen, wanted, text);
        }
    }

    private void show(SampleState state) {
        note.show(state);
        boolean loading = state instanceof SampleState.Loading;
        refresh.setEnabled(!loading && task != null);
        switch (state) {
            case SampleState.Shown shown -> show(shown.sample(), shown.at());
            case SampleState.Idle ignored -> empty.setVisible(!table.isVisible());
            case SampleState.Loading ignored -> empty.setVisible(false);
            case SampleState.Problem ignored -> clear();
            case SampleState.Missing ignored -> clear();
        }
    }

    private void clear() {
        table.setVisible(false);
        unreadable.setVisible(false);
        empty.setVisible(false);
        facts.setText("");
    }

    private void show(Sample sample, Instant at) {
        List<SampleTable.Row> rows = new ArrayList<>();
        sample.rows().forEach(cells -> rows.add(SampleTable.Row.of(cells)));
        empty.setVisible(false);
        table.setVisible(true);
        table.show(sample.columns(), rows);
        facts.setText(SampleLoader.extent(sample.extent()) + " · " + Ago.text(at, Instant.now()));
        unreadable.removeAll();
        for (Sample.Unreadable one : sample.unreadable()) {
            String place = one.place().isEmpty() ? "" : one.place() + ": ";
            unreadable.add(Blocks.block(
                    "sl-row",
                    State.WARNING.glyph(),
                    new Span(place + Sentences.translated(one.cause().message()))));
        }
        unreadable.setVisible(!sample.unreadable().isEmpty());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        refresh.setEnabled(task != null);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        loader.end();
        super.onDetach(detached);
    }
}

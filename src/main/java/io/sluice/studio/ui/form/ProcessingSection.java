package io.sluice.studio.ui.form;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import io.sluice.datasource.LiveCatalog;
import io.sluice.engine.preview.Sample;
import io.sluice.engine.preview.Sample.StepSample;
import io.sluice.engine.preview.SampleRequest;
import io.sluice.engine.preview.SampleRequest.Scope;
import io.sluice.engine.preview.StepColumns;
import io.sluice.run.ui.Blocks;
import io.sluice.script.MapSteps;
import io.sluice.script.Path;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.script.SyncTask.Step;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.ui.Ago;
import io.sluice.ui.Arrivals;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.Icon;
import io.sluice.ui.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps between reader and writer in their order, each with what it does to sample rows. */
final class ProcessingSection extends FormSection {
    private static final Path ORDER = Path.of("order");
    private static final int SAMPLE_ROWS = 20;

    private final TaskEditing editing;
    private final LiveCatalog catalog;
    private final SampleLoader loader;
    private final SampleNote note;
    private final Div list = Blocks.block("sl-mapsteps");
    private final Div none;
    private final MenuBar menu = new MenuBar();
    private final Button showRows;
    private final Span facts = Blocks.text("sl-muted sl-small", "");
    private final List<MapStepCard> cards = new ArrayList<>();
    private List<Column> source = List.of();
    private @Nullable FormTask task;
    private @Nullable Sample sample;
    private @Nullable Step asked;
    private boolean sampling;
    private String sampled = "";
    private @Nullable Path added;
    private Progress progress = new Progress(State.NONE, "");

    ProcessingSection(TaskEditing editing, FormServices services) {
        super("processing");
        this.editing = editing;
        catalog = services.catalog();
        loader = new SampleLoader(
                services.samples(), editing.member(), new SampleRequest(Scope.STEPS, SAMPLE_ROWS), this::arrived);
        note = new SampleNote(
                values -> {
                    loader.parameters(values);
                    load();
                },
                loader::cancel);
        note.setVisible(false);
        showRows = new Button(getTranslation("processing.show-rows"), Icon.EYE.create(), click -> toggleRows());
        showRows.addClassName("sl-outlined");
        showRows.setId("processing-rows");
        showRows.setVisible(editing.member().role().mayRun());
        head().add(Blocks.space(), facts, showRows);
        none = Blocks.block("sl-mapsteps-none sl-muted", new Span(getTranslation("processing.none")));
        fillMenu();
        add(note, none, list, menu);
    }

    private void fillMenu() {
        menu.setId("processing-add");
        menu.addClassName("sl-mapsteps-add");
        menu.addThemeNames("tertiary", "small");
        MenuItem open =
                menu.addItem(Blocks.block("sl-row", Icon.PLUS.create(), new Span(getTranslation("processing.add"))));
        for (TransformType type : TransformType.values()) {
            MenuItem item = open.getSubMenu()
                    .addItem(
                            Blocks.block(
                                    "sl-mapstep-choice",
                                    MapStepCard.icon(type).create(),
                                    Blocks.text("sl-strong", ConnectorTexts.translated(type.label())),
                                    Blocks.text("sl-muted sl-small", ConnectorTexts.translated(type.summary()))),
                            click -> add(type));
            item.setId("processing-add-" + type.stepType());
        }
    }

    private void add(TransformType type) {
        editing.edit(document -> {
            var edited = MapSteps.add(document, type, ConfigValue.Obj.EMPTY);
            List<Step> maps = SyncTask.maps(edited);
            added = maps.isEmpty() ? null : maps.getLast().path();
            return edited;
        });
    }

    /** Asks what columns the reader delivers, once for each reader there is. */
    private void askColumns(FormTask now) {
        Step reader = now.asked().step(Side.READER).orElse(null);
        if (reader != null && !reader.equals(asked)) {
            asked = reader;
            Arrivals.of(UI.getCurrent(), catalog.columns(editing.member(), reader, Side.READER), answer -> {
                if (reader.equals(asked) && answer instanceof LiveCatalog.Answer.Known<List<Column>> known) {
                    sourceColumns(known.value());
                }
            });
        }
    }

    private void sourceColumns(List<Column> columns) {
        if (!columns.equals(source)) {
            source = List.copyOf(columns);
            FormTask now = task;
            if (now != null) {
                show(now);
                progressed();
            }
        }
    }

    @Override
    void show(FormTask now) {
        task = now;
        List<Step> maps = now.maps();
        arrange(maps);
        StepColumns columns = StepColumns.of(source, maps, Fits.rules(now.setting()));
        int wrong = 0;
        for (int index = 0; index < maps.size(); index++) {
            Step step = maps.get(index);
            List<Column> reaching =
                    index < columns.before().size() ? columns.before().get(index) : List.of();
            cards.get(index).show(now, step, index, maps.size(), reaching);
            boolean last = index == columns.before().size() - 1;
            String more = last && !source.isEmpty() ? columns.problem() : null;
            wrong += cards.get(index).showProblems(now, step, more) ? 1 : 0;
        }
        none.setVisible(maps.isEmpty());
        menu.setEnabled(now.editable());
        progress = progress(maps.size(), wrong);
        openAdded();
        refresh(now);
        askColumns(now);
    }

    private Progress progress(int count, int wrong) {
        if (wrong > 0) {
            return new Progress(State.FAILED, getTranslation("processing.progress.wrong", wrong));
        }
        return count == 0
                ? new Progress(State.NONE, getTranslation("processing.progress.none"))
                : new Progress(State.OK, getTranslation("processing.progress", count));
    }

    /** Keeps the card of every step that is still there, so that what is open and what is being typed stay. */
    private void arrange(List<Step> maps) {
        List<MapStepCard> before = new ArrayList<>(cards);
        List<MapStepCard> wanted = new ArrayList<>();
        for (Step step : maps) {
            Optional<MapStepCard> known = before.stream()
                    .filter(card ->
                            card.path().equals(step.path()) && card.stepType().equals(step.stepType()))
                    .findFirst();
            known.ifPresent(before::remove);
            wanted.add(known.orElseGet(() -> new MapStepCard(step.stepType(), editing, this::move)));
        }
        if (!wanted.equals(cards)) {
            cards.clear();
            cards.addAll(wanted);
            list.removeAll();
            list.add(wanted.toArray(MapStepCard[]::new));
        }
    }

    private void openAdded() {
        Path opened = added;
        if (opened != null) {
            added = null;
            cards.stream().filter(card -> card.path().equals(opened)).forEach(card -> {
                card.open(true);
                card.focusHead();
                card.getElement().executeJs("requestAnimationFrame(() => this.scrollIntoView({ block: 'nearest' }))");
            });
        }
    }

    private void move(MapStepCard card, int to) {
        FormTask now = task;
        if (now != null && now.editable() && to >= 0 && to < cards.size()) {
            editing.edit(document -> MapSteps.move(document, card.path(), to));
            card.focusHead();
        }
    }

    private void toggleRows() {
        sampling = !sampling;
        showRows.setText(getTranslation(sampling ? "processing.hide-rows" : "processing.show-rows"));
        if (sampling) {
            load();
        } else {
            loader.cancel();
            sample = null;
            facts.setText("");
            cards.forEach(card -> card.showRows(null));
        }
    }

    private void load() {
        UI screen = UI.getCurrent();
        FormTask now = task;
        if (screen != null && now != null) {
            sampled = question(now);
            loader.load(screen, now.id(), now.document().text());
        }
    }

    /** Looks again when the reader or a step has changed since. */
    private void refresh(FormTask now) {
        showSample();
        UI screen = UI.getCurrent();
        String question = question(now);
        if (sampling && screen != null && !question.equals(sampled)) {
            sampled = question;
            loader.loadSoon(screen, now.id(), now.document().text());
        }
    }

    private static String question(FormTask now) {
        return now.step(Side.READER) + "\n" + now.maps();
    }

    private void arrived(SampleState state) {
        boolean refreshing = state instanceof SampleState.Loading && sample != null;
        note.show(refreshing ? new SampleState.Idle() : state);
        if (state instanceof SampleState.Shown shown) {
            sample = shown.sample();
            facts.setText(SampleLoader.extent(shown.sample().extent()) + " · " + Ago.text(shown.at(), Instant.now()));
            cards.forEach(card -> card.open(true));
            if (source.isEmpty()) {
                sourceColumns(shown.sample().columns());
            }
            showSample();
        } else if (!refreshing) {
            sample = null;
            facts.setText("");
            showSample();
        }
    }

    private void showSample() {
        Sample now = sample;
        for (MapStepCard card : cards) {
            Optional<StepSample> rows = now == null
                    ? Optional.empty()
                    : now.steps().stream()
                            .filter(step -> step.path().equals(card.path()))
                            .findFirst();
            card.showRows(rows.orElse(null));
        }
    }

    @Override
    Progress progress() {
        return progress;
    }

    @Override
    boolean highlight(Path path) {
        boolean found = path.startsWith(ORDER);
        for (MapStepCard card : cards) {
            found |= card.highlight(path);
        }
        return found;
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        loader.end();
        super.onDetach(detached);
    }
}

package io.sluice.studio.ui.form;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import io.sluice.engine.TaskChoices;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Path;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.ui.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which column goes where: two lists with lines between, or a grid. */
final class MappingSection extends FormSection implements MappingLines.Actions, MappingTools.Actions {
    private final TaskEditing editing;
    private final MappingPresenter presenter;
    private final LineCures lineCures;
    private final MappingSamples samples;
    private final MappingDialogs dialogs = new MappingDialogs(this, this::tryOut);
    private final LiveColumns source;
    private final LiveColumns target;
    private final MappingTools tools;
    private final MappingLines lines = new MappingLines(this);
    private final MappingHeads heads = new MappingHeads(this::getTranslation);
    private final MappingNotes notes = new MappingNotes();
    private final Div empty = Blocks.block("sl-map-empty");
    private RowOrder sourceOrder = RowOrder.OWN;
    private RowOrder targetOrder = RowOrder.OWN;
    private Map<String, String> found = Map.of();
    private String profiled = "";
    private @Nullable FormTask task;

    MappingSection(TaskEditing editing, FormServices services) {
        super("mapping");
        this.editing = editing;
        presenter = new MappingPresenter(
                editing, (reader, writer) -> TaskChoices.of(services.connectors(), reader, writer));
        lineCures = new LineCures(services.widening(), editing, dialogs, this::getTranslation);
        samples = new MappingSamples(services.samples(), editing.member(), this::getTranslation);
        source = new LiveColumns(services.catalog(), editing.member(), Side.READER, answer -> {
            presenter.source(answer);
            arrived();
        });
        target = new LiveColumns(services.catalog(), editing.member(), Side.WRITER, answer -> {
            presenter.target(answer);
            arrived();
        });
        tools = new MappingTools(head(), this);
        empty.setText(getTranslation("mapping.empty"));
        add(Blocks.block("sl-card sl-map-card", notes, lines, empty));
    }

    @Override
    void show(FormTask next) {
        task = next;
        presenter.show(next);
        ask(next.asked().step(Side.READER), source);
        ask(next.asked().step(Side.WRITER), target);
        draw();
    }

    @Override
    void putBack(List<ConfigValue> unjoined) {
        presenter.putBack(unjoined);
        arrived();
    }

    @Override
    void lookAgain() {
        source.again();
        target.again();
    }

    private void ask(Optional<SyncTask.Step> step, LiveColumns side) {
        if (step.isEmpty()) {
            side.forget();
        } else if (side.ask(step.get())) {
            forget(side);
        }
    }

    /** What was known of another table says nothing about this one. */
    private void forget(LiveColumns side) {
        samples.stop();
        found = Map.of();
        profiled = "";
        boolean unknown = side.loading() || !side.failure().isEmpty();
        if (unknown && side == source) {
            presenter.source(null);
        } else if (unknown) {
            presenter.target(null);
        }
    }

    private void arrived() {
        draw();
        progressed();
    }

    private void draw() {
        FormTask shown = task;
        Optional<Mapping> mapping = presenter.mapping();
        boolean something = mapping.isPresent() && shown != null;
        lines.setVisible(something);
        empty.setVisible(!something);
        lines.loading(source.loading(), target.loading());
        notes.removeAll();
        if (mapping.isEmpty() || shown == null) {
            tools.hide();
            return;
        }
        Mapping known = mapping.get();
        note(shown, known);
        tools.show(known, shown.editable());
        tools.profiling(samples.profiling(), mayLook(shown));
        MappingJson json = new MappingJson(
                known,
                this::getTranslation,
                sourceOrder.of(known.sources().stream().map(SourceColumn::id).toList()),
                targetOrder.of(known.targets().stream().map(TargetColumn::id).toList()));
        lines.show(
                json.rows(heads.of(shown, Side.READER, known), heads.of(shown, Side.WRITER, known), shown.editable()),
                json.lines(
                        line -> lineCures.offered(shown, known, line),
                        line -> found.getOrDefault(ProfileWords.key(known, line), "")));
    }

    private void note(FormTask shown, Mapping known) {
        notes.wrong(shown);
        failure(source, "source");
        failure(target, "target");
        if (known.stars().any()) {
            boolean offered = presenter.editable() && !source.loading() && !target.loading();
            notes.star(known, offered, () -> presenter.perform(new Gesture.ListColumns()));
        }
        notes.order(known);
        List<Line> zoned = known.lines().stream().filter(Line::needsZone).toList();
        if (!zoned.isEmpty()) {
            notes.zone(zoned.size(), presenter.editable(), () -> lineCures.zone(known, zoned));
        }
        List<TargetColumn> missing = known.missing();
        if (!missing.isEmpty() && !known.lines().isEmpty()) {
            notes.missing(missing, () -> lines.reveal(false, missing.getFirst().id()));
        }
        if (!profiled.isEmpty()) {
            notes.profile(profiled, () -> profiled(""));
        }
    }

    private void failure(LiveColumns side, String place) {
        if (!side.failure().isEmpty()) {
            Runnable retry = () -> {
                side.again();
                draw();
            };
            notes.failure(place, side.failure(), editing.member().role().mayRun() ? retry : null);
        }
    }

    private void profiled(String sentence) {
        profiled = sentence;
        draw();
    }

    private boolean mayLook(FormTask shown) {
        return shown.editable() || editing.member().role().mayRun();
    }

    @Override
    public void profile() {
        FormTask shown = task;
        Mapping known = presenter.mapping().orElse(null);
        if (shown == null || known == null) {
            return;
        }
        if (samples.profiling()) {
            samples.stop();
            profiled("");
            return;
        }
        profiled = getTranslation("mapping.profile.under-way");
        ProfileWords words = new ProfileWords(this::getTranslation);
        samples.profile(
                shown,
                profile -> {
                    profile.ifPresent(done -> {
                        found = words.lines(known, done);
                        profiled = words.sentence(done);
                    });
                    draw();
                },
                this::profiled);
        draw();
    }

    private void tryOut(ConfigValue row, Consumer<String> said) {
        FormTask shown = task;
        Mapping known = presenter.mapping().orElse(null);
        if (shown != null && known != null) {
            samples.tryOut(shown, known.readerList(), row, said);
        }
    }

    @Override
    Progress progress() {
        long wrong = task == null ? 0 : MappingNotes.errors(task);
        if (wrong > 0) {
            return new Progress(State.FAILED, getTranslation("form.ends.errors", wrong));
        }
        long[] figures = presenter.figures();
        String key = switch (presenter.state()) {
            case NONE -> "mapping.progress.none";
            case FAILED -> "mapping.progress.failed";
            case WARNING -> figures[2] > 0 ? "mapping.progress.warnings" : "mapping.progress.mapped";
            case OK, RUNNING, WAITING, BLOCKED, FROZEN -> "mapping.progress.mapped";
        };
        return new Progress(presenter.state(), getTranslation(key, figures[0], figures[1], figures[2], figures[3]));
    }

    @Override
    boolean highlight(Path path) {
        Optional<Mapping.Place> place = presenter.mapping().flatMap(known -> known.placeOf(path));
        lines.reveal(
                place.map(Mapping.Place::source).orElse(false),
                place.map(Mapping.Place::id).orElse(""));
        return place.isPresent();
    }

    @Override
    void focusMarked() {
        lines.focusMarked();
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        source.forget();
        target.forget();
        samples.stop();
    }

    @Override
    public void connect(String from, String to) {
        presenter.perform(new Gesture.Connect(from, to));
    }

    @Override
    public void disconnect(String to) {
        presenter.perform(new Gesture.Disconnect(to));
    }

    @Override
    public void byName() {
        presenter.perform(new Gesture.ByName());
    }

    @Override
    public void byRow() {
        presenter.perform(new Gesture.ByRow());
    }

    @Override
    public void clear() {
        presenter.perform(new Gesture.Clear());
    }

    @Override
    public void tidy() {
        presenter.perform(new Gesture.Tidy());
        presenter.mapping().ifPresent(known -> {
            sourceOrder = RowOrder.tidySources(known);
            targetOrder = RowOrder.tidyTargets(known);
        });
        draw();
    }

    @Override
    public void asGrid(boolean grid) {
        lines.asGrid(grid);
    }

    @Override
    public void cure(String name, String to) {
        FormTask shown = task;
        Mapping known = presenter.mapping().orElse(null);
        int place = known == null ? -1 : known.lineAt(known.target(to));
        if (known == null || shown == null || place < 0) {
            return;
        }
        Line line = known.lines().get(place);
        lineCures.take(name, shown, known, line, this::profile);
    }

    @Override
    public void change(String from) {
        Mapping known = presenter.mapping().orElse(null);
        int row = known == null ? -1 : known.source(from);
        if (known != null && row >= 0) {
            dialogs.change(known.sources().get(row), known.spelling(), value -> {
                presenter.change(from, value);
                draw();
            });
        }
    }

    @Override
    public void delete(String from) {
        presenter.delete(from);
        arrived();
    }

    @Override
    public void assign(String to) {
        Mapping known = presenter.mapping().orElse(null);
        int row = known == null ? -1 : known.target(to);
        if (known != null && row >= 0) {
            MappingTools.Addition kind = known.spelling() == ReaderSpelling.GENERATED
                    ? MappingTools.Addition.GENERATED
                    : MappingTools.Addition.CONSTANT;
            add(kind, Optional.of(known.targets().get(row)));
        }
    }

    @Override
    public void add(MappingTools.Addition addition) {
        if (addition == MappingTools.Addition.FIELDS) {
            presenter
                    .mapping()
                    .ifPresent(known -> dialogs.fields(
                            known.sources().stream()
                                    .map(row -> Values.brief(row.value()))
                                    .toList(),
                            this::listed));
        } else {
            add(addition, Optional.empty());
        }
    }

    private void add(MappingTools.Addition addition, Optional<TargetColumn> chosen) {
        Mapping known = presenter.mapping().orElse(null);
        if (known == null) {
            return;
        }
        List<TargetColumn> open = new ArrayList<>();
        for (int i = 0; i < known.targetCount(); i++) {
            if (known.lineAt(i) < 0) {
                open.add(known.targets().get(i));
            }
        }
        if (known.shape() != TargetShape.TABLE) {
            open.add(known.targets().getLast());
        }
        dialogs.add(addition, known.spelling(), open, chosen, this::added);
    }

    private void added(ConfigValue value, String to) {
        if (to.isEmpty()) {
            presenter.add(value);
        } else {
            presenter.perform(new Gesture.Assign(value, to));
        }
        arrived();
    }

    private void listed(List<String> fields) {
        presenter.list(fields);
        arrived();
    }

    @Override
    public void rename(String to) {
        Mapping known = presenter.mapping().orElse(null);
        int row = known == null ? -1 : known.target(to);
        if (known != null && row >= 0) {
            dialogs.rename(known.targets().get(row).name(), name -> presenter.perform(new Gesture.Rename(to, name)));
        }
    }

    @Override
    public void visited(boolean inSource, String id) {
        presenter
                .mapping()
                .flatMap(known -> known.pathOf(new Mapping.Place(inSource, id)))
                .ifPresent(editing::showInScript);
    }
}

package io.sluice.studio.ui.form;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.datasource.DataSource;
import io.sluice.run.ui.Blocks;
import io.sluice.script.Path;
import io.sluice.script.Problem;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.script.SyncTask;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import io.sluice.studio.ui.assist.EndGroup;
import io.sluice.ui.BoundFields;
import io.sluice.ui.ConnectorTexts;
import io.sluice.ui.FormRow;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import io.sluice.ui.Toast;
import io.sluice.ui.TypeGlyph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One side of a task: its data source and every parameter its connector describes, those of the mapping excepted. */
final class EndCard extends Div {
    private static final String COLUMNS = "column";
    private static final String DATA_SOURCE = "datasource";

    private final Side side;
    private final TaskEditing editing;
    private final FormServices services;
    private final SourceSelect source;
    private final FormRow sourceRow;
    private final Div title = Blocks.block("sl-endhead");
    private final Div state = Blocks.block("sl-endstate");
    private final Div body = Blocks.block("sl-endbody");
    private final Div homeless = Blocks.block("sl-mapstep-problem");
    private final Div foot = Blocks.block("sl-endfoot");
    private final ScriptOnly unknown = new ScriptOnly();
    private final List<EndRow> rows = new ArrayList<>();
    private final Map<EndRow, Details> folded = new LinkedHashMap<>();
    private final Connectivity connectivity;
    private final EndLinks links;
    private final EndCompletion completion;
    private final OfferedNames sourceNames = new OfferedNames(this, "dataSources");
    private @Nullable StepDescription shown;
    private boolean oddSource;
    private SyncTask.@Nullable Step step;

    EndCard(Side side, TaskEditing editing, FormServices services) {
        this.side = side;
        this.editing = editing;
        this.services = services;
        addClassNames("sl-card", "sl-endcard");
        setId("form-" + side.category());
        source = new SourceSelect(side, services.connectors(), this::choose);
        sourceRow = new FormRow(getTranslation("form.source"), true, source, "");
        source.getElement()
                .addEventListener(
                        "focusin",
                        focus -> Optional.ofNullable(step)
                                .ifPresent(known -> editing.showInScript(EndPaths.dataSource(known))));
        links = new EndLinks(editing, services);
        completion = new EndCompletion(side, services.catalog(), editing.member());
        connectivity = new Connectivity(state, services.dataSources(), editing.member());
        body.add(sourceRow);
        homeless.getElement().setAttribute("role", "alert");
        homeless.setVisible(false);
        add(title, body, homeless, foot, unknown);
        offer();
        head(null);
    }

    private void head(@Nullable StepDescription description) {
        title.removeAll();
        Span name =
                Blocks.text("sl-strong", getTranslation(side == Side.READER ? "form.end.source" : "form.end.target"));
        if (description != null) {
            services.connectors()
                    .find(description.stepType())
                    .ifPresent(connector -> title.add(new TypeGlyph(connector.profile())));
        }
        title.add(name);
        if (description != null) {
            title.add(Blocks.text("sl-muted sl-cut", ConnectorTexts.translated(description.label())));
        }
        title.add(Blocks.space(), state);
    }

    private void offer() {
        List<DataSource> all = services.dataSources().list(editing.member());
        source.offer(all, editing.member().role().mayAdminister());
        // One shard of several may lie in another data source of the same type.
        String type = shown == null ? "" : shown.stepType();
        sourceNames.offer(all.stream()
                .filter(one -> one.type().equals(type))
                .map(DataSource::name)
                .toList());
    }

    private void choose(SourceSelect.Choice choice) {
        switch (choice) {
            case SourceSelect.Choice.Registered registered -> take(choice, registered.name());
            case SourceSelect.Choice.Direct ignored -> take(choice, "");
            case SourceSelect.Choice.Missing missing -> take(choice, missing.name());
            case SourceSelect.Choice.New wish ->
                editing.createDataSource(wish.connector(), name -> {
                    offer();
                    take(wish, name);
                });
        }
    }

    private void take(SourceSelect.Choice choice, String name) {
        StepDescription wanted = (side == Side.READER
                        ? StepDescription.reader(choice.connector())
                        : StepDescription.writer(choice.connector()))
                .orElseThrow();
        Optional<StepDescription> former = Optional.ofNullable(shown);
        List<String> lost = new ArrayList<>();
        editing.edit(document -> {
            lost.clear();
            lost.addAll(ScriptEdits.lost(document, wanted, former));
            return ScriptEdits.choose(document, wanted, former, name);
        });
        if (!lost.isEmpty()) {
            Toast.show(getTranslation("form.source.lost", String.join(", ", lost)));
        }
    }

    void show(FormTask task) {
        SyncTask.Step now = task.step(side).orElse(null);
        step = now;
        StepDescription description = task.description(side).orElse(null);
        if (description == null || shown == null || !shown.stepType().equals(description.stepType())) {
            shown = description;
            offer();
            head(description);
            draw(description);
            links.addTo(foot, side, task);
        }
        links.show(task);
        completion.show(task);
        String name = now == null ? "" : EndPaths.dataSourceName(task, now);
        source.show(task, now == null ? "" : now.stepType(), name);
        String odd = now == null ? "" : oddSource(task, now);
        oddSource = !odd.isEmpty();
        sourceRow.hint(odd);
        connectivity.show(task, name);
        if (now != null) {
            rows.forEach(row -> row.show(task, now));
            problems(task, now);
        }
        unknown.show(
                now == null ? ConfigValue.Obj.EMPTY : now.parameter(),
                description == null ? null : description.parameters());
        foot.setVisible(foot.getComponentCount() > 0);
    }

    /** What stands where the name of a data source belongs, and is no name. */
    private String oddSource(FormTask task, SyncTask.Step now) {
        return task.document()
                .read(EndPaths.dataSource(now))
                .filter(value -> !Values.isWord(value))
                .map(value -> getTranslation("form.source.odd", Values.spelled(value)))
                .orElse("");
    }

    private void draw(@Nullable StepDescription description) {
        rows.clear();
        folded.clear();
        foot.removeAll();
        // The first row stays where it is, or it would lose the focus of who just chose in it.
        body.getChildren().filter(row -> row != sourceRow).toList().forEach(body::remove);
        if (description == null) {
            return;
        }
        BoundFields.Owner owner = new Owner();
        List<FieldSpec> more = new ArrayList<>();
        List<FieldSpec> statements = new ArrayList<>();
        List<FieldSpec> advanced = new ArrayList<>();
        for (FieldSpec field : description.parameters().fields()) {
            if (field.name().equals(DATA_SOURCE) || isColumns(field)) {
                continue;
            }
            switch (EndGroup.of(side, field)) {
                case ADVANCED -> advanced.add(field);
                case STATEMENTS -> statements.add(field);
                case MORE -> more.add(field);
                case SHOWN -> {
                    EndRow row = row(field, owner);
                    rows.add(row);
                    body.add(row.component());
                }
            }
        }
        if (side == Side.READER && description.parameters().fields().stream().noneMatch(ConditionRow::isFor)) {
            body.add(Blocks.text("sl-hint sl-endnote", getTranslation("form.end.no-filter")));
        }
        fold(more, EndGroup.MORE, owner);
        fold(statements, EndGroup.STATEMENTS, owner);
        fold(advanced, EndGroup.ADVANCED, owner);
    }

    private Optional<SyncTask.Step> currentStep() {
        return Optional.ofNullable(step);
    }

    private EndRow row(FieldSpec field, BoundFields.Owner owner) {
        return switch (field.type().lookup()) {
            case "tables" -> new TableRow(field, editing, new TableSearch(services.catalog(), editing.member()));
            case "columns" ->
                field.type() instanceof FieldType.TextType
                        ? new ColumnRow(field, editing, services.catalog())
                        : new PlainRow(List.of(field), owner);
            default ->
                side == Side.READER && ConditionRow.isFor(field)
                        ? new ConditionRow(field, owner, services.catalog(), editing.member())
                        : new PlainRow(List.of(field), owner);
        };
    }

    private void fold(List<FieldSpec> fields, EndGroup group, BoundFields.Owner owner) {
        if (fields.isEmpty()) {
            return;
        }
        PlainRow row = new PlainRow(fields, owner);
        Details details = new Details(getTranslation(group.title(), fields.size()), row.component());
        details.addClassName("sl-endfold");
        rows.add(row);
        folded.put(row, details);
        foot.add(details);
    }

    private static boolean isColumns(FieldSpec field) {
        return field.name().equals(COLUMNS);
    }

    private void problems(FormTask task, SyncTask.Step now) {
        Map<String, String> messages = new LinkedHashMap<>();
        Path parameter = now.parameterPath();
        for (Problem problem : task.problemsAt(parameter)) {
            if (problem.isError()) {
                Path inside = inside(parameter, problem.path());
                messages.putIfAbsent(inside.toString(), words(inside, problem.said()));
            }
        }
        rows.forEach(row -> row.problems(messages));
        homeless.removeAll();
        messages.forEach((path, message) -> {
            if (!path.equals(DATA_SOURCE)
                    && !path.startsWith(COLUMNS)
                    && rows.stream().noneMatch(row -> row.holds(path))) {
                homeless.add(Blocks.block("sl-row", State.FAILED.glyph(), new Span(message)));
            }
        });
        homeless.setVisible(homeless.getComponentCount() > 0);
        String ofSource = messages.get(DATA_SOURCE);
        source.setInvalid(ofSource != null);
        if (ofSource == null) {
            sourceRow.clearProblem();
        } else {
            sourceRow.showProblem(ofSource);
        }
    }

    private String words(Path inside, Sentence said) {
        StepDescription description = shown;
        return description == null
                ? Sentences.translated(said)
                : FieldWords.along(description.parameters(), inside).of(said, true);
    }

    private static Path inside(Path parameter, Path path) {
        return new Path(
                path.steps().subList(parameter.steps().size(), path.steps().size()));
    }

    /** How many parameters are wrong; a side without a data source is not wrong, but not there yet. */
    long errors(FormTask task) {
        SyncTask.Step now = step;
        return now == null || isEmpty()
                ? 0
                : task.problemsAt(now.parameterPath()).stream()
                        .filter(Problem::isError)
                        .filter(problem ->
                                !inside(now.parameterPath(), problem.path()).startsWith(Path.of(COLUMNS)))
                        .map(Problem::path)
                        .distinct()
                        .count();
    }

    /** Whether nobody has said yet what this side is. */
    boolean isEmpty() {
        return step == null || shown == null || source.isEmpty() && !oddSource;
    }

    Connectivity connectivity() {
        return connectivity;
    }

    boolean highlight(Path path) {
        SyncTask.Step now = step;
        String at = now != null && path.startsWith(now.parameterPath())
                ? inside(now.parameterPath(), path).toString()
                : "";
        boolean found = false;
        for (EndRow row : rows) {
            boolean holds = row.highlight(at);
            Details details = folded.get(row);
            if (holds && details != null) {
                details.setOpened(true);
            }
            found |= holds;
        }
        boolean ofSource =
                at.equals(DATA_SOURCE) || now != null && path.equals(now.path().child("stepType"));
        sourceRow.setClassName("sl-caret", ofSource);
        boolean whole = now != null && (path.equals(now.path()) || path.equals(now.parameterPath()));
        return found || ofSource || whole;
    }

    private final class Owner implements BoundFields.Owner {
        @Override
        public void changed(FieldSpec field, @Nullable ConfigValue value) {
            editing.edit(document -> ScriptEdits.parameter(document, side, field.name())
                    .map(path -> ListEdits.put(document, path, value))
                    .orElse(document));
        }

        @Override
        public void assist(FieldSpec field, Div row) {
            completion.addTo(field, row);
        }

        @Override
        public void entered(FieldSpec field) {
            currentStep()
                    .ifPresent(now -> editing.showInScript(now.parameterPath().child(field.name())));
        }
    }
}

package io.sluice.studio.ui;

import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceService;
import io.sluice.engine.Connectors;
import io.sluice.engine.DirtyLimit;
import io.sluice.engine.transform.TransformCheck;
import io.sluice.run.SampleService;
import io.sluice.run.StartProblem;
import io.sluice.run.ui.RunSides;
import io.sluice.script.Catalog;
import io.sluice.script.ConnectorCatalog;
import io.sluice.script.Dialect;
import io.sluice.script.JsonSchema;
import io.sluice.script.Parameters;
import io.sluice.script.Path;
import io.sluice.script.Place;
import io.sluice.script.Problem;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.SyncTask;
import io.sluice.script.TaskTemplate;
import io.sluice.spi.Connector;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.NodeKind;
import io.sluice.studio.TreeNode;
import io.sluice.studio.ui.form.FirstScript;
import io.sluice.studio.ui.form.FormTask;
import io.sluice.ui.ConnectorTexts;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the studio asks about the text of a task. */
@Component
final class TaskScripts {
    private static final String EMPTY_SCRIPT = """
            {
              "type": "job",
              "version": "2.0",
              "steps": []
            }
            """;

    private final DataSourceService dataSources;
    private final SampleService samples;
    private final Connectors connectors = Connectors.load();

    TaskScripts(DataSourceService dataSources, SampleService samples) {
        this.dataSources = dataSources;
        this.samples = samples;
    }

    /** The problems of a text, in its order. */
    List<Finding> findings(Member member, String text) {
        ScriptDocument document = ScriptDocument.parse(text);
        return document.problems(catalog(member)).stream()
                .filter(problem -> problem.level() != Problem.Level.HINT)
                .map(problem -> finding(document, problem))
                .toList();
    }

    /** A task as its form shows it. */
    FormTask form(Member member, OpenTask task, boolean editable) {
        FormTask shown = FormTask.of(task.id(), task.readable(), samples.values(member, task.id()), catalog(member));
        return editable ? shown : shown.readOnly();
    }

    /** Why the text cannot be parsed; empty when it can. */
    Optional<Finding> obstacle(String text) {
        ScriptDocument document = ScriptDocument.parse(text);
        return document.readable()
                ? Optional.empty()
                : document.syntaxProblems().stream()
                        .filter(Problem::isError)
                        .findFirst()
                        .map(problem -> finding(document, problem));
    }

    /** Why a text that can be read has no place for what a form changes, if it has none. */
    Optional<Finding> unsuited(Member member, String text) {
        ScriptDocument document = ScriptDocument.parse(text);
        boolean framed = document.read(Path.ROOT)
                .map(root -> root instanceof ConfigValue.Obj)
                .orElse(true);
        boolean listed = document.read(Path.of("steps"))
                .map(steps -> steps instanceof ConfigValue.Array)
                .orElse(true);
        return framed && listed && Dialect.of(document) == Dialect.DIJOB_2
                ? Optional.empty()
                : document.problems(catalog(member)).stream()
                        .filter(problem ->
                                problem.isError() && (listed || problem.path().equals(Path.of("steps"))))
                        .findFirst()
                        .map(problem -> finding(document, problem));
    }

    /** How a task wants to be looked at first: what was made in the form opens in the form. */
    StudioToolbar.Mode mode(String text) {
        return new ScriptMode(ScriptDocument.parse(text)).isWizard()
                ? StudioToolbar.Mode.FORM
                : StudioToolbar.Mode.SCRIPT;
    }

    /** The names of its parameters that a run needs values for, in order of appearance. */
    List<String> parameters(String text) {
        return Parameters.names(ScriptDocument.parse(text)).stream()
                .filter(name -> !Parameters.isSystem(name))
                .toList();
    }

    /** The errors, if no values of parameters can cure all of them: nobody should type those for nothing. */
    List<StartProblem> blocking(Member member, String text) {
        ScriptDocument document = ScriptDocument.parse(text);
        List<Finding> errors =
                findings(member, text).stream().filter(Finding::isError).toList();
        boolean curable = errors.stream()
                .noneMatch(error ->
                        Parameters.names(marked(document, error.place())).isEmpty());
        return (curable ? List.<Finding>of() : errors)
                .stream()
                        .map(error -> new StartProblem(
                                error.code(), error.said(), error.place().line()))
                        .toList();
    }

    private static String marked(ScriptDocument document, Place place) {
        int start = document.offset(place.line(), place.column());
        int end = document.offset(place.endLine(), place.endColumn());
        return document.text().substring(start, Math.max(start, end));
    }

    String format(String text) {
        return ScriptDocument.parse(text).format().text();
    }

    /** The JSON schema of scripts, in the language of the page; names of data sources are offered as they are at the moment, not from here. */
    String schema() {
        return JsonSchema.of(new ConnectorCatalog(connectors.all(), Map.of()), ConnectorTexts::translated);
    }

    /** A commented skeleton for a choice of both ends; an empty script while one of them is open. */
    String template(Member member, TemplateChoice choice) {
        if (!choice.complete()) {
            return EMPTY_SCRIPT;
        }
        return TaskTemplate.of(
                choice.sourceType(), choice.source(), choice.targetType(), choice.target(), catalog(member));
    }

    /** The first text of a task that is made in the form. */
    String first(Member member, TemplateChoice choice) {
        return FirstScript.of(
                new FirstScript.End(choice.sourceType(), choice.source()),
                new FirstScript.End(choice.targetType(), choice.target()),
                catalog(member));
    }

    /** The names from the flow down to a folder; without the section, since every flow has one of the same name. */
    String pathTo(List<TreeNode> tree, UUID folder) {
        Map<UUID, TreeNode> nodes = tree.stream().collect(Collectors.toMap(TreeNode::id, Function.identity()));
        LinkedList<String> names = new LinkedList<>();
        for (TreeNode node = nodes.get(folder); node != null; ) {
            if (node.kind() != NodeKind.SECTION) {
                names.addFirst(node.name());
            }
            UUID parent = node.parentId();
            node = parent == null ? null : nodes.get(parent);
        }
        return String.join(" › ", names);
    }

    /** Connectors that read. */
    List<Connector> readers() {
        return connectors.all().stream()
                .filter(connector -> connector.reader().isPresent())
                .toList();
    }

    /** Connectors that write. */
    List<Connector> writers() {
        return connectors.all().stream()
                .filter(connector -> connector.writer().isPresent())
                .toList();
    }

    /** What stands at both ends of a task, as far as the text says so. */
    RunSides sides(String text) {
        return SyncTask.of(ScriptDocument.parse(text))
                .map(task -> new RunSides(
                        side(task.reader()),
                        side(task.writer()),
                        into(task.writer()),
                        task.maps().size(),
                        limited(task.setting().speed()),
                        allowed(task.setting().dirtyPolicy())))
                .orElse(RunSides.UNKNOWN);
    }

    private static DirtyLimit allowed(Setting.DirtyPolicy policy) {
        return switch (policy) {
            case Setting.DirtyPolicy.AtMost most -> DirtyLimit.atMost(most.records());
            case Setting.DirtyPolicy.AtMostShare most ->
                new DirtyLimit(null, most.share().doubleValue());
            case Setting.DirtyPolicy.Unlimited() -> DirtyLimit.IGNORE;
        };
    }

    private static boolean limited(Setting.Speed speed) {
        return speed.bytesPerSecond().isPresent() || speed.recordsPerSecond().isPresent();
    }

    private static RunSides.Target into(SyncTask.Step writer) {
        Map<String, ConfigValue> parameter = writer.parameter().entries();
        String table = parameter.get("table") instanceof ConfigValue.Text text ? text.value() : "";
        List<String> columns = parameter.get("column") instanceof ConfigValue.Array array
                ? array.items().stream()
                        .filter(ConfigValue.Text.class::isInstance)
                        .map(item -> ((ConfigValue.Text) item).value())
                        .toList()
                : List.of();
        String dataSource =
                writer.dataSources().size() == 1 ? writer.dataSources().getFirst() : "";
        return new RunSides.Target(dataSource, writer.stepType().toLowerCase(Locale.ROOT), table, columns);
    }

    private static String side(SyncTask.Step step) {
        List<String> parts = new ArrayList<>(step.dataSources());
        if (parts.isEmpty()) {
            parts.add(step.stepType());
        }
        for (String key : List.of("table", "fileName", "path")) {
            if (step.parameter().entries().get(key) instanceof ConfigValue.Text value) {
                parts.add(value.value());
                break;
            }
        }
        return String.join(" · ", parts);
    }

    private Catalog catalog(Member member) {
        Map<String, String> types = dataSources.list(member).stream()
                .collect(Collectors.toMap(DataSource::name, DataSource::type, (first, second) -> first));
        return new ConnectorCatalog(connectors.all(), types, TransformCheck::problems);
    }

    private static Finding finding(ScriptDocument document, Problem problem) {
        Place place = problem.place();
        Finding.Severity severity = switch (problem.level()) {
            case ERROR -> Finding.Severity.ERROR;
            case WARNING -> Finding.Severity.WARNING;
            case HINT -> Finding.Severity.HINT;
        };
        return new Finding(
                problem.code(),
                severity,
                problem.said(),
                where(document, problem.path()),
                place,
                Repairs.of(document, problem));
    }

    /** The path as people read it: steps by their names. */
    private static String where(ScriptDocument document, Path path) {
        List<String> names = new ArrayList<>();
        Path above = Path.ROOT;
        for (Path.Step step : path.steps()) {
            above = above.resolve(new Path(List.of(step)));
            names.add(
                    switch (step) {
                        case Path.Name member -> member.name();
                        case Path.Index item -> name(document, above, item);
                    });
        }
        return String.join(" › ", names);
    }

    private static String name(ScriptDocument document, Path path, Path.Index item) {
        return document.read(path.child("name"))
                .filter(ConfigValue.Text.class::isInstance)
                .map(value -> ((ConfigValue.Text) value).value())
                .filter(name -> !name.isBlank())
                .orElseGet(() -> Integer.toString(item.index() + 1));
    }
}

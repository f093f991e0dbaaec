package io.sluice.script;

import io.sluice.script.transform.Transform;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.Sentence;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks steps: that their kind exists, their data sources and their parameters. */
final class StepCheck {
    /** What wizards of other tools leave behind; kept and never interpreted. */
    private static final Set<String> LEFTOVERS = Set.of(
            "envType",
            "guid",
            "tableComment",
            "indexes",
            "useSpecialSecret",
            "singleOrMulti",
            "selectedDatabase",
            "isHtap",
            "isHtapTable",
            "isHtapEnabled");

    private final ScriptDocument document;
    private final Catalog catalog;
    private final Findings findings;

    StepCheck(ScriptDocument document, Catalog catalog, Findings findings) {
        this.document = document;
        this.catalog = catalog;
        this.findings = findings;
    }

    void run() {
        for (StepEntry entry : StepEntry.all(document)) {
            for (Side side : Side.values()) {
                if (entry.is(side) && !entry.stepType().isBlank()) {
                    check(entry, side);
                }
            }
            if (entry.isMap() && !entry.stepType().isBlank()) {
                map(entry);
            }
        }
    }

    private void map(StepEntry entry) {
        Optional<TransformType> type = TransformType.of(entry.stepType());
        if (type.isEmpty()) {
            unknownMap(entry);
        } else if (isObject(entry)) {
            Bound<? extends Record> bound = type.get().parameters().bind(entry.parameter());
            bound.allProblems().forEach(problem -> report(problem, entry));
            if (bound instanceof Bound.Valid<? extends Record> valid && valid.value() instanceof Transform transform) {
                catalog.problems(transform).forEach(problem -> report(problem, entry));
            }
        }
    }

    private void unknownMap(StepEntry entry) {
        Path path = entry.path().child("stepType");
        Optional<Sentence> refused = DataXTransformers.refused(entry.stepType());
        if (refused.isPresent()) {
            findings.error("S011", path, refused.get());
            return;
        }
        List<String> known = Arrays.stream(TransformType.values())
                .map(TransformType::stepType)
                .toList();
        String near = Nearest.of(entry.stepType(), known);
        findings.error("S011", path, Sentence.of("There is no processing step '{0}'", entry.stepType()), near);
    }

    private boolean isObject(StepEntry entry) {
        Path parameter = entry.parameterPath();
        if (document.find(parameter) != null && !(document.find(parameter) instanceof Node.ObjectNode)) {
            findings.error("S037", parameter, Sentence.of("'parameter' must be an object: { … }"));
            return false;
        }
        return true;
    }

    private void check(StepEntry entry, Side side) {
        Optional<StepDescription> step = catalog.step(entry.stepType(), side);
        if (step.isEmpty()) {
            unknownType(entry, side);
            return;
        }
        dataSources(entry, side, step.get());
        sameDataSource(entry);
        if (!isObject(entry)) {
            return;
        }
        Path parameter = entry.parameterPath();
        List<ConfigProblem> problems = step.get().check().apply(entry.parameter());
        problems.forEach(problem -> report(problem, entry));
        if (step.get().needsDataSource()
                && !namesDataSource(entry)
                && problems.stream().noneMatch(problem -> problem.path().endsWith("datasource"))) {
            findings.error("S030", parameter.child("datasource"), Sentence.of("'datasource' is required"));
        }
    }

    private static boolean namesDataSource(StepEntry entry) {
        return !new SyncTask.Step(entry.path(), entry.name(), entry.stepType(), entry.parameter())
                .dataSources()
                .isEmpty();
    }

    private void unknownType(StepEntry entry, Side side) {
        Side other = side == Side.READER ? Side.WRITER : Side.READER;
        Path path = entry.path().child("stepType");
        if (catalog.step(entry.stepType(), other).isPresent()) {
            findings.error("S011", path, Sentence.of("'{0}' cannot be used as {1}", entry.stepType(), side.category()));
            return;
        }
        List<String> known = catalog.steps().stream()
                .filter(step -> step.side() == side)
                .map(StepDescription::stepType)
                .toList();
        Sentence message = Sentence.of("There is no {0} for '{1}'", side.category(), entry.stepType());
        findings.error("S011", path, message, Nearest.of(entry.stepType(), known));
    }

    private void dataSources(StepEntry entry, Side side, StepDescription step) {
        Path parameter = entry.parameterPath();
        dataSource(parameter.child("datasource"), side, step);
        if (entry.parameter().entries().get("connection") instanceof ConfigValue.Array connections) {
            for (int i = 0; i < connections.items().size(); i++) {
                dataSource(parameter.child("connection").child(i).child("datasource"), side, step);
            }
        }
    }

    private void dataSource(Path path, Side side, StepDescription step) {
        String name = document.read(path)
                .filter(ConfigValue.Text.class::isInstance)
                .map(ConfigValue::toString)
                .orElse("");
        if (name.isBlank() || name.contains("${") || !step.needsDataSource()) {
            return;
        }
        Optional<String> type = catalog.dataSourceType(name);
        if (type.isEmpty()) {
            String near = Nearest.of(name, catalog.dataSources());
            findings.error("S020", path, Sentence.of("There is no data source named '{0}'", name), near);
        } else if (!step.answersTo(type.get()) && !means(step, type.get(), side)) {
            findings.error(
                    "S020",
                    path,
                    Sentence.of("The data source '{0}' is of type {1}, not {2}", name, type.get(), step.stepType()));
        }
    }

    private boolean means(StepDescription step, String type, Side side) {
        return catalog.step(type, side)
                .filter(other -> other.stepType().equals(step.stepType()))
                .isPresent();
    }

    private void sameDataSource(StepEntry entry) {
        Path parameter = entry.parameterPath();
        Path first = parameter.child("connection").child(0).child("datasource");
        Optional<ConfigValue> outer = document.read(parameter.child("datasource"));
        Optional<ConfigValue> inner = document.read(first);
        if (outer.isPresent() && inner.isPresent() && !outer.equals(inner)) {
            findings.warning(
                    "W107",
                    first,
                    Sentence.of("Differs from 'datasource' above; the one in 'connection' is used for reading"));
        }
    }

    private void report(ConfigProblem problem, StepEntry entry) {
        Path path = entry.parameterPath().resolve(ParameterPath.of(problem.path(), entry.parameter()));
        String name = lastName(path);
        switch (problem.kind()) {
            case MISSING -> findings.error("S030", path, problem.said());
            case UNKNOWN -> {
                if (!LEFTOVERS.contains(name)) {
                    findings.unknown(path, name, problem.suggestion());
                }
            }
            case WRONG_TYPE, OUT_OF_RANGE, NOT_A_CHOICE, DENIED, BAD_HOST, CONTRADICTION -> {
                String value = document.read(path).map(ConfigValue::toString).orElse("");
                if (!value.contains("${")) {
                    findings.error("S037", path, label(name, problem), problem.suggestion());
                }
            }
        }
    }

    private static Sentence label(String name, ConfigProblem problem) {
        boolean named = problem.message().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
        return named || name.isEmpty() ? problem.said() : Sentence.of("'{0}': {1}", name, problem.said());
    }

    private static String lastName(Path path) {
        return path.last().orElseThrow() instanceof Path.Name name ? name.name() : "";
    }
}

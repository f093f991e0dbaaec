package io.sluice.studio.ui.form;

import io.sluice.script.Parameters;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The edits a form makes. Each gives a document that differs only where its name says. */
final class ScriptEdits {
    private static final Path STEPS = Path.of("steps");

    private ScriptEdits() {}

    /**
     * Puts a value and keeps the way the script spells it: a number written as text stays a text, one name stays one
     * name though the parameter is a list. A parameter of the run can only be a text, so that it says nothing of how the
     * number in its place is to be spelled.
     *
     * @param value null to take the value away; a text that was there becomes blank, so that its comment stays
     */
    static ScriptDocument put(ScriptDocument document, Path path, @Nullable ConfigValue value) {
        ConfigValue before = document.read(path).orElse(null);
        if (value == null) {
            return switch (before) {
                case null -> document;
                case ConfigValue.Text ignored -> document.with(path, new ConfigValue.Text(""));
                case ConfigValue.Num ignored -> document.without(path);
                case ConfigValue.Bool ignored -> document.without(path);
                case ConfigValue.Null ignored -> document;
                case ConfigValue.Array ignored -> document.with(path, new ConfigValue.Array(List.of()));
                case ConfigValue.Obj ignored -> document.without(path);
            };
        }
        ConfigValue spelled = spelledLike(before, value);
        return spelled.equals(before) ? document : document.with(path, spelled);
    }

    private static ConfigValue spelledLike(@Nullable ConfigValue before, ConfigValue value) {
        if (before instanceof ConfigValue.Text(String former)) {
            boolean asked = !Parameters.names(former).isEmpty();
            return switch (value) {
                case ConfigValue.Num number -> asked ? number : new ConfigValue.Text(number.spelling());
                case ConfigValue.Bool flag -> asked ? flag : new ConfigValue.Text(flag.toString());
                case ConfigValue.Array list
                when list.items().size() == 1 && list.items().get(0) instanceof ConfigValue.Text ->
                    list.items().get(0);
                case ConfigValue.Array list -> list;
                case ConfigValue.Text text -> text;
                case ConfigValue.Null none -> none;
                case ConfigValue.Obj object -> object;
            };
        }
        return value;
    }

    /**
     * Makes the step of a side read or write another kind of system. Parameters that both kinds know stay, and so does
     * everything that the former kind did not know; what only the former kind knew goes.
     *
     * @param former what the step was, if it was of a known kind
     */
    static ScriptDocument choose(
            ScriptDocument document, StepDescription wanted, Optional<StepDescription> former, String dataSource) {
        Optional<SyncTask.Step> step =
                SyncTask.steps(document, wanted.side()).stream().findFirst();
        if (step.isEmpty()) {
            return added(document, wanted, dataSource);
        }
        Path parameter = step.get().parameterPath();
        ScriptDocument edited = document;
        if (!wanted.answersTo(step.get().stepType())) {
            edited = edited.with(step.get().path().child("stepType"), new ConfigValue.Text(wanted.stepType()));
            for (String name : obsolete(step.get(), wanted, former)) {
                edited = edited.without(parameter.child(name));
            }
        }
        if (wanted.needsDataSource()) {
            return put(edited, parameter.child("datasource"), new ConfigValue.Text(dataSource));
        }
        return edited.read(parameter).isPresent() ? edited : edited.with(parameter, ConfigValue.Obj.EMPTY);
    }

    /** The parameters that say something, and go when the step of a side is made another kind. */
    static List<String> lost(ScriptDocument document, StepDescription wanted, Optional<StepDescription> former) {
        return SyncTask.steps(document, wanted.side()).stream()
                .findFirst()
                .filter(step -> !wanted.answersTo(step.stepType()))
                .map(step -> obsolete(step, wanted, former).stream()
                        .filter(name -> !name.equals("datasource"))
                        .filter(name -> step.parameter()
                                .find(name)
                                .filter(ScriptEdits::says)
                                .isPresent())
                        .toList())
                .orElseGet(List::of);
    }

    private static boolean says(ConfigValue value) {
        return switch (value) {
            case ConfigValue.Text(String text) -> !text.isBlank();
            case ConfigValue.Array(List<ConfigValue> items) -> !items.isEmpty();
            case ConfigValue.Obj object -> !object.entries().isEmpty();
            case ConfigValue.Num ignored -> true;
            case ConfigValue.Bool ignored -> true;
            case ConfigValue.Null ignored -> false;
        };
    }

    private static List<String> obsolete(SyncTask.Step step, StepDescription wanted, Optional<StepDescription> former) {
        return step.parameter().entries().keySet().stream()
                .filter(name ->
                        former.flatMap(kind -> kind.parameters().field(name)).isPresent())
                .filter(name -> wanted.parameters().field(name).isEmpty() || differs(name, wanted, former))
                .toList();
    }

    private static boolean differs(String name, StepDescription wanted, Optional<StepDescription> former) {
        Class<?> before = former.flatMap(kind -> kind.parameters().field(name))
                .<Class<?>>map(field -> field.type().getClass())
                .orElse(null);
        Class<?> after = wanted.parameters()
                .field(name)
                .<Class<?>>map(field -> field.type().getClass())
                .orElse(null);
        return before != after;
    }

    private static ScriptDocument added(ScriptDocument document, StepDescription wanted, String dataSource) {
        ConfigValue.Obj parameter = ConfigValue.Obj.EMPTY;
        for (FieldSpec field : wanted.parameters().fields()) {
            if (field.name().equals("datasource") && wanted.needsDataSource()) {
                parameter = parameter.with("datasource", dataSource);
            }
        }
        ConfigValue.Obj step = ConfigValue.Obj.EMPTY
                .with("stepType", wanted.stepType())
                .with("name", freeName(document, wanted.side().stepName()))
                .with("category", wanted.side().category())
                .with("parameter", parameter);
        ScriptDocument framed = framed(document);
        int count = framed.read(STEPS).orElse(null) instanceof ConfigValue.Array steps
                ? steps.items().size()
                : 0;
        return framed.with(STEPS.child(count), step);
    }

    private static ScriptDocument framed(ScriptDocument document) {
        if (!document.text().isBlank()) {
            return document;
        }
        return document.with(Path.of("type"), new ConfigValue.Text("job"))
                .with(Path.of("version"), new ConfigValue.Text("2.0"));
    }

    static String freeName(ScriptDocument document, String wanted) {
        var taken = document.read(STEPS)
                .filter(ConfigValue.Array.class::isInstance)
                .map(ConfigValue.Array.class::cast)
                .map(steps -> steps.items().stream()
                        .map(step -> step instanceof ConfigValue.Obj object
                                ? object.find("name").map(ConfigValue::toString).orElse("")
                                : "")
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .orElseGet(java.util.Set::of);
        String name = wanted;
        for (int number = 2; taken.contains(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + number;
        }
        return name;
    }

    /** Where a parameter of a side's step stands; empty while the step is missing. */
    static Optional<Path> parameter(ScriptDocument document, Side side, String name) {
        return SyncTask.steps(document, side).stream()
                .findFirst()
                .map(step -> step.parameterPath().child(name));
    }
}

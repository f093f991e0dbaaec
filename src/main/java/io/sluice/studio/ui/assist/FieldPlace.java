package io.sluice.studio.ui.assist;

import io.sluice.script.Catalog;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.script.SyncTask;
import io.sluice.script.transform.TransformType;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.config.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place inside the parameters of a step.
 *
 * @param side null for a step between reader and writer
 * @param fields from {@code parameter} inwards; empty for {@code parameter} itself
 * @param type what stands there: an element of a list where the path leads to one
 */
record FieldPlace(Path path, SyncTask.Step step, @Nullable Side side, List<FieldSpec> fields, FieldType type) {
    private static final String PARAMETER = "parameter";

    FieldPlace {
        fields = List.copyOf(fields);
    }

    /** The innermost field; empty for {@code parameter} itself. */
    Optional<FieldSpec> field() {
        return fields.isEmpty() ? Optional.empty() : Optional.of(fields.getLast());
    }

    static Optional<FieldPlace> find(ScriptDocument document, Path path, Catalog catalog) {
        List<Path.Step> steps = path.steps();
        if (steps.size() < 3
                || !steps.getFirst().equals(new Path.Name("steps"))
                || !steps.get(2).equals(new Path.Name(PARAMETER))) {
            return Optional.empty();
        }
        Path at = new Path(steps.subList(0, 2));
        SyncTask.Step step = step(document, at);
        Side side = side(text(document, at.child("category")));
        return spec(step, side, catalog).flatMap(spec -> inside(path, step, side, spec));
    }

    private static @Nullable Side side(String category) {
        return switch (category.toLowerCase(Locale.ROOT)) {
            case "reader" -> Side.READER;
            case "writer" -> Side.WRITER;
            default -> null;
        };
    }

    private static SyncTask.Step step(ScriptDocument document, Path at) {
        ConfigValue.Obj parameter = document.read(at.child(PARAMETER)).orElse(null) instanceof ConfigValue.Obj values
                ? values
                : ConfigValue.Obj.EMPTY;
        return new SyncTask.Step(at, text(document, at.child("name")), text(document, at.child("stepType")), parameter);
    }

    private static String text(ScriptDocument document, Path path) {
        return document.read(path).orElse(null) instanceof ConfigValue.Text text ? text.value() : "";
    }

    private static Optional<? extends ConfigSpec<?>> spec(SyncTask.Step step, @Nullable Side side, Catalog catalog) {
        return side == null
                ? TransformType.of(step.stepType()).map(TransformType::parameters)
                : catalog.step(step.stepType(), side).map(StepDescription::parameters);
    }

    private static Optional<FieldPlace> inside(Path path, SyncTask.Step step, @Nullable Side side, ConfigSpec<?> spec) {
        FieldPlace place = new FieldPlace(path, step, side, List.of(), new FieldType.GroupType(spec));
        for (Path.Step next : path.steps().subList(3, path.steps().size())) {
            FieldPlace deeper = place.deeper(next);
            if (deeper == null) {
                return Optional.empty();
            }
            place = deeper;
        }
        return Optional.of(place);
    }

    private @Nullable FieldPlace deeper(Path.Step next) {
        FieldType element = type instanceof FieldType.ListType list ? list.element() : type;
        return switch (next) {
            case Path.Index ignored ->
                type instanceof FieldType.ListType ? new FieldPlace(path, step, side, fields, element) : null;
            case Path.Name name -> {
                FieldSpec field = element instanceof FieldType.GroupType group
                        ? group.spec().field(name.name()).orElse(null)
                        : null;
                yield field == null ? null : new FieldPlace(path, step, side, with(field), field.type());
            }
        };
    }

    private List<FieldSpec> with(FieldSpec field) {
        List<FieldSpec> longer = new java.util.ArrayList<>(fields);
        longer.add(field);
        return longer;
    }

    /** What the value is made of: the element where a list is expected and one value may stand for it. */
    FieldType single() {
        return type instanceof FieldType.ListType list ? list.element() : type;
    }

    /** The data source this place is about: that of the shard around it, else that of the step. */
    String dataSource() {
        return shard("datasource")
                .or(() -> text(step.parameter(), "datasource"))
                .orElse("");
    }

    private Optional<String> shard(String name) {
        List<Path.Step> steps = path.steps();
        if (steps.size() > 4
                && steps.get(3).equals(new Path.Name("connection"))
                && steps.get(4) instanceof Path.Index index
                && step.parameter().find("connection").orElse(null) instanceof ConfigValue.Array shards
                && index.index() < shards.items().size()
                && shards.items().get(index.index()) instanceof ConfigValue.Obj shard) {
            return text(shard, name);
        }
        return Optional.empty();
    }

    private static Optional<String> text(ConfigValue.Obj object, String name) {
        return object.find(name)
                .filter(ConfigValue.Text.class::isInstance)
                .map(ConfigValue::toString)
                .filter(text -> !text.isBlank());
    }
}

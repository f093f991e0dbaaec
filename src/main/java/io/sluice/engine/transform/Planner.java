package io.sluice.engine.transform;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.script.transform.Cast;
import io.sluice.script.transform.Digest;
import io.sluice.script.transform.FieldAssign;
import io.sluice.script.transform.Filter;
import io.sluice.script.transform.JsonParse;
import io.sluice.script.transform.Mask;
import io.sluice.script.transform.Overlay;
import io.sluice.script.transform.Pad;
import io.sluice.script.transform.Project;
import io.sluice.script.transform.StringReplace;
import io.sluice.script.transform.Substring;
import io.sluice.script.transform.Transform;
import io.sluice.script.transform.TypeText;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Turns the parameters of one step into stages, each planned on the columns that the one before leaves. */
final class Planner {
    private final ConversionRules rules;
    private final List<Stage> stages = new ArrayList<>();
    private Schema schema;

    Planner(Schema schema, ConversionRules rules) {
        this.schema = schema;
        this.rules = rules;
    }

    /** @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID when the step does not fit the columns */
    List<Stage> plan(Transform step) {
        switch (step) {
            case StringReplace replace -> replace.condition().forEach(this::replace);
            case Filter filter -> add(new Conditions(schema, rules).filter(filter));
            case Mask mask ->
                texts(mask.name(), mask.columnIndex(), LogicalType.Text.UNBOUNDED, false, () -> Masks.of(mask));
            case JsonParse json -> json(json);
            case FieldAssign assign -> assign.fields().forEach(this::assign);
            case Cast cast -> cast.fields().forEach(this::cast);
            case Substring part ->
                texts(part.name(), part.columnIndex(), type(part), false, () -> Texts.substring(part));
            case Pad pad ->
                texts(
                        pad.name(),
                        pad.columnIndex(),
                        new LogicalType.Text(pad.length()),
                        pad.nullAsEmpty(),
                        () -> Texts.pad(pad));
            case Overlay overlay ->
                texts(
                        overlay.name(),
                        overlay.columnIndex(),
                        LogicalType.Text.UNBOUNDED,
                        false,
                        () -> Texts.overlay(overlay));
            case Digest digest -> digest(digest);
            case Project project -> project(project);
        }
        return stages;
    }

    private void add(Stage stage) {
        stages.add(stage);
        schema = stage.output();
    }

    private static LogicalType.Text type(Substring part) {
        Integer length = part.length();
        return length == null ? LogicalType.Text.UNBOUNDED : new LogicalType.Text(length);
    }

    private void texts(
            List<String> names,
            List<Integer> indexes,
            LogicalType.Text type,
            boolean nullAsEmpty,
            Supplier<TextStep> step) {
        for (int column : Columns.find(schema, names, indexes)) {
            requireText(column);
            add(new TextStage(Columns.withType(schema, column, type), column, nullAsEmpty, step));
        }
    }

    /** Whatever is not text becomes text first, by the rules of conversions. */
    private void requireText(int column) {
        if (!(schema.column(column).type() instanceof LogicalType.Text)) {
            add(CastStage.of(schema, Columns.withType(schema, column, LogicalType.Text.UNBOUNDED), rules));
        }
    }

    private void replace(StringReplace.Rule rule) {
        int column = Columns.find(schema, rule.name(), rule.columnIndex());
        requireText(column);
        Schema replaced = Columns.withType(schema, column, LogicalType.Text.UNBOUNDED);
        add(new TextStage(replaced, column, false, () -> Texts.replace(rule)));
    }

    private void digest(Digest digest) {
        LogicalType type = new LogicalType.Text(Digests.length(digest));
        for (int column : Columns.find(schema, digest.name(), digest.columnIndex())) {
            if (!(schema.column(column).type() instanceof LogicalType.Binary)) {
                requireText(column);
            }
            Schema digested = Columns.withType(schema, column, type);
            add(new TextStage(digested, column, digest.nullAsEmpty(), () -> Digests.of(digest)));
        }
    }

    private void cast(Cast.Target target) {
        int column = Columns.find(schema, target.name(), target.columnIndex());
        String format = target.format();
        String zone = target.timeZone();
        ConversionRules own = zone == null ? rules : rules.withZone(ZoneId.of(zone));
        if (format != null) {
            own = new ConversionRules(own.zone(), format, format, format, List.of());
        }
        add(CastStage.of(schema, Columns.withType(schema, column, TypeText.parse(target.type())), own));
    }

    private void project(Project project) {
        List<Integer> chosen = Columns.find(schema, project.name(), project.columnIndex());
        layout(chosen, new Schema(chosen.stream().map(schema::column).toList()));
    }

    private void layout(List<Integer> chosen, Schema output) {
        add(new LayoutStage(output, chosen.stream().mapToInt(Integer::intValue).toArray()));
    }

    private void assign(FieldAssign.Assignment assignment) {
        String type = assignment.type();
        String from = assignment.from();
        if (from != null) {
            rename(Columns.named(schema, from), assignment.name());
        } else if (assignment.value() != null) {
            LogicalType constant = type == null ? LogicalType.Text.UNBOUNDED : TypeText.parse(type);
            Place place = place(assignment.name(), constant);
            var value = ConstantStage.value(assignment.value(), constant, rules);
            add(new ConstantStage(place.output, place.column, place.lent, value));
        } else if (assignment.expression() != null) {
            compute(assignment.name(), assignment.expression(), type == null ? null : TypeText.parse(type));
        }
    }

    private void rename(int column, String name) {
        Column old = schema.column(column);
        Column named = new Column(name, old.type(), old.nullable(), old.nativeType(), old.key());
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            all.add(i);
        }
        layout(all, Columns.with(schema, column, named));
    }

    private void compute(String name, String text, @org.jspecify.annotations.Nullable LogicalType type) {
        Expression expression = Expression.compile(text, schema);
        if (expression.isDynamic() && type == null) {
            throw Columns.invalid("'" + text + "' may give values of any type; give the 'type' of the column");
        }
        Place place = place(name, expression.type());
        add(new ExpressionStage(place.output, place.column, place.lent, expression));
        if (type != null && !type.equals(expression.type())) {
            add(CastStage.of(schema, Columns.withType(schema, place.column, type), rules));
        }
    }

    /** Where a column that is set stands. */
    private record Place(Schema output, int column, int[] lent) {}

    private Place place(String name, LogicalType type) {
        int there = Columns.position(schema, name);
        int column = there < 0 ? schema.size() : there;
        Schema output = there < 0
                ? Columns.and(schema, List.of(new Column(name, type)))
                : Columns.with(schema, there, new Column(name, type));
        return new Place(output, column, Columns.lentExcept(output.size(), column));
    }

    private void json(JsonParse json) {
        int column = Columns.find(schema, json.name(), json.columnIndex());
        if (!(schema.column(column).type() instanceof LogicalType.Json)) {
            requireText(column);
        }
        List<Column> added = json.fields().stream()
                .map(part -> new Column(part.name(), LogicalType.Text.UNBOUNDED))
                .toList();
        int first = schema.size();
        JsonParts parts =
                new JsonParts(json.fields().stream().map(JsonParse.Part::path).toList());
        int[] lent = new int[first + added.size()];
        java.util.Arrays.setAll(lent, i -> i < first ? i : -1);
        boolean all = json.whenMissing() == JsonParse.WhenMissing.DIRTY;
        add(new JsonStage(Columns.and(schema, added), column, first, lent, parts, all));
        for (int part = 0; part < added.size(); part++) {
            LogicalType type = TypeText.parse(json.fields().get(part).type());
            if (!type.equals(LogicalType.Text.UNBOUNDED)) {
                add(CastStage.of(schema, Columns.withType(schema, first + part, type), rules));
            }
        }
        if (!json.keep()) {
            List<Integer> rest = new ArrayList<>();
            for (int i = 0; i < schema.size(); i++) {
                if (i != column) {
                    rest.add(i);
                }
            }
            layout(rest, new Schema(rest.stream().map(schema::column).toList()));
        }
    }
}

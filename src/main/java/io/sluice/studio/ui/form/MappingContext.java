package io.sluice.studio.ui.form;

import io.sluice.engine.convert.ValueChoices;
import io.sluice.script.Catalog;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Setting;
import io.sluice.script.Side;
import io.sluice.script.StepDescription;
import io.sluice.script.SyncTask;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.config.FieldSpec;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside the script.
 *
 * @param source columns that the source has; null while they are not known
 * @param target columns that the target has; null while they are not known, empty when it takes any
 * @param choosing tells what a task wants done with values that do not fit
 * @param spare source rows that people added and no line uses
 */
record MappingContext(
        Catalog catalog,
        Choosing choosing,
        @Nullable List<Column> source,
        @Nullable List<Column> target,
        List<ConfigValue> spare) {
    MappingContext {
        spare = List.copyOf(spare);
    }

    /** What a reader and a writer want done with values that do not fit. */
    @FunctionalInterface
    interface Choosing {
        ValueChoices of(SyncTask.Step reader, SyncTask.Step writer);
    }

    /** Both sides of a task and what lies between them. */
    private record Ends(SyncTask.Step reader, SyncTask.Step writer, List<SyncTask.Step> maps, Setting setting) {}

    /** The mapping that a script describes; empty while reader or writer are missing. */
    Optional<Mapping> mapping(ScriptDocument document) {
        Optional<SyncTask.Step> reader =
                SyncTask.steps(document, Side.READER).stream().findFirst();
        Optional<SyncTask.Step> writer =
                SyncTask.steps(document, Side.WRITER).stream().findFirst();
        if (reader.isEmpty() || writer.isEmpty()) {
            return Optional.empty();
        }
        List<SyncTask.Step> maps = SyncTask.of(document).map(SyncTask::maps).orElseGet(() -> SyncTask.maps(document));
        return Optional.of(mapping(new Ends(reader.get(), writer.get(), maps, Setting.of(document))));
    }

    /** The left side: rows, the row of each arriving column, and its type behind the steps. */
    private record Left(List<SourceColumn> rows, int[] starts, List<@Nullable LogicalType> types, boolean star) {}

    private Mapping mapping(Ends ends) {
        Optional<ColumnStep> choice = ColumnStep.of(ends.maps());
        Mapping.Order order = choice.isPresent() ? Mapping.Order.CHOSEN : order(ends);
        Left left = choice.map(step -> left(ends, step)).orElseGet(() -> left(ends, order));
        Optional<StepDescription> writer = catalog.step(ends.writer().stepType(), Side.WRITER);
        TargetShape shape = TargetShape.of(writer);
        List<ColumnEntry> written = listed(ends.writer(), shape.parameter(), writer);
        boolean star = shape == TargetShape.TABLE && written.stream().anyMatch(MappingContext::isStar);
        TargetList rights = rights(shape, written, names(left.rows(), left.starts()));
        return new Mapping(
                left.rows(),
                rights.rows(),
                lines(left, rights, fits(ends)),
                ReaderSpelling.of(catalog.step(ends.reader().stepType(), Side.READER)),
                shape,
                order,
                new Mapping.Stars(left.star(), star),
                choice.map(ColumnStep::list)
                        .orElseGet(() -> ends.reader().parameterPath().child("column")),
                ends.writer().parameterPath().child(shape.parameter()));
    }

    private Fits fits(Ends ends) {
        return new Fits(Fits.rules(ends.setting()), choosing.of(ends.reader(), ends.writer()));
    }

    private Left left(Ends ends, Mapping.Order order) {
        Optional<StepDescription> description = catalog.step(ends.reader().stepType(), Side.READER);
        boolean query = order == Mapping.Order.QUERY;
        SourceList list = new SourceList(
                query ? ReaderSpelling.SQL : ReaderSpelling.of(description), source, namesFields(ends.reader()));
        List<ColumnEntry> named = listed(ends.reader(), "column", description);
        int[] starts = list.take(query ? list.all() : expanded(named, list.all()));
        if (order == Mapping.Order.FREE) {
            list.take(spare.stream().map(value -> new ColumnEntry(value, -1)).toList());
        }
        List<SourceColumn> rows = list.rows();
        boolean star = !query && named.stream().anyMatch(MappingContext::isStar);
        if (order == Mapping.Order.PROCESSING) {
            List<SourceColumn> after = processed(ends, rows, starts);
            return new Left(after, IntStream.range(0, after.size()).toArray(), types(after), star);
        }
        return new Left(rows, starts, types(ends, rows, starts), star);
    }

    /** All columns that reach a step, of which it lets those through that its list names. */
    private Left left(Ends ends, ColumnStep step) {
        Ends before = new Ends(ends.reader(), ends.writer(), step.before(), ends.setting());
        Left arriving = left(before, order(before));
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < arriving.starts().length; i++) {
            SourceColumn row = arriving.rows().get(arriving.starts()[i]);
            columns.add(column(row, arriving.types().get(i)));
        }
        SourceList list = new SourceList(ReaderSpelling.SQL, columns, false);
        int[] starts = list.take(entries(step.names()));
        List<SourceColumn> rows = new ArrayList<>(list.rows());
        for (int i = 0; i < columns.size(); i++) {
            SourceColumn known = arriving.rows().get(arriving.starts()[i]);
            if (Objects.equals(known.type(), arriving.types().get(i))) {
                rows.set(i, rows.get(i).withType(known.type(), known.typeText()));
            }
        }
        Ends behind = new Ends(ends.reader(), ends.writer(), step.behind(), ends.setting());
        return new Left(rows, starts, types(behind, rows, starts), false);
    }

    private static List<Line> lines(Left left, TargetList rights, Fits fits) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(left.starts().length, rights.taken().length); i++) {
            int start = left.starts()[i];
            int end = rights.taken()[i];
            lines.add(fits.line(
                    start,
                    end,
                    left.rows().get(start),
                    left.types().get(i),
                    rights.rows().get(end)));
        }
        return lines;
    }

    private static Mapping.Order order(Ends ends) {
        if (ProcessedColumns.change(ends.maps())) {
            return Mapping.Order.PROCESSING;
        }
        return ReaderSpelling.asksByQuery(ends.reader()) ? Mapping.Order.QUERY : Mapping.Order.FREE;
    }

    private TargetList rights(TargetShape shape, List<ColumnEntry> written, List<String> arriving) {
        return switch (shape) {
            case TABLE -> {
                List<Column> columns = target == null ? List.of() : target;
                List<ColumnEntry> all = columns.stream()
                        .map(column -> new ColumnEntry(new ConfigValue.Text(column.name()), -1))
                        .toList();
                List<ColumnEntry> known = target == null
                        ? written.stream().filter(entry -> !isStar(entry)).toList()
                        : expanded(written, all);
                yield TargetList.table(known, target);
            }
            case HEADER, ANY -> TargetList.places(written, arriving);
        };
    }

    private static List<String> names(List<SourceColumn> sources, int[] starts) {
        return Arrays.stream(starts)
                .mapToObj(start -> sources.get(start).name())
                .toList();
    }

    /** The types of arriving values after the steps between; unknown where the engine cannot tell. */
    private List<@Nullable LogicalType> types(Ends ends, List<SourceColumn> sources, int[] starts) {
        List<@Nullable LogicalType> plain = new ArrayList<>();
        for (int start : starts) {
            plain.add(sources.get(start).type());
        }
        Optional<List<Column>> left = ends.maps().isEmpty()
                ? Optional.empty()
                : ProcessedColumns.of(ends.maps(), arriving(sources, starts), Fits.rules(ends.setting()));
        if (left.isEmpty() || left.get().size() != plain.size()) {
            return plain;
        }
        List<@Nullable LogicalType> after = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            after.add(plain.get(i) == null ? null : left.get().get(i).type());
        }
        return after;
    }

    private static List<@Nullable LogicalType> types(List<SourceColumn> sources) {
        List<@Nullable LogicalType> types = new ArrayList<>();
        sources.forEach(source -> types.add(source.type()));
        return types;
    }

    private static List<Column> arriving(List<SourceColumn> sources, int[] starts) {
        List<Column> columns = new ArrayList<>();
        for (int start : starts) {
            SourceColumn row = sources.get(start);
            columns.add(column(row, row.type()));
        }
        return columns;
    }

    private static Column column(SourceColumn row, @Nullable LogicalType type) {
        return new Column(row.name(), type == null ? LogicalType.Text.UNBOUNDED : type, row.mayBeNull(), "", row.key());
    }

    private List<SourceColumn> processed(Ends ends, List<SourceColumn> sources, int[] starts) {
        List<Column> before = arriving(sources, starts);
        List<Column> after = ProcessedColumns.of(ends.maps(), before, Fits.rules(ends.setting()))
                .orElse(List.of());
        SourceList rows = new SourceList(ReaderSpelling.SQL, after, false);
        return rows.rows();
    }

    private static boolean namesFields(SyncTask.Step reader) {
        List<ColumnEntry> entries = entries(reader.parameter().find("column"));
        boolean numbered = entries.stream()
                .anyMatch(entry -> entry.value() instanceof ConfigValue.Obj field
                        && field.entries().containsKey("index"));
        boolean header = reader.parameter()
                .find("skipHeader")
                .filter(value -> Values.brief(value).equalsIgnoreCase("true"))
                .isPresent();
        return header && !numbered;
    }

    /** What a step names; the star that it means when it names nothing. @param list the parameter that names columns */
    private static List<ColumnEntry> listed(SyncTask.Step step, String list, Optional<StepDescription> description) {
        Optional<ConfigValue> given = step.parameter().find(list).filter(value -> !(value instanceof ConfigValue.Null));
        boolean allByDefault = description
                .flatMap(known -> known.parameters().field(list))
                .map(FieldSpec::byDefault)
                .filter("*"::equals)
                .isPresent();
        return given.isEmpty() && allByDefault
                ? List.of(new ColumnEntry(new ConfigValue.Text("*"), -1))
                : entries(given);
    }

    private static List<ColumnEntry> entries(Optional<ConfigValue> list) {
        List<ConfigValue> items = switch (list.orElse(new ConfigValue.Null())) {
            case ConfigValue.Array array -> array.items();
            case ConfigValue.Null ignored -> List.of();
            case ConfigValue.Text text -> text.value().isEmpty() ? List.of() : List.of(text);
            case ConfigValue.Obj object -> List.of(object);
            case ConfigValue.Num number -> List.of(number);
            case ConfigValue.Bool word -> List.of(word);
        };
        List<ColumnEntry> entries = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            entries.add(new ColumnEntry(items.get(i), i));
        }
        return entries;
    }

    /** Entries in which a star is replaced by what it stands for, as far as that is known. */
    private static List<ColumnEntry> expanded(List<ColumnEntry> entries, List<ColumnEntry> all) {
        return all.isEmpty()
                ? entries
                : entries.stream()
                        .flatMap(entry -> isStar(entry) ? all.stream() : Stream.of(entry))
                        .toList();
    }

    private static boolean isStar(ColumnEntry entry) {
        return switch (entry.value()) {
            case ConfigValue.Text text -> text.value().strip().equals("*");
            case ConfigValue.Obj field ->
                field.find("name").filter(new ConfigValue.Text("*")::equals).isPresent();
            case ConfigValue.Array ignored -> false;
            case ConfigValue.Num ignored -> false;
            case ConfigValue.Bool ignored -> false;
            case ConfigValue.Null ignored -> false;
        };
    }
}

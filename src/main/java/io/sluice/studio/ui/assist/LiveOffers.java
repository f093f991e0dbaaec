package io.sluice.studio.ui.assist;

import io.sluice.datasource.LiveCatalog;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.studio.ui.assist.Suggestions.Item;
import io.sluice.studio.ui.assist.Suggestions.Kind;
import io.sluice.workspace.Member;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tables and columns of live data sources as choices. */
final class LiveOffers {
    private static final int MOST = 50;
    private static final int MOST_SCHEMAS = 20;

    private final LiveCatalog catalog;
    private final StatementAssistant statements;

    LiveOffers(LiveCatalog catalog) {
        this.catalog = catalog;
        this.statements = new StatementAssistant(catalog);
    }

    /**
     * Tables whose name contains what is typed; what stands before a dot is their schema. Without one, schemas are
     * offered too.
     */
    CompletableFuture<Suggestions> tables(Member member, String dataSource, Offer offer) {
        if (dataSource.isEmpty()) {
            return CompletableFuture.completedFuture(Suggestions.NONE);
        }
        SchemaName typed = SchemaName.before(offer.plainTyped());
        String part = typed.rest();
        CompletableFuture<Suggestions> tables = Asked.then(
                catalog.tables(member, dataSource, new TableQuery(typed.schema(), part, MOST)),
                answer -> switch (answer) {
                    case Answer.Known<TableList>(TableList list, var readAt) ->
                        offer.values(
                                list.tables().stream()
                                        .map(table -> item(table, offer))
                                        .toList(),
                                true,
                                "");
                    case Answer.Unknown<TableList>(String reason) -> offer.values(List.of(), true, reason);
                });
        return !typed.schema().isEmpty()
                ? tables
                : Asked.then(
                        Asked.all(List.of(schemas(member, dataSource, part, offer), tables)),
                        both -> both.getLast().behind(both.getFirst().items()));
    }

    /** Where there is only one schema, plain names mean it. */
    private CompletableFuture<Suggestions> schemas(Member member, String dataSource, String part, Offer offer) {
        return Asked.then(catalog.schemas(member, dataSource), answer -> {
            List<String> names =
                    answer instanceof Answer.Known<List<String>>(List<String> all, var readAt) && all.size() > 1
                            ? all
                            : List.of();
            return offer.values(
                    names.stream()
                            .filter(name -> name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)))
                            .limit(MOST_SCHEMAS)
                            .map(name -> offer.value(Kind.SCHEMA, name + ".", "", "", false))
                            .toList(),
                    true,
                    "");
        });
    }

    private static Item item(TableEntry table, Offer offer) {
        return offer.value(table.view() ? Kind.VIEW : Kind.TABLE, table.name(), rows(table), table.comment(), false);
    }

    /** How many rows it has, about; empty when nobody knows. */
    static String rows(TableEntry table) {
        return table.rows() < 0
                ? ""
                : "≈ " + NumberFormat.getIntegerInstance(Locale.ROOT).format(table.rows());
    }

    /** The columns a step could read or write. @param used those that are listed already, which stand last */
    CompletableFuture<Suggestions> columns(Member member, FieldPlace place, Set<String> used, Offer offer) {
        Side side = place.side();
        if (side == null) {
            return CompletableFuture.completedFuture(Suggestions.NONE);
        }
        return Asked.then(catalog.columns(member, place.step(), side), answer -> switch (answer) {
            case Answer.Known<List<Column>>(List<Column> columns, var readAt) ->
                offer.values(
                        columns.stream()
                                .map(column -> offer.value(
                                        kind(column),
                                        column.name(),
                                        detail(column),
                                        column.comment(),
                                        used.contains(column.name())))
                                .toList(),
                        false,
                        "");
            case Answer.Unknown<List<Column>>(String reason) -> offer.values(List.of(), false, reason);
        });
    }

    private static Kind kind(Column column) {
        return column.key() ? Kind.KEY : Kind.COLUMN;
    }

    private static String detail(Column column) {
        return column.nativeType();
    }

    /** Words of a filter or a statement, which is the value that the caret stands in. */
    CompletableFuture<Suggestions> words(Member member, FieldPlace place, Map<String, String> values, Offer offer) {
        boolean condition =
                place.field().filter(field -> field.name().equals("where")).isPresent();
        var target = new StatementAssistant.Target(place.step(), place.side(), place.dataSource(), condition, values);
        return Asked.then(
                statements.suggest(member, target, offer.plainValue(), offer.plainCaret()),
                found -> offer.words(
                        found.word(),
                        found.items().stream().map(LiveOffers::inside).toList(),
                        found.more(),
                        found.message()));
    }

    private static Item inside(Item item) {
        return new Item(
                item.kind(),
                item.label(),
                item.detail(),
                item.about(),
                Offer.inside(item.insert()),
                Offer.inside(item.filter()),
                item.last());
    }

    /** The first table that a step names; empty when it names none. */
    static String firstTable(SyncTask.Step step) {
        ConfigValue.Obj parameter = step.parameter();
        ConfigValue own = parameter.find("table").orElse(null);
        ConfigValue shard = parameter.find("connection").orElse(null) instanceof ConfigValue.Array list
                        && !list.items().isEmpty()
                        && list.items().getFirst() instanceof ConfigValue.Obj first
                ? first.find("table").orElse(null)
                : null;
        return name(own).or(() -> name(shard)).orElse("");
    }

    private static Optional<String> name(@Nullable ConfigValue table) {
        ConfigValue first =
                table instanceof ConfigValue.Array list && !list.items().isEmpty()
                        ? list.items().getFirst()
                        : table;
        return first instanceof ConfigValue.Text(String name) && !name.isBlank() ? Optional.of(name) : Optional.empty();
    }
}

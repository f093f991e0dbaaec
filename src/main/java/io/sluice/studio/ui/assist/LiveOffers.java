package io.sluice.studio.ui.assist;

import io.sluice.datasource.LiveCatalog;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.Side;
import io.sluice.spi.Discovery.TableDescription;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.data.Column;
import io.sluice.studio.ui.assist.Suggestions.Item;
import io.sluice.studio.ui.assist.Suggestions.Kind;
import io.sluice.workspace.Member;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tables and columns of live data sources as choices. */
final class LiveOffers {
    private static final int MOST = 50;
    private static final Pattern FROM =
            Pattern.compile("\\b(?:from|join)\\s+([\\p{L}\\p{N}_$.`]+|\\\\\"[^\"]+\\\\\")", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE_EXPECTED =
            Pattern.compile("\\b(?:from|join|into|update|table)\\s+$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PLAIN_LOWER = Pattern.compile("[a-z_][a-z0-9_]*");

    private final LiveCatalog catalog;

    LiveOffers(LiveCatalog catalog) {
        this.catalog = catalog;
    }

    /** Tables whose name contains what is typed; what stands before a dot is their schema. */
    CompletableFuture<Suggestions> tables(Member member, String dataSource, Offer offer) {
        if (dataSource.isEmpty()) {
            return CompletableFuture.completedFuture(Suggestions.NONE);
        }
        String typed = offer.typed();
        int dot = typed.lastIndexOf('.');
        String schema = dot < 0 ? "" : typed.substring(0, dot).replaceAll("[\"`\\\\]", "");
        TableQuery query = new TableQuery(schema, typed.substring(dot + 1), MOST);
        return then(catalog.tables(member, dataSource, query), answer -> switch (answer) {
            case Answer.Known<TableList>(TableList list, var readAt) ->
                offer.values(
                        list.tables().stream().map(table -> item(table, offer)).toList(), true, "");
            case Answer.Unknown<TableList>(String reason) -> offer.values(List.of(), true, reason);
        });
    }

    private static Item item(TableEntry table, Offer offer) {
        String rows = table.rows() < 0
                ? ""
                : "≈ " + NumberFormat.getIntegerInstance(Locale.ROOT).format(table.rows());
        return offer.value(table.view() ? Kind.VIEW : Kind.TABLE, table.name(), rows, table.comment(), false);
    }

    /** The columns a step could read or write. @param used those that are listed already, which stand last */
    CompletableFuture<Suggestions> columns(Member member, FieldPlace place, Set<String> used, Offer offer) {
        Side side = place.side();
        if (side == null) {
            return CompletableFuture.completedFuture(Suggestions.NONE);
        }
        return then(catalog.columns(member, place.step(), side), answer -> switch (answer) {
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

    /** Words of a filter or a statement: columns of its table, and tables where one is expected. */
    CompletableFuture<Suggestions> words(Member member, FieldPlace place, Offer offer) {
        String before = offer.typed();
        String typed = offer.text().substring(offer.wordStart(), offer.caret());
        String dataSource = place.dataSource();
        if (dataSource.isEmpty()) {
            return CompletableFuture.completedFuture(Suggestions.NONE);
        }
        boolean mysql = place.step().stepType().matches("(?i)mysql|mariadb");
        if (TABLE_EXPECTED
                .matcher(before.substring(0, before.length() - typed.length()))
                .find()) {
            return then(
                    catalog.tables(member, dataSource, new TableQuery("", typed, MOST)),
                    answer -> tableWords(answer, offer));
        }
        String value =
                offer.text().substring(offer.token().start(), offer.token().end());
        Matcher from = FROM.matcher(value);
        if (from.find()) {
            String table = from.group(1).replace("\\\"", "\"");
            return then(catalog.table(member, dataSource, table), answer -> switch (answer) {
                case Answer.Known<TableDescription>(TableDescription found, var readAt) ->
                    columnWords(found.columns(), mysql, offer);
                case Answer.Unknown<TableDescription>(String reason) -> offer.words(List.of(), false, reason);
            });
        }
        Side side = place.side();
        boolean filter =
                place.field().filter(field -> field.name().equals("where")).isPresent();
        if (!filter || side == null) {
            return CompletableFuture.completedFuture(Suggestions.NONE);
        }
        return then(catalog.columns(member, place.step(), side), answer -> switch (answer) {
            case Answer.Known<List<Column>>(List<Column> columns, var readAt) -> columnWords(columns, mysql, offer);
            case Answer.Unknown<List<Column>>(String reason) -> offer.words(List.of(), false, reason);
        });
    }

    private static Suggestions tableWords(Answer<TableList> answer, Offer offer) {
        return switch (answer) {
            case Answer.Known<TableList>(TableList list, var readAt) ->
                offer.words(
                        list.tables().stream()
                                .map(table -> new Item(
                                        table.view() ? Kind.VIEW : Kind.TABLE,
                                        table.name(),
                                        "",
                                        table.comment(),
                                        Offer.inside(table.name()),
                                        table.name(),
                                        false))
                                .toList(),
                        true,
                        "");
            case Answer.Unknown<TableList>(String reason) -> offer.words(List.of(), true, reason);
        };
    }

    private static Suggestions columnWords(List<Column> columns, boolean mysql, Offer offer) {
        List<Item> items = new ArrayList<>();
        for (Column column : columns) {
            String sql = sql(column.name(), mysql);
            items.add(new Item(
                    kind(column),
                    column.name(),
                    detail(column),
                    column.comment(),
                    Offer.inside(sql),
                    column.name(),
                    false));
        }
        return offer.words(items, false, "");
    }

    /** Quoted where the system would read another name. */
    private static String sql(String name, boolean mysql) {
        if (mysql) {
            return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
        }
        return PLAIN_LOWER.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Cancelling the answer cancels the question. */
    private static <T> CompletableFuture<Suggestions> then(
            CompletableFuture<Answer<T>> asked, Function<Answer<T>, Suggestions> made) {
        CompletableFuture<Suggestions> found = asked.thenApply(made);
        found.whenComplete((suggestions, failure) -> {
            if (found.isCancelled()) {
                asked.cancel(true);
            }
        });
        return found;
    }
}

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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * Words of a filter or a statement: columns of its table, and tables where one is expected; nothing inside a text
     * of the statement.
     */
    CompletableFuture<Suggestions> words(Member member, FieldPlace place, Offer offer) {
        String dataSource = place.dataSource();
        if (dataSource.isEmpty()) {
            return CompletableFuture.completedFuture(Suggestions.NONE);
        }
        String word = offer.text().substring(offer.wordStart(), offer.caret());
        String before = offer.typed().substring(0, offer.typed().length() - word.length());
        if (before.chars().filter(sign -> sign == '\'').count() % 2 == 1) {
            return CompletableFuture.completedFuture(Suggestions.NONE);
        }
        if (TABLE_EXPECTED.matcher(before).find()) {
            TableQuery query = new TableQuery("", word, MOST);
            return then(catalog.tables(member, dataSource, query), answer -> tableWords(answer, offer));
        }
        return columnsAt(member, place, offer)
                .map(asked -> then(asked, answer -> columnWords(answer, isMysql(place), offer)))
                .orElseGet(() -> CompletableFuture.completedFuture(Suggestions.NONE));
    }

    private static boolean isMysql(FieldPlace place) {
        return place.step().stepType().matches("(?i)mysql|mariadb");
    }

    /** Those of the table that the statement names first; of the step's own for a filter. */
    private Optional<CompletableFuture<Answer<List<Column>>>> columnsAt(Member member, FieldPlace place, Offer offer) {
        String value =
                offer.text().substring(offer.token().start(), offer.token().end());
        Matcher from = FROM.matcher(value);
        if (from.find()) {
            String table = from.group(1).replace("\\\"", "\"");
            return Optional.of(columnsOf(catalog.table(member, place.dataSource(), table)));
        }
        boolean filter =
                place.field().filter(field -> field.name().equals("where")).isPresent();
        return Optional.ofNullable(filter ? place.side() : null)
                .map(side -> catalog.columns(member, place.step(), side));
    }

    private static CompletableFuture<Answer<List<Column>>> columnsOf(
            CompletableFuture<Answer<TableDescription>> asked) {
        CompletableFuture<Answer<List<Column>>> columns = asked.thenApply(answer -> switch (answer) {
            case Answer.Known<TableDescription>(TableDescription found, Instant readAt) ->
                new Answer.Known<>(found.columns(), readAt);
            case Answer.Unknown<TableDescription>(String reason) -> new Answer.Unknown<>(reason);
        });
        return cancelling(columns, asked);
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

    private static Suggestions columnWords(Answer<List<Column>> answer, boolean mysql, Offer offer) {
        return switch (answer) {
            case Answer.Known<List<Column>>(List<Column> columns, var readAt) ->
                offer.words(
                        columns.stream()
                                .map(column -> new Item(
                                        kind(column),
                                        column.name(),
                                        detail(column),
                                        column.comment(),
                                        Offer.inside(sql(column.name(), mysql)),
                                        column.name(),
                                        false))
                                .toList(),
                        false,
                        "");
            case Answer.Unknown<List<Column>>(String reason) -> offer.words(List.of(), false, reason);
        };
    }

    /** Quoted where the system would read another name. */
    private static String sql(String name, boolean mysql) {
        if (mysql) {
            return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
        }
        return PLAIN_LOWER.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static <T> CompletableFuture<Suggestions> then(
            CompletableFuture<Answer<T>> asked, Function<Answer<T>, Suggestions> made) {
        return cancelling(asked.thenApply(made), asked);
    }

    /** Cancelling what is made of an answer cancels the question. */
    private static <T> CompletableFuture<T> cancelling(CompletableFuture<T> made, CompletableFuture<?> asked) {
        made.whenComplete((found, failure) -> {
            if (made.isCancelled()) {
                asked.cancel(true);
            }
        });
        return made;
    }
}

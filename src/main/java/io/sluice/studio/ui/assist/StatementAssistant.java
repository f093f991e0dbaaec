package io.sluice.studio.ui.assist;

import io.sluice.datasource.LiveCatalog;
import io.sluice.datasource.LiveCatalog.Answer;
import io.sluice.script.Parameters;
import io.sluice.script.ScriptDocument;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.Discovery.TableDescription;
import io.sluice.spi.Discovery.TableEntry;
import io.sluice.spi.Discovery.TableList;
import io.sluice.spi.Discovery.TableQuery;
import io.sluice.spi.data.Column;
import io.sluice.studio.ui.assist.SqlPlace.TableUse;
import io.sluice.studio.ui.assist.Suggestions.Item;
import io.sluice.studio.ui.assist.Suggestions.Kind;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what may come in a statement or condition: columns of its tables, and tables where one is expected. */
public final class StatementAssistant {
    private static final int MOST = 50;
    private static final int MOST_TABLES = 4;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern PLAIN_LOWER = Pattern.compile("[a-z_][a-z0-9_]*");

    private final LiveCatalog catalog;

    public StatementAssistant(LiveCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Where a statement is run.
     *
     * @param condition whether it is a condition on what the step itself reads or writes
     * @param values of parameters, which names may hold
     */
    public record Target(
            SyncTask.Step step, @Nullable Side side, String dataSource, boolean condition, Map<String, String> values) {
        public Target {
            values = Map.copyOf(values);
        }

        boolean mysql() {
            return step.stepType().matches("(?i)mysql|mariadb");
        }
    }

    /**
     * What may stand at the caret.
     *
     * @param items whose inserted texts are SQL
     * @param start of the word that a choice replaces
     * @param word what is typed of it before the caret
     * @param more whether typing on may find others
     * @param message why there are none; empty when there is nothing to say
     */
    public record Found(List<Item> items, int start, String word, boolean more, String message) {
        public Found {
            items = List.copyOf(items);
        }

        /** Those that contain what is typed, those that begin with it first; none when it is one of them already. */
        List<Item> matching() {
            String typed = SqlPlace.unquoted(word).toLowerCase(Locale.ROOT);
            List<Item> matching = items.stream()
                    .filter(item -> plain(item).contains(typed))
                    .sorted(Comparator.comparing(item -> !plain(item).startsWith(typed)))
                    .limit(MOST)
                    .toList();
            boolean complete =
                    matching.size() == 1 && matching.getFirst().insert().equals(word);
            return complete ? List.of() : matching;
        }

        private static String plain(Item item) {
            return SqlPlace.unquoted(item.filter()).toLowerCase(Locale.ROOT);
        }

        /** The same in a longer text that begins with so many other characters. */
        Found behind(int characters) {
            return new Found(items, start + characters, word, more, message);
        }
    }

    /** As {@link #suggest}; behind the sign of a parameter, the parameters of a script. */
    public CompletableFuture<Found> suggest(
            Member member, Target target, ScriptDocument script, String statement, int caret) {
        int sign = statement.lastIndexOf("${", caret);
        if (sign >= 0 && sign + 1 < caret && statement.substring(sign, caret).indexOf('}') < 0) {
            List<Item> items =
                    ParameterNames.of(script).stream().map(ParameterNames::item).toList();
            String word = statement.substring(sign, caret);
            return CompletableFuture.completedFuture(new Found(items, sign, word, false, ""));
        }
        return suggest(member, target, statement, caret);
    }

    /** Never waits; cancelling the answer cancels what it asks for. */
    CompletableFuture<Found> suggest(Member member, Target target, String statement, int caret) {
        SqlPlace place = SqlPlace.at(statement, caret, target.mysql());
        if (target.dataSource().isEmpty()) {
            return CompletableFuture.completedFuture(found(List.of(), place, false, ""));
        }
        return switch (place.expected()) {
            case NOTHING -> CompletableFuture.completedFuture(found(List.of(), place, false, ""));
            case TABLES -> tables(member, target, place);
            case COLUMNS -> columns(member, target, place);
        };
    }

    /** What is known where nobody can be asked. */
    public static Found nothing(int caret) {
        return new Found(List.of(), caret, "", false, "");
    }

    private static Found found(List<Item> items, SqlPlace place, boolean more, String message) {
        return new Found(items, place.start(), place.word(), more, message);
    }

    private CompletableFuture<Found> tables(Member member, Target target, SqlPlace place) {
        String part = SqlPlace.unquoted(place.word());
        String schema = Parameters.apply(SqlPlace.unquoted(place.qualifier()), target.values());
        return Asked.then(
                catalog.tables(member, target.dataSource(), new TableQuery(schema, part, MOST)),
                answer -> switch (answer) {
                    case Answer.Known<TableList>(TableList list, var readAt) ->
                        found(
                                list.tables().stream()
                                        .map(table -> item(table, place))
                                        .toList(),
                                place,
                                true,
                                "");
                    case Answer.Unknown<TableList>(String reason) -> found(List.of(), place, true, reason);
                });
    }

    /** Behind the dot of a schema only the table's own name is wanted. */
    private static Item item(TableEntry table, SqlPlace place) {
        boolean own = !place.qualifier().isEmpty()
                && PLAIN.matcher(SqlPlace.last(table.name())).matches();
        String insert = own ? SqlPlace.last(table.name()) : table.name();
        return new Item(
                table.view() ? Kind.VIEW : Kind.TABLE,
                insert,
                LiveOffers.rows(table),
                table.comment(),
                insert,
                quotes(place) ? insert : SqlPlace.unquoted(insert),
                false);
    }

    private static boolean quotes(SqlPlace place) {
        return place.word().startsWith("\"") || place.word().startsWith("`");
    }

    private CompletableFuture<Found> columns(Member member, Target target, SqlPlace place) {
        return Asked.then(Asked.all(questions(member, target, place)), answers -> {
            List<Item> items = new ArrayList<>();
            String message = "";
            for (Answer<Listed> answer : answers) {
                switch (answer) {
                    case Answer.Known<Listed>(Listed listed, var readAt) ->
                        listed.columns().forEach(column -> items.add(item(column, listed.of(), target, place)));
                    case Answer.Unknown<Listed>(String reason) -> message = reason;
                }
            }
            return found(items, place, false, items.isEmpty() ? message : "");
        });
    }

    /** @param of the table, where a statement has several */
    private record Listed(String of, List<Column> columns) {}

    private List<CompletableFuture<Answer<Listed>>> questions(Member member, Target target, SqlPlace place) {
        List<CompletableFuture<Answer<Listed>>> questions = new ArrayList<>();
        List<TableUse> uses = place.qualifier().isEmpty()
                ? place.uses()
                : place.use().map(List::of).orElse(List.of());
        Side side = target.side();
        if (side != null
                && target.condition()
                && (place.qualifier().isEmpty() || uses.isEmpty() && names(target, place))) {
            questions.add(Asked.then(catalog.columns(member, target.step(), side), answer -> listed("", answer)));
        }
        boolean several = uses.size() + questions.size() > 1;
        for (TableUse use : uses.subList(0, Math.min(MOST_TABLES, uses.size()))) {
            String name = Parameters.apply(use.name(), target.values());
            String shown = several ? use.alias().isEmpty() ? use.name() : use.alias() : "";
            questions.add(
                    Asked.then(catalog.table(member, target.dataSource(), name), answer -> ofTable(shown, answer)));
        }
        return questions;
    }

    /** Whether a column of the step's own table is qualified by its name. */
    private static boolean names(Target target, SqlPlace place) {
        String table = LiveOffers.firstTable(target.step());
        return new TableUse(table, "").answersTo(place.qualifier());
    }

    private static Answer<Listed> listed(String of, Answer<List<Column>> answer) {
        return switch (answer) {
            case Answer.Known<List<Column>>(List<Column> columns, var at) ->
                new Answer.Known<>(new Listed(of, columns), at);
            case Answer.Unknown<List<Column>>(String reason) -> new Answer.Unknown<>(reason);
        };
    }

    private static Answer<Listed> ofTable(String of, Answer<TableDescription> answer) {
        return switch (answer) {
            case Answer.Known<TableDescription>(TableDescription table, var at) ->
                new Answer.Known<>(new Listed(of, table.columns()), at);
            case Answer.Unknown<TableDescription>(String reason) -> new Answer.Unknown<>(reason);
        };
    }

    private static Item item(Column column, String of, Target target, SqlPlace place) {
        String insert = sql(column.name(), target.mysql());
        String detail = of.isEmpty() ? column.nativeType() : column.nativeType() + " · " + of;
        return new Item(
                column.key() ? Kind.KEY : Kind.COLUMN,
                column.name(),
                detail,
                column.comment(),
                insert,
                quotes(place) ? insert : column.name(),
                false);
    }

    /** Quoted where the system would read another name. */
    private static String sql(String name, boolean mysql) {
        if (mysql) {
            return PLAIN.matcher(name).matches() ? name : "`" + name.replace("`", "``") + "`";
        }
        return PLAIN_LOWER.matcher(name).matches() ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}

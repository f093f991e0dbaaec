package io.sluice.connector.jdbc;

import io.sluice.spi.error.SluiceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds tables and columns by the names users write. A name is taken exactly when a table or column is called so, else
 * in the spelling the system gives to unquoted names; the statements then hold the quoted, real name.
 */
public final class Tables {
    private static final Pattern CONSTANT =
            Pattern.compile("[+-]?\\d+(\\.\\d+)?|'[^'\\\\]*'|null", Pattern.CASE_INSENSITIVE);

    private Tables() {}

    /**
     * A table that exists.
     *
     * @param sql quoted for statements
     */
    public record Table(String sql, List<String> parts, List<TableColumn> columns) {
        public Table {
            parts = List.copyOf(parts);
            columns = List.copyOf(columns);
        }

        /** The key columns, in the table's order. */
        public List<String> key() {
            return columns.stream()
                    .filter(TableColumn::key)
                    .map(TableColumn::name)
                    .toList();
        }
    }

    /** @throws SluiceException TABLE_UNKNOWN when there is none of this name, or the user may not see it */
    public static Table resolve(Dialect dialect, Connection connection, String name) throws SQLException {
        List<Identifier.Part> parts = Identifier.parse(name.strip(), dialect.quoteCharacter());
        List<String> exact = parts.stream().map(Identifier.Part::name).toList();
        List<String> folded = parts.stream()
                .map(part -> part.quoted() ? part.name() : dialect.fold(part.name()))
                .toList();
        List<List<String>> candidates = exact.equals(folded) ? List.of(exact) : List.of(exact, folded);
        for (List<String> candidate : candidates) {
            String sql = String.join(".", candidate.stream().map(dialect::quote).toList());
            List<TableColumn> columns = dialect.columns(connection, sql, candidate);
            if (!columns.isEmpty()) {
                return new Table(sql, candidate, columns);
            }
        }
        throw new SluiceException(JdbcError.TABLE_UNKNOWN, "The table " + name + " does not exist or may not be seen");
    }

    /** What a name stands for where no such table is; it has no columns then. */
    static Table unresolved(Dialect dialect, String name) {
        List<String> parts = Identifier.parse(name.strip(), dialect.quoteCharacter()).stream()
                .map(part -> part.quoted() ? part.name() : dialect.fold(part.name()))
                .toList();
        return new Table(String.join(".", parts.stream().map(dialect::quote).toList()), parts, List.of());
    }

    /**
     * The column a writer's name stands for: the same name, blanks around it included, else its folded spelling, else
     * the only one that differs in case.
     *
     * @throws SluiceException COLUMN_UNKNOWN
     */
    public static TableColumn column(Dialect dialect, Table table, String name) {
        char quote = dialect.quoteCharacter();
        List<Identifier.Part> parts = Identifier.parse(name.strip(), quote);
        Identifier.Part part = parts.size() == 1 ? parts.getFirst() : new Identifier.Part(name, true);
        return (name.indexOf(quote) < 0 ? find(table, name) : Optional.<TableColumn>empty())
                .or(() -> find(table, part.name()))
                .or(() -> part.quoted() ? Optional.empty() : find(table, dialect.fold(part.name())))
                .or(() -> part.quoted() ? Optional.empty() : onlyIgnoringCase(table, part.name()))
                .orElseThrow(() -> new SluiceException(
                        JdbcError.COLUMN_UNKNOWN, "The table %s has no column %s".formatted(table.sql(), name)));
    }

    private static Optional<TableColumn> find(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    private static Optional<TableColumn> onlyIgnoringCase(Table table, String name) {
        List<TableColumn> near = table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /**
     * The select list of a reader. {@code *} becomes all columns by name, so that a column added later shifts nothing;
     * an element that is exactly a column's name is quoted; everything else is an expression and stays as it is.
     */
    static List<String> selectList(Dialect dialect, Table table, List<String> wanted) {
        List<String> list = new ArrayList<>();
        for (String element : wanted) {
            if (element.strip().equals("*")) {
                table.columns().stream()
                        .filter(column -> !column.hidden())
                        .forEach(column -> list.add(dialect.selected(column)));
            } else if (isColumn(table, element)) {
                list.add(dialect.selected(find(table, element).orElseThrow()));
            } else {
                list.add(element);
            }
        }
        return List.copyOf(list);
    }

    /** Whether the select list is made of columns and constants only, so that reading in parts changes no result. */
    static boolean plain(Table table, List<String> wanted) {
        return wanted.stream()
                .allMatch(element -> element.strip().equals("*")
                        || isColumn(table, element)
                        || CONSTANT.matcher(element.strip()).matches());
    }

    private static boolean isColumn(Table table, String element) {
        boolean constant = element.isEmpty()
                || Character.isDigit(element.charAt(0))
                || List.of("null", "true", "false").contains(element.toLowerCase(Locale.ROOT));
        return !constant && find(table, element).isPresent();
    }
}

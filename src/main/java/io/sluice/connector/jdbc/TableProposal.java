package io.sluice.connector.jdbc;

import io.sluice.spi.TableDefinition;
import io.sluice.spi.TableDefinition.DefinedColumn;
import io.sluice.spi.TableDefinition.InstantChoice;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the statement that creates a table, once the types of its columns are chosen. */
public final class TableProposal {
    private final Dialect dialect;
    private final Names names;

    public TableProposal(Dialect dialect, Names names) {
        this.dialect = dialect;
        this.names = names;
    }

    /** A type and why it was chosen. @param instants see {@link DefinedColumn#choice} */
    public record Choice(
            String type, String reason, @Nullable InstantChoice instants) {
        public Choice(String type, String reason) {
            this(type, reason, null);
        }
    }

    /** What a system makes of names. */
    public interface Names {
        /** The name as the system compares it with others. */
        String compared(String name);

        /** What keeps the system from taking the name as it is; empty when nothing does. */
        String objection(String name);
    }

    /** The quoted name of a table, its parts checked. */
    public String table(String name) {
        List<String> parts = Identifier.parse(name.strip(), dialect.quoteCharacter()).stream()
                .map(part -> part.quoted() ? part.name() : dialect.fold(part.name()))
                .toList();
        parts.forEach(this::require);
        return String.join(".", parts.stream().map(dialect::quote).toList());
    }

    /**
     * The columns of the table; those of the source's key come with NOT NULL.
     *
     * @param choices one for each column
     */
    public List<DefinedColumn> columns(Schema source, List<Choice> choices) {
        Set<String> taken = new HashSet<>();
        List<DefinedColumn> columns = new ArrayList<>();
        for (int index = 0; index < source.size(); index++) {
            Column column = source.column(index);
            require(column.name());
            if (!taken.add(names.compared(column.name()))) {
                throw invalid("There are two columns named '" + column.name() + "', as the target compares names");
            }
            Choice choice = choices.get(index);
            boolean nullable = column.nullable() && !column.key();
            columns.add(new DefinedColumn(
                    column.name(),
                    choice.type(),
                    nullable,
                    column.key(),
                    column.comment(),
                    choice.reason(),
                    choice.instants()));
        }
        return List.copyOf(columns);
    }

    private void require(String name) {
        String objection =
                name.isEmpty() ? "is empty" : name.indexOf(0) >= 0 ? "has a zero character" : names.objection(name);
        if (!objection.isEmpty()) {
            throw invalid("The name '" + name + "' cannot be used: it " + objection);
        }
    }

    private static SluiceException invalid(String message) {
        return new SluiceException(CommonError.PARAMETER_INVALID, message);
    }

    /**
     * The definition with its statement.
     *
     * @param comment what follows the type of a commented column, from the quoted comment; may answer nothing
     * @param end what follows the closing parenthesis
     */
    public TableDefinition definition(
            String table, List<DefinedColumn> columns, UnaryOperator<String> comment, String end) {
        List<String> lines = new ArrayList<>();
        for (DefinedColumn column : columns) {
            String text = column.comment().isEmpty() ? "" : comment.apply(literal(column.comment()));
            lines.add("  " + dialect.quote(column.name()) + " " + column.type() + (column.nullable() ? "" : " NOT NULL")
                    + text);
        }
        List<String> key = columns.stream()
                .filter(DefinedColumn::key)
                .map(column -> dialect.quote(column.name()))
                .toList();
        if (!key.isEmpty()) {
            lines.add("  PRIMARY KEY (" + String.join(", ", key) + ")");
        }
        String sql = "CREATE TABLE " + table + " (\n" + String.join(",\n", lines) + "\n)" + end;
        return new TableDefinition(table, columns, sql);
    }

    /** Text between single quotes, quotes in it doubled. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

package io.sluice.connector.jdbc;

import io.sluice.spi.ColumnWidening;
import io.sluice.spi.SupportsWidening.Wish;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Looks at a column of a table and finds the type it should have; how that is said to the server is the system's. */
public final class ColumnChanges {
    private final Dialect dialect;
    private final SystemCatalogue catalogue;
    private final Alteration alteration;

    public ColumnChanges(Dialect dialect, SystemCatalogue catalogue, Alteration alteration) {
        this.dialect = dialect;
        this.catalogue = catalogue;
        this.alteration = alteration;
    }

    /**
     * A column that exists.
     *
     * @param spelled its type as the system spells it
     * @param rows of its table, estimated; negative when not known
     */
    public record Place(Tables.Table table, Column column, String spelled, long rows) {
        /** A change that keeps the rest of the column. @param type the new one as the system spells it */
        public ColumnWidening.Change change(String type, String sql, ColumnWidening.Work work) {
            return new ColumnWidening.Change(
                    String.join(".", table.parts()), column.name(), spelled, type, sql, work, rows);
        }
    }

    /** What a system knows of its own types. */
    public interface Alteration {
        /** The type of a column as the system spells it. */
        String spelled(Connection connection, Tables.Table table, String column) throws SQLException;

        /** Whether a type may be replaced by a wider one of its family. @param spelled as {@link #spelled} answers it */
        boolean known(String spelled);

        /** Whether such a column takes all values of its kind of type, and has no rule of its own besides. */
        boolean takesAll(String spelled);

        /** The statement; empty where the system has no such type. */
        Optional<ColumnWidening.Change> change(Connection connection, Place place, LogicalType wider)
                throws SQLException;
    }

    /** @param connection is not written to */
    public ColumnWidening look(Connection connection, String table, String column, Wish wish) throws SQLException {
        Tables.Table found = Tables.resolve(dialect, connection, table);
        String name = Tables.column(dialect, found, column).name();
        List<ResultColumn> described =
                dialect.describe(connection, "SELECT " + dialect.quote(name) + " FROM " + found.sql());
        String spelled = alteration.spelled(connection, found, name);
        Place place = new Place(
                found,
                described.getFirst().column(),
                spelled,
                catalogue.table(connection, found.parts()).rows());
        LogicalType present = place.column().type();
        LogicalType wider = alteration.known(spelled) ? wish.instead(present).orElse(null) : null;
        String shown = String.join(".", found.parts());
        ColumnWidening impossible = new ColumnWidening.Impossible(shown, name, spelled);
        if (wider != null && wider.equals(present)) {
            return alteration.takesAll(spelled) ? new ColumnWidening.Enough(shown, name, spelled) : impossible;
        }
        return wider == null
                ? impossible
                : alteration
                        .change(connection, place, wider)
                        .<ColumnWidening>map(change -> change)
                        .orElse(impossible);
    }
}

package io.sluice.connector.jdbc;

import io.sluice.spi.ColumnWidening;
import io.sluice.spi.ColumnWidening.Obstacle;
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
        public ColumnWidening.Change change(String type, String sql, ColumnWidening.Work work, boolean sign) {
            return new ColumnWidening.Change(shown(table), column.name(), spelled, type, sql, work, rows, sign);
        }

        public ColumnWidening.Impossible impossible(Hindrance hindrance) {
            return ColumnChanges.impossible(table, column.name(), spelled, hindrance);
        }
    }

    /** What stands in the way. @param what its name for people; may be empty */
    public record Hindrance(Obstacle obstacle, String what) {
        public static final Hindrance NO_TYPE = new Hindrance(Obstacle.NO_TYPE, "");
    }

    /** What a system knows of its own types. */
    public interface Alteration {
        /** The type of a column as the system spells it. */
        String spelled(Connection connection, Tables.Table table, String column) throws SQLException;

        /** Why a type cannot be replaced by a wider one of its family. @param spelled as {@link #spelled} answers it */
        Optional<Obstacle> unlike(String spelled);

        /** Whether such a column takes all values of its kind of type. @param negatives whether some are below zero */
        boolean takesAll(String spelled, boolean negatives);

        /** What else in the database keeps the server from changing the column. */
        Optional<Hindrance> hindrance(Connection connection, Place place) throws SQLException;

        /** The statement, or why there is none. @param negatives whether values are below zero */
        ColumnWidening change(Connection connection, Place place, LogicalType wider, boolean negatives)
                throws SQLException;
    }

    /** @param connection is not written to */
    public ColumnWidening look(Connection connection, String table, String column, Wish wish) throws SQLException {
        Tables.Table found = Tables.resolve(dialect, connection, table);
        TableColumn known = Tables.column(dialect, found, column);
        SystemCatalogue.Relation relation = catalogue.table(connection, found.parts());
        Obstacle nature = relation.view() ? Obstacle.VIEW : known.generated() ? Obstacle.GENERATED : null;
        if (nature != null) {
            return impossible(found, known.name(), known.definition(), new Hindrance(nature, ""));
        }
        List<ResultColumn> described =
                dialect.describe(connection, "SELECT " + dialect.quote(known.name()) + " FROM " + found.sql());
        String spelled = alteration.spelled(connection, found, known.name());
        return look(connection, new Place(found, described.getFirst().column(), spelled, relation.rows()), wish);
    }

    private ColumnWidening look(Connection connection, Place place, Wish wish) throws SQLException {
        Optional<Obstacle> unlike = alteration.unlike(place.spelled());
        if (unlike.isPresent()) {
            return place.impossible(new Hindrance(unlike.get(), ""));
        }
        LogicalType present = place.column().type();
        LogicalType wider = wish.type().instead(present).orElse(null);
        if (wider == null) {
            return place.impossible(Hindrance.NO_TYPE);
        }
        if (wider.equals(present) && alteration.takesAll(place.spelled(), wish.negatives())) {
            return new ColumnWidening.Enough(
                    shown(place.table()), place.column().name(), place.spelled());
        }
        Optional<Hindrance> hindrance = alteration.hindrance(connection, place);
        return hindrance.isPresent()
                ? place.impossible(hindrance.get())
                : alteration.change(connection, place, wider, wish.negatives());
    }

    private static String shown(Tables.Table table) {
        return String.join(".", table.parts());
    }

    private static ColumnWidening.Impossible impossible(
            Tables.Table table, String column, String type, Hindrance hindrance) {
        return new ColumnWidening.Impossible(shown(table), column, type, hindrance.obstacle(), hindrance.what());
    }
}

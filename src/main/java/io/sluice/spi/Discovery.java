package io.sluice.spi;

import io.sluice.spi.data.Column;
import java.util.List;
import java.util.Optional;

/** Look-ups in one data source, one at a time. Reads only catalogues, never rows, and changes nothing. */
public interface Discovery extends AutoCloseable {
    /** Schemas or databases the login may see, the one that plain names mean first; empty when the system has none. */
    List<String> schemas() throws Exception;

    /** Tables and views whose name contains a text, in the order of their names; the system filters, not the caller. */
    TableList tables(TableQuery query) throws Exception;

    /** A table by its name as scripts spell it, of a range the first; empty when there is none the login may see. */
    Optional<TableDescription> table(String name) throws Exception;

    /** The columns that a query of a reader delivers, found without reading rows. */
    List<Column> query(String statement) throws Exception;

    /**
     * What the system makes of a filter, found without reading rows and without letting the filter change anything. A
     * filter with a semicolon is not looked at, because a statement might follow.
     *
     * @param table as scripts spell it
     * @param condition without the word {@code WHERE}
     * @throws io.sluice.spi.error.SluiceException CANCELLED, or when the table is unknown
     */
    Filtered filtered(String table, String condition) throws Exception;

    /** Also breaks off a look-up that another thread waits for. */
    @Override
    void close();

    /**
     * Which tables are wanted.
     *
     * @param schema empty for the one that plain names mean
     * @param contains part of the name, letters of either case; empty for all
     * @param limit at most this many
     */
    record TableQuery(String schema, String contains, int limit) {}

    /** @param more whether the limit left some out */
    record TableList(List<TableEntry> tables, boolean more) {
        public TableList {
            tables = List.copyOf(tables);
        }
    }

    /**
     * A table or view.
     *
     * @param name as scripts spell it, with its schema when it is not the one that plain names mean
     * @param rows as the system estimates; negative when it does not say
     * @param comment may be empty
     */
    record TableEntry(String name, boolean view, long rows, String comment) {}

    /**
     * A table with its columns.
     *
     * @param columns those that {@code *} means to a reader
     * @param key names of the columns of its primary key
     * @param computed names of the columns that the system fills by itself, so that no writer may
     * @param splitKeys columns that cut it into ranges, the best first
     */
    record TableDescription(
            TableEntry entry,
            List<Column> columns,
            List<String> key,
            List<String> computed,
            List<SplitKeyChoice> splitKeys) {
        public TableDescription {
            columns = List.copyOf(columns);
            key = List.copyOf(key);
            computed = List.copyOf(computed);
            splitKeys = List.copyOf(splitKeys);
        }
    }

    /** What a filter does to a table. */
    sealed interface Filtered {
        /** @param rows so many may meet it, as the system estimates; negative when it does not say */
        record About(long rows) implements Filtered {}

        /** @param problem what the system says about a filter that it refuses */
        record Refused(String problem) implements Filtered {}
    }

    /** @param reason why it cuts the table well */
    record SplitKeyChoice(String column, Reason reason) {
        /** Where a split key comes from. */
        public enum Reason {
            PRIMARY_KEY,
            UNIQUE_INDEX,
            INDEX
        }
    }
}

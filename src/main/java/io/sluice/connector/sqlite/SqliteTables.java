package io.sluice.connector.sqlite;

import io.sluice.connector.jdbc.TableProposal;
import io.sluice.connector.jdbc.TableProposal.Choice;
import io.sluice.spi.TableDefinition;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import java.util.List;
import java.util.Locale;

/**
 * Proposes tables of SQLite. A declared type is only an inclination there; those chosen are read back as what they mean,
 * and columns whose values SQLite would bend, such as long decimals, are TEXT.
 */
final class SqliteTables {
    private static final int SAFE_DIGITS = 15;
    private static final String SAME = "the same meaning";

    private final TableProposal proposal;

    SqliteTables(SqliteDialect dialect) {
        proposal = new TableProposal(dialect, new Names());
    }

    private static final class Names implements TableProposal.Names {
        /** SQLite folds the letters A to Z only. */
        @Override
        public String compared(String name) {
            boolean plain = name.chars().allMatch(letter -> letter < 0x80);
            return plain ? name.toLowerCase(Locale.ROOT) : name;
        }

        @Override
        public String objection(String name) {
            return name.toLowerCase(Locale.ROOT).startsWith("sqlite_") ? "belongs to SQLite itself" : "";
        }
    }

    /** Comments have no place in SQLite's catalogue. */
    TableDefinition propose(Schema source, String table) {
        List<Choice> choices =
                source.columns().stream().map(SqliteTables::choose).toList();
        return proposal.definition(proposal.table(table), proposal.columns(source, choices), comment -> "", "");
    }

    private static Choice choose(Column column) {
        return switch (column.type()) {
            case LogicalType.Bool ignored -> new Choice("BOOLEAN", "0 and 1");
            case LogicalType.Int whole ->
                whole.bits() == 64 && !whole.signed()
                        ? new Choice("TEXT", "18446744073709551615 does not fit a number of SQLite")
                        : new Choice("BIGINT", "whole numbers of up to 64 bits");
            case LogicalType.Real ignored -> new Choice("DOUBLE", "numbers of 64 bits; NaN and -0.0 are refused");
            case LogicalType.Decimal(int digits, int scale) ->
                digits > 0 && digits <= SAFE_DIGITS && scale <= digits
                        ? new Choice("DECIMAL(" + digits + "," + scale + ")", SAME)
                        : new Choice("TEXT", "a number of SQLite keeps 15 digits");
            case LogicalType.Text text ->
                text.maxLength() == 0
                        ? new Choice("TEXT", SAME)
                        : new Choice("VARCHAR(" + text.maxLength() + ")", "text; the length is not checked");
            case LogicalType.Binary ignored -> new Choice("BLOB", SAME);
            case LogicalType.Bits ignored -> new Choice("TEXT", "bits as digits 0 and 1");
            case LogicalType.Date ignored -> new Choice("DATE", "ISO-8601 text");
            case LogicalType.Time(int digits, LogicalType.Time.Range range) ->
                range == LogicalType.Time.Range.DAY
                        ? new Choice("TIME", "ISO-8601 text")
                        : new Choice("TEXT", "TIME is read back up to 24 hours, the source ends at 838");
            case LogicalType.Timestamp ignored -> new Choice("TIMESTAMP", "ISO-8601 text without zone");
            case LogicalType.Instant ignored ->
                new Choice(
                        "TEXT",
                        "SQLite has no type for points in time; text with a Z, or local time of the zone that the task"
                                + " names");
            case LogicalType.Interval ignored -> new Choice("TEXT", "ISO-8601 text");
            case LogicalType.Json ignored ->
                new Choice("TEXT", "keeps the text; a column declared JSON would turn 1.0 into the number 1");
            case LogicalType.Uuid ignored -> new Choice("VARCHAR(36)", "the 36 characters of the UUID");
        };
    }
}

package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.TableProposal;
import io.sluice.connector.jdbc.TableProposal.Choice;
import io.sluice.spi.TableDefinition;
import io.sluice.spi.TableDefinition.DefinedColumn;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Proposes tables of PostgreSQL. */
final class PostgresqlTables {
    private static final int NAME_BYTES = 63;
    private static final int MOST_COLUMNS = 1600;
    private static final int LONGEST_TEXT = 10_485_760;
    private static final int LONGEST_BITS = 83_886_080;
    private static final int MOST_DIGITS = 1000;
    private static final String SAME = "the same type";

    private final PostgresqlDialect dialect;
    private final TableProposal proposal;

    PostgresqlTables(PostgresqlDialect dialect) {
        this.dialect = dialect;
        this.proposal = new TableProposal(dialect, new Names());
    }

    private static final class Names implements TableProposal.Names {
        @Override
        public String compared(String name) {
            return name;
        }

        @Override
        public String objection(String name) {
            int bytes = name.getBytes(StandardCharsets.UTF_8).length;
            return bytes > NAME_BYTES ? "has " + bytes + " bytes, and PostgreSQL would shorten it to 63" : "";
        }
    }

    TableDefinition propose(Schema source, String table) {
        if (source.size() > MOST_COLUMNS) {
            throw new SluiceException(
                    CommonError.PARAMETER_INVALID, "PostgreSQL has at most 1600 columns, the source " + source.size());
        }
        List<Choice> choices =
                source.columns().stream().map(PostgresqlTables::choose).toList();
        String name = proposal.table(table);
        List<DefinedColumn> columns = proposal.columns(source, choices);
        return proposal.definition(name, columns, comment -> "", comments(name, columns));
    }

    private String comments(String table, List<DefinedColumn> columns) {
        List<String> statements = new ArrayList<>();
        for (DefinedColumn column : columns) {
            if (!column.comment().isEmpty()) {
                statements.add(";\nCOMMENT ON COLUMN " + table + "." + dialect.quote(column.name()) + " IS "
                        + TableProposal.literal(column.comment()));
            }
        }
        return String.join("", statements);
    }

    static Choice choose(Column column) {
        return switch (column.type()) {
            case LogicalType.Bool ignored -> new Choice("BOOLEAN", "true and false");
            case LogicalType.Int whole -> whole(whole);
            case LogicalType.Real real ->
                real.bits() == 32 ? new Choice("REAL", SAME) : new Choice("DOUBLE PRECISION", SAME);
            case LogicalType.Decimal decimal -> decimal(decimal);
            case LogicalType.Text text -> text(text);
            case LogicalType.Binary binary ->
                new Choice("BYTEA", binary.maxLength() == 0 ? SAME : "bytes; the length is not checked");
            case LogicalType.Bits(int length, boolean varying) ->
                length == 0 || length > LONGEST_BITS
                        ? new Choice("TEXT", "bits of any number, as digits 0 and 1")
                        : new Choice((varying ? "BIT VARYING(" : "BIT(") + length + ")", SAME);
            case LogicalType.Date ignored -> new Choice("DATE", SAME);
            case LogicalType.Time(int digits, LogicalType.Time.Range range) ->
                range == LogicalType.Time.Range.DAY
                        ? new Choice("TIME(" + digits + ")", SAME)
                        : new Choice("INTERVAL", "TIME ends at 24 hours, the source at 838");
            case LogicalType.Timestamp(int digits) ->
                new Choice("TIMESTAMP(" + digits + ")", "date and time without zone, as they are");
            case LogicalType.Instant(int digits) ->
                new Choice("TIMESTAMPTZ(" + digits + ")", "points in time, whatever the zone of the session");
            case LogicalType.Interval ignored -> new Choice("INTERVAL", SAME);
            case LogicalType.Json ignored
            when column.key() -> new Choice("TEXT", "keeps the text; a column of type JSON cannot belong to a key");
            case LogicalType.Json ignored ->
                new Choice("JSON", "keeps the text; JSONB would sort keys and drop those that occur twice");
            case LogicalType.Uuid ignored -> new Choice("UUID", SAME);
        };
    }

    private static Choice whole(LogicalType.Int type) {
        int bits = type.signed() ? type.bits() : type.bits() + 1;
        String reason = type.signed()
                ? "whole numbers of " + type.bits() + " bits"
                : "PostgreSQL has no unsigned numbers; this is the narrowest type for " + type.bits() + " bits of them";
        if (bits > 64) {
            return new Choice("NUMERIC(20,0)", "18446744073709551615 does not fit BIGINT");
        } else if (bits > 32) {
            return new Choice("BIGINT", reason);
        }
        return new Choice(bits > 16 ? "INTEGER" : "SMALLINT", reason);
    }

    private static Choice decimal(LogicalType.Decimal type) {
        return type.precision() == 0 || type.precision() > MOST_DIGITS || type.scale() > MOST_DIGITS
                ? new Choice("NUMERIC", "decimal numbers of any size")
                : new Choice("NUMERIC(%d,%d)".formatted(type.precision(), type.scale()), SAME);
    }

    private static Choice text(LogicalType.Text type) {
        int length = type.maxLength();
        if (length == 0 || length > LONGEST_TEXT) {
            return new Choice(
                    "TEXT", type.maxBytes() > 0 ? "text; its length in bytes is not checked" : "text of any length");
        }
        return new Choice((type.blankPadded() ? "CHAR(" : "VARCHAR(") + length + ")", "text of as many characters");
    }
}

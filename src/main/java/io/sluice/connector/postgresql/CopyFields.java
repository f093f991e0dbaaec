package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.Target;
import io.sluice.connector.jdbc.TemporalWriter;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How the fields of a COPY are spelled from vectors. */
final class CopyFields {
    private CopyFields() {}

    /** Spells one value, never NULL. */
    @FunctionalInterface
    interface Field {
        void spell(RowBatch rows, int column, int row, CopyBuffer into);
    }

    static List<Field> of(Target target) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < target.schema().size(); i++) {
            Column column = target.schema().column(i);
            fields.add(limited(column, target.columns().get(i).definition(), field(column.type())));
        }
        return List.copyOf(fields);
    }

    private static Field limited(Column described, String definition, Field field) {
        return TypeLimit.of(described, definition)
                .<Field>map(limit -> (rows, column, row, into) -> {
                    limit.require(rows, column, row);
                    field.spell(rows, column, row, into);
                })
                .orElse(field);
    }

    private static Field field(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool ignored ->
                (rows, column, row, into) -> into.add(rows.bools(column).get(row) ? 't' : 'f');
            case LogicalType.Int ignored ->
                (rows, column, row, into) -> into.addNumber(rows.longs(column).get(row), 0);
            case LogicalType.Real real -> real(real.bits() == 32);
            case LogicalType.Decimal ignored -> CopyFields::decimal;
            case LogicalType.Text text ->
                text.maxLength() > 0 && !text.blankPadded() ? textUpTo(text.maxLength()) : CopyFields::text;
            case LogicalType.Binary ignored -> CopyFields::binary;
            case LogicalType.Date ignored -> temporal(TemporalWriter::spellDate);
            case LogicalType.Time ignored -> temporal(TemporalWriter::spellTime);
            case LogicalType.Timestamp ignored -> temporal(TemporalWriter::spellTimestamp);
            case LogicalType.Instant ignored -> temporal(TemporalWriter::spellTimestamp);
            case LogicalType.Bits ignored -> CopyFields::text;
            case LogicalType.Interval ignored -> CopyFields::text;
            case LogicalType.Json ignored -> CopyFields::text;
            case LogicalType.Uuid ignored -> CopyFields::text;
        };
    }

    private static Field real(boolean narrow) {
        return (rows, column, row, into) -> {
            double value = rows.doubles(column).get(row);
            String text = narrow ? Float.toString((float) value) : Double.toString(value);
            byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
            into.addPlain(ascii, 0, ascii.length);
        };
    }

    private static void decimal(RowBatch rows, int column, int row, CopyBuffer into) {
        DecimalVector vector = rows.decimals(column);
        if (vector.compact()) {
            into.addNumber(vector.unscaled(row), vector.scale());
        } else {
            BytesVector digits = vector.digits();
            into.addPlain(digits.data(), digits.start(row), digits.length(row));
        }
    }

    private static void text(RowBatch rows, int column, int row, CopyBuffer into) {
        BytesVector vector = rows.bytes(column);
        into.addEscaped(vector.data(), vector.start(row), vector.end(row));
    }

    /** The server would cut superfluous blanks of VARCHAR(n) without a word. */
    private static Field textUpTo(int most) {
        return (rows, column, row, into) -> {
            BytesVector vector = rows.bytes(column);
            requireLength(vector, row, most);
            into.addEscaped(vector.data(), vector.start(row), vector.end(row));
        };
    }

    /** @throws SluiceException VALUE_TOO_LONG for text of more characters */
    static void requireLength(BytesVector vector, int row, int most) {
        int start = vector.start(row);
        int end = vector.end(row);
        if (end - start > most) {
            int length = characters(vector.data(), start, end);
            if (length > most) {
                throw new SluiceException(
                        JdbcError.VALUE_TOO_LONG, "Text of %d characters does not fit %d".formatted(length, most));
            }
        }
    }

    private static int characters(byte[] utf8, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            if ((utf8[i] & 0xc0) != 0x80) {
                count++;
            }
        }
        return count;
    }

    private static void binary(RowBatch rows, int column, int row, CopyBuffer into) {
        BytesVector vector = rows.bytes(column);
        into.addHex(vector.data(), vector.start(row), vector.end(row));
    }

    /** Spells a temporal value. */
    @FunctionalInterface
    private interface Speller {
        int spell(TemporalWriter writer, long value);
    }

    private static Field temporal(Speller speller) {
        TemporalWriter writer = new TemporalWriter();
        return (rows, column, row, into) -> {
            int length = speller.spell(writer, rows.longs(column).get(row));
            into.addPlain(writer.spelled(), 0, length);
        };
    }
}

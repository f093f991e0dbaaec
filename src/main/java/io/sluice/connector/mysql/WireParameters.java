package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.TableColumn;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalText;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.Arrays;

/**
 * Values as parameters of prepared statements in the binary protocol, straight from vectors. Checks what the server
 * would change without a word, as {@link MysqlEncoders} does for the statements of the client.
 */
final class WireParameters {
    private static final int DOUBLE = 5;
    private static final int LONG_LONG = 8;
    private static final int UNSIGNED_LONG_LONG = 0x8000 | LONG_LONG;
    private static final int BLOB = 252;
    private static final int VAR_STRING = 253;
    private static final int DECIMAL_ROOM = 48;

    private WireParameters() {}

    /** Appends one value, never NULL. */
    @FunctionalInterface
    interface Spelling {
        /** @throws SluiceException with a DATA code when the target cannot hold the value */
        void append(RowBatch rows, int column, int row, Payload into);
    }

    /** @param type the protocol's number of the parameter's type */
    record Parameter(int type, Spelling spelling) {}

    static Parameter of(Column column, TableColumn catalogue) {
        return switch (column.type()) {
            case LogicalType.Bool ignored -> new Parameter(LONG_LONG, WireParameters::truth);
            case LogicalType.Int ignored
            when column.nativeType().equals("YEAR") -> new Parameter(LONG_LONG, WireParameters::year);
            case LogicalType.Int whole ->
                new Parameter(whole.signed() ? LONG_LONG : UNSIGNED_LONG_LONG, WireParameters::whole);
            case LogicalType.Real ignored -> new Parameter(DOUBLE, WireParameters::real);
            case LogicalType.Decimal ignored -> new Parameter(VAR_STRING, decimal());
            case LogicalType.Text text -> new Parameter(VAR_STRING, text(text, column, catalogue));
            case LogicalType.Binary binary -> new Parameter(BLOB, binary(binary, column));
            case LogicalType.Bits bits -> new Parameter(BLOB, bits(bits.length()));
            case LogicalType.Date ignored -> WireTimes.DATE;
            case LogicalType.Time ignored -> WireTimes.TIME;
            case LogicalType.Timestamp ignored -> WireTimes.DATETIME;
            case LogicalType.Instant ignored -> WireTimes.DATETIME;
            case LogicalType.Interval ignored -> new Parameter(VAR_STRING, WireParameters::bytes);
            case LogicalType.Json ignored -> new Parameter(VAR_STRING, json(catalogue));
            case LogicalType.Uuid ignored -> new Parameter(VAR_STRING, WireParameters::bytes);
        };
    }

    private static void truth(RowBatch rows, int column, int row, Payload into) {
        into.int64(rows.bools(column).get(row) ? 1 : 0);
    }

    /** Always eight bytes, so that a number the column cannot hold is refused by the server and not cut here. */
    private static void whole(RowBatch rows, int column, int row, Payload into) {
        into.int64(rows.longs(column).get(row));
    }

    private static void year(RowBatch rows, int column, int row, Payload into) {
        long year = rows.longs(column).get(row);
        if (year != 0 && (year < 1901 || year > 2155)) {
            throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, year + " is no year from 1901 to 2155");
        }
        into.int64(year);
    }

    private static void real(RowBatch rows, int column, int row, Payload into) {
        double value = rows.doubles(column).get(row);
        if (!Double.isFinite(value)) {
            throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, "The target has no number " + value);
        }
        into.int64(Double.doubleToRawLongBits(value));
    }

    private static Spelling decimal() {
        byte[] scratch = new byte[DECIMAL_ROOM];
        return (rows, column, row, into) -> {
            DecimalVector vector = rows.decimals(column);
            if (vector.compact()) {
                into.counted(scratch, 0, DecimalText.write(vector.unscaled(row), vector.scale(), scratch, 0));
            } else {
                BytesVector digits = vector.digits();
                into.counted(digits.data(), digits.start(row), digits.length(row));
            }
        };
    }

    private static void bytes(RowBatch rows, int column, int row, Payload into) {
        BytesVector vector = rows.bytes(column);
        into.counted(vector.data(), vector.start(row), vector.length(row));
    }

    private static Spelling json(TableColumn catalogue) {
        if (!JsonNumbers.areRounded(catalogue.definition())) {
            return WireParameters::bytes;
        }
        return (rows, column, row, into) -> {
            BytesVector vector = rows.bytes(column);
            JsonNumbers.requireExact(vector.data(), vector.start(row), vector.end(row));
            bytes(rows, column, row, into);
        };
    }

    private static Spelling text(LogicalType.Text type, Column column, TableColumn catalogue) {
        if (Labels.has(catalogue.definition())) {
            return choice(Labels.of(catalogue.definition()));
        }
        return switch (column.nativeType()) {
            case "TINYTEXT" -> textOfBytes(255);
            case "TEXT" -> textOfBytes(65_535);
            case "MEDIUMTEXT" -> textOfBytes(16_777_215);
            default -> type.maxLength() > 0 ? textUpTo(type.maxLength()) : WireParameters::bytes;
        };
    }

    /** The server cuts superfluous blanks without a word. */
    private static Spelling textUpTo(int most) {
        return (rows, column, row, into) -> {
            BytesVector vector = rows.bytes(column);
            if (vector.length(row) > most) {
                int count = characters(vector.data(), vector.start(row), vector.end(row));
                if (count > most) {
                    throw new SluiceException(
                            JdbcError.VALUE_TOO_LONG, "Text of %d characters does not fit %d".formatted(count, most));
                }
            }
            bytes(rows, column, row, into);
        };
    }

    private static int characters(byte[] utf8, int start, int end) {
        int count = 0;
        for (int i = start; i < end; i++) {
            count += (utf8[i] & 0xc0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private static Spelling textOfBytes(int most) {
        return (rows, column, row, into) -> {
            if (rows.bytes(column).length(row) > most) {
                throw new SluiceException(JdbcError.VALUE_TOO_LONG, "The text is longer than " + most + " bytes");
            }
            bytes(rows, column, row, into);
        };
    }

    private static Spelling choice(Labels labels) {
        return (rows, column, row, into) -> {
            labels.require(rows.bytes(column).string(row));
            bytes(rows, column, row, into);
        };
    }

    private static Spelling binary(LogicalType.Binary type, Column column) {
        if (!column.nativeType().equals("BINARY")) {
            return WireParameters::bytes;
        }
        int length = type.maxLength();
        return (rows, index, row, into) -> {
            if (rows.bytes(index).length(row) != length) {
                throw new SluiceException(
                        JdbcError.VALUE_REFUSED,
                        "%d bytes in BINARY(%d) would be changed by padding"
                                .formatted(rows.bytes(index).length(row), length));
            }
            bytes(rows, index, row, into);
        };
    }

    /** Digits, the most significant first, to bytes. */
    private static Spelling bits(int length) {
        byte[] packed = new byte[(length + 7) >>> 3];
        return (rows, column, row, into) -> {
            BytesVector vector = rows.bytes(column);
            byte[] digits = vector.data();
            int start = vector.start(row);
            int count = vector.length(row);
            if (count > length) {
                throw new SluiceException(JdbcError.VALUE_TOO_LONG, count + " bits do not fit BIT(" + length + ")");
            }
            if (count < length) {
                throw new SluiceException(
                        JdbcError.VALUE_REFUSED,
                        "%d bits in BIT(%d) would be changed by zeros in front".formatted(count, length));
            }
            Arrays.fill(packed, (byte) 0);
            for (int i = 0; i < count; i++) {
                int fromEnd = count - 1 - i;
                if (digits[start + i] == '1') {
                    packed[packed.length - 1 - (fromEnd >>> 3)] |= (byte) (1 << (fromEnd & 7));
                }
            }
            into.counted(packed, 0, packed.length);
        };
    }
}

package io.sluice.connector.mysql;

import io.sluice.connector.jdbc.ColumnEncoder;
import io.sluice.connector.jdbc.Encoders;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.connector.jdbc.TableColumn;
import io.sluice.connector.jdbc.TemporalWriter;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;

/**
 * Binds values so that MySQL and MariaDB store exactly them. Most refusals are the server's in strict mode; checked
 * here is what it changes without a word: superfluous blanks, short BINARY values, two-digit years, labels of ENUM and SET.
 */
final class MysqlEncoders {
    private static final long FIRST_DAY = -719_162;
    private static final long LAST_DAY = 2_932_896;
    private static final long FIRST_MICRO = FIRST_DAY * Temporal.MICROS_PER_DAY;
    private static final long LAST_MICRO = (LAST_DAY + 1) * Temporal.MICROS_PER_DAY - 1;
    private static final long LONGEST_TIME = 839L * 3600 * Temporal.MICROS_PER_SECOND - 1;

    private MysqlEncoders() {}

    static ColumnEncoder of(Column column, TableColumn catalogue) {
        return switch (column.type()) {
            case LogicalType.Bool ignored -> Encoders.bool();
            case LogicalType.Int ignored when column.nativeType().equals("YEAR") -> year();
            case LogicalType.Int whole ->
                whole.bits() == 64 && !whole.signed() ? Encoders.unsignedLong() : Encoders.whole();
            case LogicalType.Real ignored -> Encoders.finiteReal();
            case LogicalType.Decimal ignored -> Encoders.decimalText();
            case LogicalType.Text text -> text(text, column, catalogue);
            case LogicalType.Binary binary -> binary(binary, column);
            case LogicalType.Bits bits -> bits(bits.length());
            case LogicalType.Date ignored -> Encoders.temporal(TemporalWriter::date, FIRST_DAY, LAST_DAY);
            case LogicalType.Time ignored -> Encoders.temporal(TemporalWriter::time, -LONGEST_TIME, LONGEST_TIME);
            case LogicalType.Timestamp ignored -> Encoders.temporal(TemporalWriter::timestamp, FIRST_MICRO, LAST_MICRO);
            case LogicalType.Instant ignored -> Encoders.temporal(TemporalWriter::timestamp, FIRST_MICRO, LAST_MICRO);
            case LogicalType.Interval ignored -> Encoders.string();
            case LogicalType.Json ignored -> json(catalogue);
            case LogicalType.Uuid ignored -> Encoders.string();
        };
    }

    private static ColumnEncoder year() {
        return (statement, column, rows, row) -> {
            long year = rows.longs(column).get(row);
            if (year != 0 && (year < 1901 || year > 2155)) {
                throw new SluiceException(CommonError.VALUE_OUT_OF_RANGE, year + " is no year from 1901 to 2155");
            }
            statement.setLong(column + 1, year);
        };
    }

    private static ColumnEncoder json(TableColumn catalogue) {
        if (!JsonNumbers.areRounded(catalogue.definition())) {
            return Encoders.string();
        }
        return (statement, column, rows, row) -> {
            BytesVector vector = rows.bytes(column);
            JsonNumbers.requireExact(vector.data(), vector.start(row), vector.end(row));
            statement.setString(column + 1, vector.string(row));
        };
    }

    private static ColumnEncoder text(LogicalType.Text type, Column column, TableColumn catalogue) {
        if (Labels.has(catalogue.definition())) {
            return choice(Labels.of(catalogue.definition()));
        }
        return switch (column.nativeType()) {
            case "TINYTEXT" -> textOfBytes(255);
            case "TEXT" -> textOfBytes(65_535);
            case "MEDIUMTEXT" -> textOfBytes(16_777_215);
            default -> type.maxLength() > 0 ? Encoders.stringUpTo(type.maxLength()) : Encoders.string();
        };
    }

    private static ColumnEncoder choice(Labels labels) {
        return (statement, column, rows, row) -> {
            String text = rows.bytes(column).string(row);
            labels.require(text);
            statement.setString(column + 1, text);
        };
    }

    private static ColumnEncoder textOfBytes(int most) {
        return (statement, column, rows, row) -> {
            String text = rows.bytes(column).string(row);
            if (text.length() > most / 3 && text.getBytes(StandardCharsets.UTF_8).length > most) {
                throw new SluiceException(JdbcError.VALUE_TOO_LONG, "The text is longer than " + most + " bytes");
            }
            statement.setString(column + 1, text);
        };
    }

    private static ColumnEncoder binary(LogicalType.Binary type, Column column) {
        int length = type.maxLength();
        if (!column.nativeType().equals("BINARY")) {
            return Encoders.bytes();
        }
        return (statement, index, rows, row) -> {
            byte[] value = rows.bytes(index).bytes(row, 0);
            if (value.length != length) {
                throw new SluiceException(
                        JdbcError.VALUE_REFUSED,
                        "%d bytes in BINARY(%d) would be changed by padding".formatted(value.length, length));
            }
            statement.setBytes(index + 1, value);
        };
    }

    private static ColumnEncoder bits(int length) {
        return (statement, column, rows, row) -> {
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
            byte[] packed = new byte[(length + 7) >>> 3];
            for (int i = 0; i < count; i++) {
                int fromEnd = count - 1 - i;
                if (digits[start + i] == '1') {
                    packed[packed.length - 1 - (fromEnd >>> 3)] |= (byte) (1 << (fromEnd & 7));
                }
            }
            statement.setBytes(column + 1, packed);
        };
    }
}

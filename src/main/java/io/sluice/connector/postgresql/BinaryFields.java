package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the fields of a COPY in binary form are encoded from vectors. The server checks what it receives as it does text. */
final class BinaryFields {
    private static final int UUID_DIGITS = 32;

    private BinaryFields() {}

    /** Encodes one value, never NULL, with its length in front. */
    @FunctionalInterface
    interface Field {
        /** @throws SluiceException with a DATA code when the column cannot hold the value */
        void encode(RowBatch rows, int column, int row, BinaryStream into);
    }

    /** The first column whose type has no binary form that is known here, if there is one. */
    static Optional<Column> unknown(Schema schema) {
        return schema.columns().stream()
                .filter(column -> field(column).isEmpty())
                .findFirst();
    }

    /** Fields of a schema without {@link #unknown} columns; they keep scratch memory, so each worker has its own. */
    static List<Field> of(Schema schema) {
        List<Field> fields = new ArrayList<>();
        for (Column column : schema.columns()) {
            fields.add(field(column).orElseThrow());
        }
        return List.copyOf(fields);
    }

    private static Optional<Field> field(Column column) {
        return plain(column)
                .map(field -> TypeLimit.of(column)
                        .<Field>map(limit -> (rows, at, row, into) -> {
                            limit.require(rows, at, row);
                            field.encode(rows, at, row, into);
                        })
                        .orElse(field));
    }

    private static Optional<Field> plain(Column column) {
        return Optional.ofNullable(
                switch (BinaryTypes.exchanged(column.nativeType())) {
                    case "bool" ->
                        (rows, at, row, into) -> into.one(rows.bools(at).get(row) ? 1 : 0);
                    case "int2" ->
                        (rows, at, row, into) -> into.two(fit16(rows.longs(at).get(row)));
                    case "int4" ->
                        (rows, at, row, into) -> into.four(fit32(rows.longs(at).get(row)));
                    case "int8" ->
                        (rows, at, row, into) -> into.eight(rows.longs(at).get(row));
                    case "oid" ->
                        (rows, at, row, into) -> into.four((int) rows.longs(at).get(row));
                    case "float4" -> BinaryFields::real32;
                    case "float8" -> BinaryFields::real64;
                    case "numeric" -> decimal();
                    case "varchar" -> varchar(column.type());
                    case "text", "bpchar", "name", "json", "bytea" -> BinaryFields::bytes;
                    case "jsonb" -> BinaryFields::jsonb;
                    case "date" -> BinaryFields::date;
                    case "time" ->
                        (rows, at, row, into) -> into.eight(rows.longs(at).get(row));
                    case "timestamp", "timestamptz" -> BinaryFields::timestamp;
                    case "uuid" -> BinaryFields::uuid;
                    case "bit", "varbit" -> BinaryFields::bits;
                    default -> null;
                });
    }

    private static int fit16(long value) {
        if (value != (short) value) {
            throw outOfRange(value, "smallint");
        }
        return (short) value;
    }

    private static int fit32(long value) {
        if (value != (int) value) {
            throw outOfRange(value, "integer");
        }
        return (int) value;
    }

    private static SluiceException outOfRange(Object value, String type) {
        return new SluiceException(CommonError.VALUE_OUT_OF_RANGE, value + " is out of range for type " + type);
    }

    private static void real32(RowBatch rows, int column, int row, BinaryStream into) {
        into.four(Float.floatToIntBits((float) rows.doubles(column).get(row)));
    }

    private static void real64(RowBatch rows, int column, int row, BinaryStream into) {
        into.eight(Double.doubleToLongBits(rows.doubles(column).get(row)));
    }

    private static Field decimal() {
        BinaryNumeric numeric = new BinaryNumeric();
        return (rows, column, row, into) -> {
            DecimalVector vector = rows.decimals(column);
            if (vector.compact()) {
                numeric.encode(vector.unscaled(row), vector.scale(), into);
            } else {
                BytesVector digits = vector.digits();
                numeric.encode(digits.data(), digits.start(row), digits.end(row), into);
            }
        };
    }

    private static void bytes(RowBatch rows, int column, int row, BinaryStream into) {
        BytesVector vector = rows.bytes(column);
        into.bytes(vector.data(), vector.start(row), vector.end(row));
    }

    /** The server would cut superfluous blanks of VARCHAR(n) without a word. */
    private static Field varchar(LogicalType type) {
        int most = type instanceof LogicalType.Text text ? text.maxLength() : 0;
        if (most == 0) {
            return BinaryFields::bytes;
        }
        return (rows, column, row, into) -> {
            BytesVector vector = rows.bytes(column);
            CopyFields.requireLength(vector, row, most);
            into.bytes(vector.data(), vector.start(row), vector.end(row));
        };
    }

    private static void jsonb(RowBatch rows, int column, int row, BinaryStream into) {
        BytesVector vector = rows.bytes(column);
        int length = vector.length(row);
        int at = into.field(1 + length);
        into.array()[at] = BinaryTypes.JSONB_VERSION;
        System.arraycopy(vector.data(), vector.start(row), into.array(), at + 1, length);
    }

    private static void date(RowBatch rows, int column, int row, BinaryStream into) {
        long value = rows.longs(column).get(row);
        if (!Temporal.finite(value)) {
            into.four(value == Temporal.POSITIVE_INFINITY ? Integer.MAX_VALUE : Integer.MIN_VALUE);
            return;
        }
        long days = value - BinaryTypes.EPOCH_DAYS;
        if (days <= Integer.MIN_VALUE || days >= Integer.MAX_VALUE) {
            throw outOfRange(rows.display(row, column), "date");
        }
        into.four((int) days);
    }

    /** Beyond the years the server knows a value may wrap around or meet the sign of an infinity. */
    private static void timestamp(RowBatch rows, int column, int row, BinaryStream into) {
        long value = rows.longs(column).get(row);
        if (Temporal.finite(value)) {
            if (value <= Temporal.NEGATIVE_INFINITY + BinaryTypes.EPOCH_MICROS) {
                throw outOfRange(rows.display(row, column), "timestamp");
            }
            value -= BinaryTypes.EPOCH_MICROS;
        }
        into.eight(value);
    }

    private static void uuid(RowBatch rows, int column, int row, BinaryStream into) {
        BytesVector vector = rows.bytes(column);
        byte[] text = vector.data();
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = vector.start(row); i < vector.end(row); i++) {
            if (text[i] != '-') {
                int digit = Character.digit(text[i], 16);
                if (digit < 0) {
                    digits = -1;
                    break;
                }
                high = high << 4 | low >>> 60;
                low = low << 4 | digit;
                digits++;
            }
        }
        if (digits != UUID_DIGITS) {
            throw new SluiceException(JdbcError.VALUE_REFUSED, "'" + rows.display(row, column) + "' is no UUID");
        }
        int at = into.field(2 * Long.BYTES);
        BigEndian.putLong(into.array(), at, high);
        BigEndian.putLong(into.array(), at + Long.BYTES, low);
    }

    private static void bits(RowBatch rows, int column, int row, BinaryStream into) {
        BytesVector vector = rows.bytes(column);
        int start = vector.start(row);
        int count = vector.length(row);
        int at = into.field(Integer.BYTES + Math.ceilDiv(count, Byte.SIZE));
        byte[] target = into.array();
        BigEndian.putInt(target, at, count);
        for (int bit = 0; bit < count; bit++) {
            int index = at + Integer.BYTES + bit / Byte.SIZE;
            int digit = vector.data()[start + bit] - '0';
            if (digit < 0 || digit > 1) {
                throw new SluiceException(JdbcError.VALUE_REFUSED, "'" + rows.display(row, column) + "' is no bits");
            }
            target[index] = (byte) ((bit % Byte.SIZE == 0 ? 0 : target[index]) | digit << 7 - bit % Byte.SIZE);
        }
    }
}

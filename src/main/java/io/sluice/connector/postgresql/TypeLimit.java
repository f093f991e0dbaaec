package io.sluice.connector.postgresql;

import io.sluice.connector.jdbc.ColumnEncoder;
import io.sluice.connector.jdbc.JdbcError;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.Optional;

/** Refuses values that the server would round or cut without a word, because it takes them for input of its type. */
@FunctionalInterface
interface TypeLimit {
    /** Bytes of a value of type {@code name}. */
    int LONGEST_NAME = 63;

    int OCTAL_BYTE = 4;

    /** @throws SluiceException with a DATA code when the column would hold another value; never asked about NULL */
    void require(RowBatch rows, int column, int row);

    /**
     * The limit of a target column, if its type has one.
     *
     * @param definition its type as the catalogue spells it
     */
    static Optional<TypeLimit> of(Column column, String definition) {
        return of(column).or(() -> SpelledLimit.of(definition));
    }

    /** The limit of a target column whose type needs no more than its name to tell. */
    static Optional<TypeLimit> of(Column column) {
        String type = column.nativeType();
        if (type.startsWith(BinaryTypes.ROUNDED_NUMERIC)) {
            return Optional.of(multiplesOf(BinaryTypes.roundedDigits(type), type));
        }
        return switch (type) {
            case "name" -> Optional.of(TypeLimit::name);
            case "char" -> Optional.of(TypeLimit::singleByte);
            default -> Optional.empty();
        };
    }

    /** The encoder with the limit of the column in front of it. */
    static ColumnEncoder checked(Column described, String definition, ColumnEncoder encoder) {
        return of(described, definition)
                .<ColumnEncoder>map(limit -> (statement, column, rows, row) -> {
                    limit.require(rows, column, row);
                    encoder.bind(statement, column, rows, row);
                })
                .orElse(encoder);
    }

    private static void name(RowBatch rows, int column, int row) {
        int length = rows.bytes(column).length(row);
        if (length > LONGEST_NAME) {
            throw new SluiceException(
                    JdbcError.VALUE_TOO_LONG, "Text of %d bytes does not fit a name".formatted(length));
        }
    }

    /** The type that is written {@code "char"} holds one byte; one that is no ASCII is spelled as in {@code \351}. */
    private static void singleByte(RowBatch rows, int column, int row) {
        BytesVector vector = rows.bytes(column);
        int length = vector.length(row);
        boolean octal = length == OCTAL_BYTE && vector.data()[vector.start(row)] == '\\';
        if (length > 1 && !octal) {
            throw new SluiceException(
                    JdbcError.VALUE_TOO_LONG, "Text of %d bytes does not fit \"char\"".formatted(length));
        }
    }

    private static TypeLimit multiplesOf(int zeros, String type) {
        return (rows, column, row) -> {
            String plain = rows.decimals(column).plain(row);
            int digits = plain.length();
            int found = 0;
            while (found < zeros && found < digits && plain.charAt(digits - 1 - found) == '0') {
                found++;
            }
            boolean zero = found == digits || found == digits - 1 && plain.charAt(0) == '-';
            if (found < zeros && !zero) {
                throw new SluiceException(
                        CommonError.VALUE_OUT_OF_RANGE, "%s would be rounded in %s".formatted(plain, type));
            }
        };
    }
}

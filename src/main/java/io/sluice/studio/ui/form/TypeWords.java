package io.sluice.studio.ui.form;

import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import java.util.Locale;

/** Types as the lists show them: in the system's own words where it has some. */
final class TypeWords {
    private TypeWords() {}

    static String of(Column column) {
        String name = column.nativeType().toLowerCase(Locale.ROOT);
        if (name.isBlank()) {
            return of(column.type());
        }
        return name.contains("(") ? name : name + measure(column.type());
    }

    /** Length, precision and scale in brackets, where a type has them. */
    private static String measure(LogicalType type) {
        return switch (type) {
            case LogicalType.Text text -> length("", text.maxLength());
            case LogicalType.Binary(int length) -> length("", length);
            case LogicalType.Bits bits -> length("", bits.length());
            case LogicalType.Decimal(int precision, int scale) ->
                precision == 0 ? "" : "(" + precision + "," + scale + ")";
            case LogicalType.Time time -> length("", time.precision());
            case LogicalType.Timestamp(int precision) -> length("", precision);
            case LogicalType.Instant(int precision) -> length("", precision);
            case LogicalType.Bool ignored -> "";
            case LogicalType.Int ignored -> "";
            case LogicalType.Real ignored -> "";
            case LogicalType.Date ignored -> "";
            case LogicalType.Interval ignored -> "";
            case LogicalType.Json ignored -> "";
            case LogicalType.Uuid ignored -> "";
        };
    }

    static String of(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool ignored -> "boolean";
            case LogicalType.Int(int bits, boolean signed) -> (signed ? "int" : "uint") + bits;
            case LogicalType.Real(int bits) -> bits == 32 ? "float" : "double";
            case LogicalType.Decimal(int precision, int scale) ->
                precision == 0 ? "decimal" : "decimal(" + precision + "," + scale + ")";
            case LogicalType.Text text -> length("text", text.maxLength());
            case LogicalType.Binary(int length) -> length("binary", length);
            case LogicalType.Bits bits -> length("bits", bits.length());
            case LogicalType.Date ignored -> "date";
            case LogicalType.Time time -> length("time", time.precision());
            case LogicalType.Timestamp(int precision) -> length("timestamp", precision);
            case LogicalType.Instant(int precision) -> length("instant", precision);
            case LogicalType.Interval ignored -> "interval";
            case LogicalType.Json ignored -> "json";
            case LogicalType.Uuid ignored -> "uuid";
        };
    }

    private static String length(String name, int length) {
        return length > 0 ? name + "(" + length + ")" : name;
    }
}

package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType;

/** Types in words for a person. */
final class TypeNames {
    private TypeNames() {}

    static String of(LogicalType type) {
        return switch (type) {
            case LogicalType.Bool ignored -> "boolean";
            case LogicalType.Int whole ->
                (whole.signed() ? "integer of " : "unsigned integer of ") + whole.bits() + " bits";
            case LogicalType.Real real -> "floating point number of " + real.bits() + " bits";
            case LogicalType.Decimal(int precision, int scale) ->
                precision == 0 ? "decimal" : "decimal(" + precision + "," + scale + ")";
            case LogicalType.Text text -> text(text);
            case LogicalType.Binary binary ->
                binary.maxLength() == 0 ? "binary" : "binary of " + binary.maxLength() + " bytes";
            case LogicalType.Bits(int length, boolean varying) ->
                length == 0 ? "bits" : (varying ? "at most " : "") + length + " bits";
            case LogicalType.Date ignored -> "date";
            case LogicalType.Time time -> "time(" + time.precision() + ")";
            case LogicalType.Timestamp timestamp -> "timestamp(" + timestamp.precision() + ")";
            case LogicalType.Instant instant -> "timestamp(" + instant.precision() + ") with time zone";
            case LogicalType.Interval ignored -> "interval";
            case LogicalType.Json ignored -> "JSON";
            case LogicalType.Uuid ignored -> "UUID";
        };
    }

    private static String text(LogicalType.Text text) {
        if (text.maxLength() > 0) {
            return "text of " + text.maxLength() + " characters";
        }
        return text.maxBytes() > 0 ? "text of " + text.maxBytes() + " bytes" : "text";
    }
}

package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;

/** Conversions to truth values. */
final class ToBool {
    private static final String NAME = "truth value";

    private ToBool() {}

    static ColumnConversion from(LogicalType source, LogicalType.Bool target) {
        return switch (source) {
            case LogicalType.Bool ignored -> ColumnConversion.same();
            case LogicalType.Int ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.TRUTH_NUMBERS),
                        new RowLoop<>(
                                LongVector.class, BoolVector.class, (from, to, row) -> to.set(row, of(from.get(row)))));
            case LogicalType.Bits(int length, boolean varying)
            when length == 1 ->
                convert(
                        varying ? Kind.LOSSY : Kind.WIDENING,
                        varying ? because(Code.TRUTH_BIT) : Reason.NONE,
                        new RowLoop<>(
                                BytesVector.class,
                                BoolVector.class,
                                (from, to, row) -> to.set(row, of(Long.parseLong(from.string(row))))));
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.TRUTH_WORDS),
                        new RowLoop<>(
                                BytesVector.class,
                                BoolVector.class,
                                (from, to, row) -> to.set(row, of(from.string(row)))));
            case LogicalType.Bits ignored -> impossible(source, target);
            case LogicalType.Real ignored -> impossible(source, target);
            case LogicalType.Decimal ignored -> impossible(source, target);
            case LogicalType.Binary ignored -> impossible(source, target);
            case LogicalType.Date ignored -> impossible(source, target);
            case LogicalType.Time ignored -> impossible(source, target);
            case LogicalType.Timestamp ignored -> impossible(source, target);
            case LogicalType.Instant ignored -> impossible(source, target);
            case LogicalType.Interval ignored -> impossible(source, target);
            case LogicalType.Json ignored -> impossible(source, target);
            case LogicalType.Uuid ignored -> impossible(source, target);
        };
    }

    private static boolean of(long value) {
        if (value != 0 && value != 1) {
            throw Unfit.form(value, NAME);
        }
        return value == 1;
    }

    private static boolean of(String text) {
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (!text.equalsIgnoreCase("false")) {
            throw Unfit.form(text, NAME);
        }
        return false;
    }
}

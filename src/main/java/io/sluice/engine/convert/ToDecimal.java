package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.check;
import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.ColumnConversion.pass;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.RowLoop.Step;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LongVector;
import java.math.BigDecimal;
import java.util.List;

/** Conversions to decimal numbers; no digit is rounded away. */
final class ToDecimal {
    private static final List<Reason> REASON = because(Code.DIGITS);
    private static final int LONGEST_EXPONENT_FORM = 5_000;
    private static final List<String> NON_FINITE = List.of("NaN", "Infinity", "-Infinity");

    private ToDecimal() {}

    static ColumnConversion from(LogicalType source, Decimal target) {
        DecimalRange range = new DecimalRange(target);
        return switch (source) {
            case LogicalType.Bool ignored ->
                convert(
                        range.holdsOne() ? Kind.WIDENING : Kind.LOSSY,
                        range.holdsOne() ? because(Code.TRUE_IS_ONE) : REASON,
                        new RowLoop<>(
                                BoolVector.class,
                                DecimalVector.class,
                                (from, to, row) -> range.set(to, row, from.get(row) ? "1" : "0")));
            case LogicalType.Int whole -> ints(whole, target, range);
            case LogicalType.Real real ->
                convert(Kind.LOSSY, REASON, new RowLoop<>(DoubleVector.class, DecimalVector.class, reals(real, range)));
            case Decimal decimal -> decimals(decimal, target, range);
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        REASON,
                        new RowLoop<>(
                                BytesVector.class,
                                DecimalVector.class,
                                (from, to, row) -> ofText(from.string(row), range, target, to, row)));
            case LogicalType.Bits ignored -> impossible(source, target);
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

    private static ColumnConversion ints(LogicalType.Int source, Decimal target, DecimalRange range) {
        boolean unsigned = !source.signed() && source.bits() == Long.SIZE;
        Kind kind = range.holdsAll(source) ? Kind.WIDENING : Kind.LOSSY;
        Step<LongVector, DecimalVector> step = (from, to, row) -> {
            long value = from.get(row);
            range.set(to, row, unsigned ? Long.toUnsignedString(value) : Long.toString(value));
        };
        if (DecimalVector.isCompact(target) && !unsigned) {
            long unit = Powers.often(target.scale());
            step = (from, to, row) -> to.setUnscaled(row, range.require(Math.multiplyExact(from.get(row), unit)));
        }
        return convert(
                kind,
                kind == Kind.WIDENING ? Reason.NONE : REASON,
                new RowLoop<>(LongVector.class, DecimalVector.class, step));
    }

    private static Step<DoubleVector, DecimalVector> reals(LogicalType.Real source, DecimalRange range) {
        boolean single = source.bits() == 32;
        return (from, to, row) -> {
            double value = from.get(row);
            if (!Double.isFinite(value)) {
                throw Unfit.range(value, range.name());
            }
            String shortest = single ? Float.toString((float) value) : Double.toString(value);
            range.set(to, row, withoutNeedlessZero(new BigDecimal(shortest).toPlainString()));
        };
    }

    /** Java spells 2 as 2.0, but the number has no fraction. */
    private static String withoutNeedlessZero(String plain) {
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    private static ColumnConversion decimals(Decimal source, Decimal target, DecimalRange range) {
        boolean fits = range.holdsAll(source);
        boolean sourceCompact = DecimalVector.isCompact(source);
        boolean targetCompact = DecimalVector.isCompact(target);
        if (sourceCompact && targetCompact) {
            return compact(source, target, range);
        }
        if (!sourceCompact && !targetCompact) {
            return fits
                    ? pass(Kind.WIDENING, Reason.NONE)
                    : check(REASON, RowLoop.check(DecimalVector.class, (from, row) -> {
                        BytesVector digits = from.digits();
                        range.require(digits.data(), digits.start(row), digits.end(row));
                    }));
        }
        if (sourceCompact) {
            return convert(
                    fits ? Kind.WIDENING : Kind.LOSSY,
                    fits ? Reason.NONE : REASON,
                    new RowLoop<>(
                            DecimalVector.class,
                            DecimalVector.class,
                            (from, to, row) -> range.set(to, row, from.plain(row))));
        }
        return convert(Kind.LOSSY, REASON, new RowLoop<>(DecimalVector.class, DecimalVector.class, (from, to, row) -> {
            BytesVector digits = from.digits();
            to.setText(row, digits.data(), digits.start(row), digits.length(row));
            range.require(to.unscaled(row));
        }));
    }

    private static ColumnConversion compact(Decimal source, Decimal target, DecimalRange range) {
        boolean fits = range.holdsAll(source);
        if (source.scale() == target.scale()) {
            return fits
                    ? pass(Kind.WIDENING, Reason.NONE)
                    : check(
                            REASON,
                            RowLoop.check(DecimalVector.class, (from, row) -> range.require(from.unscaled(row))));
        }
        Kind kind = fits ? Kind.WIDENING : Kind.LOSSY;
        List<Reason> reason = fits ? Reason.NONE : REASON;
        if (source.scale() < target.scale()) {
            long unit = Powers.often(target.scale() - source.scale());
            return convert(
                    kind,
                    reason,
                    new RowLoop<>(
                            DecimalVector.class,
                            DecimalVector.class,
                            (from, to, row) ->
                                    to.setUnscaled(row, range.require(Math.multiplyExact(from.unscaled(row), unit)))));
        }
        long unit = Powers.often(source.scale() - target.scale());
        return convert(kind, reason, new RowLoop<>(DecimalVector.class, DecimalVector.class, (from, to, row) -> {
            long unscaled = from.unscaled(row);
            if (unscaled % unit != 0) {
                throw Unfit.range(from.plain(row), range.name());
            }
            to.setUnscaled(row, range.require(unscaled / unit));
        }));
    }

    /** Decimals without bounds know NaN and infinities; what the target does not know of them is refused later. */
    private static void ofText(String text, DecimalRange range, Decimal target, DecimalVector to, int row) {
        if (target.precision() == 0 && NON_FINITE.contains(text)) {
            to.setText(row, text);
        } else {
            range.set(to, row, plain(text));
        }
    }

    private static String plain(String text) {
        if (PlainNumber.isDecimal(text)) {
            return text;
        }
        if (!PlainNumber.isReal(text)) {
            throw Unfit.form(text, "plain number");
        }
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) > LONGEST_EXPONENT_FORM) {
            throw Unfit.range(text, "a decimal number");
        }
        return value.toPlainString();
    }
}

package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.check;
import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.pass;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.RowLoop.Step;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BoolVector;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalText;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.LongVector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversions to text; whatever is not text becomes a spelling that gives the same value back. */
final class ToText {
    private static final int SIGN_AND_POINT = 21;

    private ToText() {}

    static ColumnConversion from(LogicalType source, Text target, ConversionRules rules) {
        boolean fits = Lengths.fits(source, target, rules);
        TextFit fit = new TextFit(target, blankPadded(source) || target.blankPadded());
        return switch (source) {
            case Text ignored -> fits ? pass(Kind.WIDENING, Reason.NONE) : fit.check();
            case LogicalType.Bits ignored -> fits ? pass(Kind.WIDENING, Reason.NONE) : fit.check();
            case LogicalType.Interval ignored -> fits ? pass(Kind.WIDENING, because(Code.TO_ISO_8601)) : fit.check();
            case LogicalType.Json ignored -> fits ? pass(Kind.WIDENING, Reason.NONE) : fit.check();
            case LogicalType.Uuid ignored -> fits ? pass(Kind.WIDENING, Reason.NONE) : fit.check();
            case LogicalType.Binary ignored -> check(because(Code.FROM_UTF_8), utf8(fit));
            case LogicalType.Bool ignored ->
                spelled(BoolVector.class, fits, fit, (from, to, row) -> to.set(row, from.get(row) ? "true" : "false"));
            case LogicalType.Int whole -> spelled(LongVector.class, fits, fit, ints(whole));
            case LogicalType.Real real ->
                spelled(
                        DoubleVector.class,
                        fits,
                        fit,
                        (from, to, row) -> to.set(row, Spelling.real(from.get(row), real.bits())));
            case LogicalType.Decimal decimal -> spelled(DecimalVector.class, fits, fit, decimals(decimal));
            case LogicalType.Date ignored -> temporal(new TemporalText(rules)::writeDate, fits, fit);
            case LogicalType.Time ignored -> temporal(new TemporalText(rules)::writeTime, fits, fit);
            case LogicalType.Timestamp ignored -> temporal(new TemporalText(rules)::writeTimestamp, fits, fit);
            case LogicalType.Instant ignored ->
                temporal(new TemporalText(rules)::writeInstant, fits, fit).and(local(rules.zone()));
        };
    }

    private static List<Reason> local(@Nullable ZoneId zone) {
        return zone == null ? Reason.NONE : Zones.becomesLocal(zone);
    }

    private static boolean blankPadded(LogicalType source) {
        return source instanceof Text text && text.blankPadded();
    }

    private static Kernel utf8(TextFit fit) {
        return RowLoop.check(BytesVector.class, (from, row) -> {
            ByteBuffer bytes = ByteBuffer.wrap(from.data(), from.start(row), from.length(row));
            try {
                StandardCharsets.UTF_8.newDecoder().decode(bytes);
            } catch (CharacterCodingException e) {
                throw Unfit.form(from.length(row) + " bytes", "UTF-8 text");
            }
            fit.require(from, row);
        });
    }

    private static <F extends io.sluice.spi.data.Vector> ColumnConversion spelled(
            Class<F> from, boolean fits, TextFit fit, Step<F, BytesVector> step) {
        return fits
                ? convert(Kind.WIDENING, Reason.NONE, new RowLoop<>(from, BytesVector.class, step))
                : convert(Kind.LOSSY, fit.reasons(), new RowLoop<>(from, BytesVector.class, (source, to, row) -> {
                    step.take(source, to, row);
                    fit.require(to, row);
                }));
    }

    private static Step<LongVector, BytesVector> ints(LogicalType.Int source) {
        boolean unsigned = source.bits() == Long.SIZE && !source.signed();
        return (from, to, row) -> {
            long value = from.get(row);
            if (unsigned && value < 0) {
                to.set(row, Long.toUnsignedString(value));
            } else {
                digits(value, 0, to, row);
            }
        };
    }

    private static Step<DecimalVector, BytesVector> decimals(LogicalType.Decimal source) {
        if (DecimalVector.isCompact(source)) {
            return (from, to, row) -> digits(from.unscaled(row), source.scale(), to, row);
        }
        return (from, to, row) -> {
            BytesVector digits = from.digits();
            to.set(row, digits.data(), digits.start(row), digits.length(row));
        };
    }

    private static void digits(long unscaled, int scale, BytesVector to, int row) {
        int at = to.reserveFor(row, scale + SIGN_AND_POINT);
        to.commit(row, DecimalText.write(unscaled, scale, to.data(), at) - at);
    }

    private static ColumnConversion temporal(LongToText spelling, boolean fits, TextFit fit) {
        return spelled(LongVector.class, fits, fit, (from, to, row) -> to.set(row, spelling.apply(from.get(row))));
    }

    /** Spells a number. */
    @FunctionalInterface
    private interface LongToText {
        String apply(long value);
    }
}

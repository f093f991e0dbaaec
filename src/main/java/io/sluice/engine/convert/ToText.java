package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.check;
import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.pass;

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

/** Conversions to text; whatever is not text becomes a spelling that gives the same value back. */
final class ToText {
    private static final int SIGN_AND_POINT = 21;

    private ToText() {}

    static ColumnConversion from(LogicalType source, Text target, ConversionRules rules) {
        return switch (source) {
            case Text text -> texts(text, target);
            case LogicalType.Bits ignored -> pass(Kind.WIDENING, "");
            case LogicalType.Interval ignored -> pass(Kind.WIDENING, "becomes ISO-8601 text");
            case LogicalType.Json ignored -> pass(Kind.WIDENING, "");
            case LogicalType.Uuid ignored -> pass(Kind.WIDENING, "");
            case LogicalType.Binary ignored -> check("only bytes that are UTF-8 text fit", utf8());
            case LogicalType.Bool ignored ->
                spelled(BoolVector.class, (from, to, row) -> to.set(row, from.get(row) ? "true" : "false"));
            case LogicalType.Int whole -> spelled(LongVector.class, ints(whole));
            case LogicalType.Real real ->
                spelled(DoubleVector.class, (from, to, row) -> to.set(row, Spelling.real(from.get(row), real.bits())));
            case LogicalType.Decimal decimal -> spelled(DecimalVector.class, decimals(decimal));
            case LogicalType.Date ignored -> spelled(LongVector.class, temporal(new TemporalText(rules)::writeDate));
            case LogicalType.Time ignored -> spelled(LongVector.class, temporal(new TemporalText(rules)::writeTime));
            case LogicalType.Timestamp ignored ->
                spelled(LongVector.class, temporal(new TemporalText(rules)::writeTimestamp));
            case LogicalType.Instant ignored ->
                spelled(LongVector.class, temporal(new TemporalText(rules)::writeInstant));
        };
    }

    private static ColumnConversion texts(Text source, Text target) {
        int most = target.maxLength();
        if (most == 0 || source.maxLength() > 0 && source.maxLength() <= most || source.blankPadded()) {
            return pass(Kind.WIDENING, "");
        }
        return check(
                "only text of at most " + most + " characters fits",
                RowLoop.check(BytesVector.class, (from, row) -> requireLength(from, row, target)));
    }

    /** In UTF-8 and in UTF-16 there are never fewer units than characters. */
    private static void requireLength(BytesVector from, int row, Text target) {
        int most = target.maxLength();
        if (!from.holdsStrings() && from.length(row) <= most) {
            return;
        }
        String text = from.string(row);
        if (text.length() > most && text.codePointCount(0, text.length()) > most) {
            throw Unfit.range(text, TypeNames.of(target));
        }
    }

    private static Kernel utf8() {
        return RowLoop.check(BytesVector.class, (from, row) -> {
            ByteBuffer bytes = ByteBuffer.wrap(from.data(), from.start(row), from.length(row));
            try {
                StandardCharsets.UTF_8.newDecoder().decode(bytes);
            } catch (CharacterCodingException e) {
                throw Unfit.form(from.length(row) + " bytes", "UTF-8 text");
            }
        });
    }

    private static <F extends io.sluice.spi.data.Vector> ColumnConversion spelled(
            Class<F> from, Step<F, BytesVector> step) {
        return convert(Kind.WIDENING, "", new RowLoop<>(from, BytesVector.class, step));
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

    private static Step<LongVector, BytesVector> temporal(LongToText spelling) {
        return (from, to, row) -> to.set(row, spelling.apply(from.get(row)));
    }

    /** Spells a number. */
    @FunctionalInterface
    private interface LongToText {
        String apply(long value);
    }
}

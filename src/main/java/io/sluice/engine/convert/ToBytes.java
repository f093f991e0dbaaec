package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.check;
import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.ColumnConversion.pass;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Conversions to types of bytes that are not plain text: binary, JSON, UUID and intervals. */
final class ToBytes {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private static final List<Reason> NOT_FINITE = because(Code.JSON_NOT_FINITE);

    private ToBytes() {}

    static ColumnConversion binary(LogicalType source, LogicalType.Binary target) {
        return switch (source) {
            case LogicalType.Binary bytes ->
                target.maxLength() == 0 || bytes.maxLength() > 0 && bytes.maxLength() <= target.maxLength()
                        ? pass(Kind.WIDENING, Reason.NONE)
                        : longest(target);
            case LogicalType.Text text ->
                target.maxLength() == 0 || Lengths.bytes(text) <= target.maxLength()
                        ? pass(Kind.WIDENING, because(Code.TO_UTF_8))
                        : longest(target);
            case LogicalType.Json ignored ->
                target.maxLength() == 0 ? pass(Kind.WIDENING, because(Code.TO_UTF_8)) : longest(target);
            case LogicalType.Uuid ignored -> impossible(source, target);
            case LogicalType.Bool ignored -> impossible(source, target);
            case LogicalType.Int ignored -> impossible(source, target);
            case LogicalType.Real ignored -> impossible(source, target);
            case LogicalType.Decimal ignored -> impossible(source, target);
            case LogicalType.Bits ignored -> impossible(source, target);
            case LogicalType.Date ignored -> impossible(source, target);
            case LogicalType.Time ignored -> impossible(source, target);
            case LogicalType.Timestamp ignored -> impossible(source, target);
            case LogicalType.Instant ignored -> impossible(source, target);
            case LogicalType.Interval ignored -> impossible(source, target);
        };
    }

    private static ColumnConversion longest(LogicalType.Binary target) {
        return check(because(Code.BYTES, target.maxLength()), RowLoop.check(BytesVector.class, (from, row) -> {
            if (from.length(row) > target.maxLength()) {
                throw Unfit.range(from.length(row) + " bytes", TypeNames.of(target));
            }
        }));
    }

    static ColumnConversion json(LogicalType source, LogicalType.Json target) {
        ColumnConversion asText = ToText.from(source, LogicalType.Text.UNBOUNDED, ConversionRules.DEFAULT);
        return switch (source) {
            case LogicalType.Json ignored -> ColumnConversion.same();
            case LogicalType.Text ignored -> pass(Kind.LOSSY, because(Code.JSON_REFUSED));
            case LogicalType.Bool ignored -> asText;
            case LogicalType.Int ignored -> asText;
            case LogicalType.Decimal decimal -> decimal.precision() == 0 ? finite() : asText;
            case LogicalType.Real real ->
                convert(
                        Kind.LOSSY,
                        NOT_FINITE,
                        new RowLoop<>(DoubleVector.class, BytesVector.class, (from, to, row) -> {
                            if (!Double.isFinite(from.get(row))) {
                                throw Unfit.form(from.get(row), "JSON number");
                            }
                            to.set(row, Spelling.real(from.get(row), real.bits()));
                        }));
            case LogicalType.Binary ignored -> impossible(source, target);
            case LogicalType.Uuid ignored -> impossible(source, target);
            case LogicalType.Bits ignored -> impossible(source, target);
            case LogicalType.Date ignored -> impossible(source, target);
            case LogicalType.Time ignored -> impossible(source, target);
            case LogicalType.Timestamp ignored -> impossible(source, target);
            case LogicalType.Instant ignored -> impossible(source, target);
            case LogicalType.Interval ignored -> impossible(source, target);
        };
    }

    /** Decimals without bounds may be NaN or infinite. */
    private static ColumnConversion finite() {
        return convert(
                Kind.LOSSY, NOT_FINITE, new RowLoop<>(DecimalVector.class, BytesVector.class, (from, to, row) -> {
                    String plain = from.plain(row);
                    if (!Character.isDigit(plain.charAt(plain.length() - 1))) {
                        throw Unfit.form(plain, "JSON number");
                    }
                    to.set(row, plain);
                }));
    }

    static ColumnConversion uuid(LogicalType source, LogicalType.Uuid target) {
        return source instanceof LogicalType.Text
                ? convert(
                        Kind.LOSSY,
                        because(Code.UUID_CHARACTERS),
                        new RowLoop<>(BytesVector.class, BytesVector.class, (from, to, row) -> {
                            String text = from.string(row);
                            if (!UUID.matcher(text).matches()) {
                                throw Unfit.form(text, "UUID");
                            }
                            to.set(row, text.toLowerCase(Locale.ROOT));
                        }))
                : impossible(source, target);
    }

    static ColumnConversion interval(LogicalType source, LogicalType.Interval target) {
        if (source instanceof LogicalType.Text) {
            return pass(Kind.LOSSY, because(Code.INTERVAL_REFUSED));
        }
        return source instanceof LogicalType.Time
                ? convert(
                        Kind.WIDENING,
                        Reason.NONE,
                        new RowLoop<>(
                                LongVector.class,
                                BytesVector.class,
                                (from, to, row) -> to.set(row, Spelling.duration(from.get(row)))))
                : impossible(source, target);
    }
}

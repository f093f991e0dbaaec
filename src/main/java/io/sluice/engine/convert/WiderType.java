package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Binary;
import io.sluice.spi.data.LogicalType.Decimal;
import io.sluice.spi.data.LogicalType.Instant;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Real;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.LogicalType.Time;
import io.sluice.spi.data.LogicalType.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The narrowest type of the same family that holds all values of two types. */
public final class WiderType {
    private static final List<Integer> WIDTHS = List.of(8, 16, 24, 32, 64);
    private static final int BYTES_OF_CHARACTER = 4;

    private WiderType() {}

    /** Equal to {@code present} where that holds everything; empty where there is no such type. */
    public static Optional<LogicalType> of(LogicalType present, LogicalType wanted) {
        return Optional.ofNullable(
                switch (present) {
                    case Text text -> wanted instanceof Text more ? text(text, more) : null;
                    case Int whole -> number(whole, wanted);
                    case Decimal decimal -> number(decimal, wanted);
                    case Real real -> wanted instanceof Real more ? new Real(Math.max(real.bits(), more.bits())) : null;
                    case Binary(int length) ->
                        wanted instanceof Binary(int more) ? new Binary(longer(length, more)) : null;
                    case Timestamp(int digits) ->
                        wanted instanceof Timestamp(int more) ? new Timestamp(Math.max(digits, more)) : null;
                    case Instant(int digits) ->
                        wanted instanceof Instant(int more) ? new Instant(Math.max(digits, more)) : null;
                    case Time(int digits, Time.Range range) ->
                        wanted instanceof Time more ? time(digits, range, more) : null;
                    default -> null;
                });
    }

    private static LogicalType time(int digits, Time.Range range, Time more) {
        return new Time(Math.max(digits, more.precision()), range.compareTo(more.range()) < 0 ? more.range() : range);
    }

    /** 0 stands for any length. */
    private static int longer(int one, int other) {
        return one == 0 || other == 0 ? 0 : Math.max(one, other);
    }

    private static Text text(Text present, Text wanted) {
        if (present.maxLength() > 0) {
            int length = wanted.maxBytes() > 0 && wanted.maxLength() == 0 ? wanted.maxBytes() : wanted.maxLength();
            return new Text(longer(present.maxLength(), length), present.blankPadded());
        }
        if (present.maxBytes() == 0) {
            return present;
        }
        long bytes = wanted.maxBytes() > 0 ? wanted.maxBytes() : (long) wanted.maxLength() * BYTES_OF_CHARACTER;
        return bytes == 0 || bytes > Integer.MAX_VALUE
                ? Text.UNBOUNDED
                : Text.ofBytes(Math.max(present.maxBytes(), (int) bytes));
    }

    private static @Nullable LogicalType number(LogicalType present, LogicalType wanted) {
        if (present instanceof Int one && wanted instanceof Int other) {
            return whole(one, other);
        }
        return digits(present).flatMap(one -> digits(wanted).map(one::with)).orElse(null);
    }

    private static LogicalType whole(Int one, Int other) {
        if (one.signed() == other.signed()) {
            return new Int(Math.max(one.bits(), other.bits()), one.signed());
        }
        int signed = one.signed() ? one.bits() : other.bits();
        int unsigned = one.signed() ? other.bits() : one.bits();
        return WIDTHS.stream()
                .filter(bits -> bits >= signed && bits > unsigned)
                .findFirst()
                .<LogicalType>map(bits -> new Int(bits, true))
                .orElse(new Decimal(PlainDigits.of(64), 0));
    }

    /** Digits before and behind the point. @param bounded whether there is a limit at all */
    private record PlainDigits(int before, int behind, boolean bounded) {
        /** The most digits of whole numbers of so many bits. */
        static int of(int bits) {
            return switch (bits) {
                case 8 -> 3;
                case 16 -> 5;
                case 24 -> 8;
                case 32 -> 10;
                default -> 20;
            };
        }

        LogicalType with(PlainDigits other) {
            int most = Math.max(behind, other.behind);
            return bounded && other.bounded
                    ? new Decimal(Math.max(before, other.before) + most, most)
                    : Decimal.UNBOUNDED;
        }
    }

    private static Optional<PlainDigits> digits(LogicalType type) {
        return switch (type) {
            case Int whole -> Optional.of(new PlainDigits(PlainDigits.of(whole.bits()), 0, true));
            case Decimal(int precision, int scale) ->
                Optional.of(new PlainDigits(Math.max(0, precision - scale), scale, precision > 0));
            default -> Optional.empty();
        };
    }
}

package io.sluice.engine.convert;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.Unrepresentable.InfiniteDate;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import io.sluice.spi.data.Temporal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a task puts in the place of values that one column of its target cannot hold. What it says nothing about, and NULL
 * where the column is NOT NULL, is left to the conversion, which rejects it.
 */
record Substitutions(List<Substitution<?>> all) {
    private static final int MICRO_DIGITS = 6;
    private static final int MILLI_DIGITS = 3;
    private static final String TRUNCATED = Unrepresentable.spelled("fraction", "truncate");
    private static final Reason FRACTION_CUT = new Reason(Code.FRACTION_CUT, List.of());
    private static final Set<Code> NON_FINITE =
            Set.of(Code.NON_FINITE_NULL, Code.INFINITE_DATE_NULL, Code.INFINITY_REPLACED, Code.MINUS_INFINITY_REPLACED);

    static Substitutions of(Column source, Column target, ConversionRules rules, TargetLimits limits) {
        Unrepresentable chosen = limits.unrepresentable();
        List<Substitution<?>> all = new ArrayList<>();
        if (chosen.equals(Unrepresentable.DIRTY)) {
            return new Substitutions(List.of());
        }
        if (chosen.nonFiniteNumber() == Unrepresentable.NonFiniteNumber.CONVERT_TO_NULL
                && target.nullable()
                && !holdsNonFinite(target.type(), limits)) {
            numbers(source.type(), all);
        }
        if (isDated(source.type()) && !holdsInfinite(target.type(), limits)) {
            dates(source, target, rules.zone(), chosen.infiniteDate(), all);
        }
        if (chosen.zeroCharacter() == Unrepresentable.ZeroCharacter.REMOVE
                && source.type() instanceof LogicalType.Text
                && target.type() instanceof LogicalType.Text) {
            all.add(zeroCharacters());
        }
        if (chosen.fraction() == Unrepresentable.Fraction.TRUNCATE) {
            fractions(source.type(), target.type(), all);
            textFractions(TextFractions.of(source.type(), target.type(), rules), all);
        }
        return new Substitutions(List.copyOf(all));
    }

    /** The conversion with the substitutions in front of it. */
    ColumnConversion before(Column source, ColumnConversion conversion) {
        if (all.isEmpty() || conversion.mapping().kind() == TypeMapping.Kind.IMPOSSIBLE) {
            return conversion;
        }
        Kernel kernel = new SubstitutingKernel(source, all, conversion.lent(), conversion.kernel());
        TypeMapping mapping = conversion.mapping();
        return ColumnConversion.convert(mapping.kind(), instead(mapping.reasons()), kernel);
    }

    /** What is said of a column: what is chosen takes the place of what would be dirty. */
    private List<Reason> instead(List<Reason> reasons) {
        boolean cut = all.stream().anyMatch(one -> one.reason().code() == Code.FRACTION_CUT);
        List<Reason> left = reasons.stream()
                .filter(reason -> !(cut && reason.code() == Code.FRACTION))
                .toList();
        return Reason.both(left, all.stream().map(Substitution::reason).toList());
    }

    /** Whether something is chosen for NaN or infinities. */
    boolean coversNonFinite() {
        return all.stream().anyMatch(one -> NON_FINITE.contains(one.reason().code()));
    }

    private static boolean holdsNonFinite(LogicalType target, TargetLimits limits) {
        boolean number = target instanceof LogicalType.Real
                || target instanceof LogicalType.Decimal decimal && !DecimalVector.isCompact(decimal);
        return target instanceof LogicalType.Text || number && limits.keepsNonFinite();
    }

    private static boolean holdsInfinite(LogicalType target, TargetLimits limits) {
        return target instanceof LogicalType.Text || isDated(target) && limits.keepsNonFinite();
    }

    private static boolean isDated(LogicalType type) {
        return type instanceof LogicalType.Date
                || type instanceof LogicalType.Timestamp
                || type instanceof LogicalType.Instant;
    }

    private static void numbers(LogicalType source, List<Substitution<?>> all) {
        String choice = Unrepresentable.spelled("nonFiniteNumber", "convertToNull");
        Reason why = new Reason(Code.NON_FINITE_NULL, List.of());
        if (source instanceof LogicalType.Real) {
            all.add(new Substitution<>(
                    choice,
                    why,
                    DoubleVector.class,
                    (from, row) -> !Double.isFinite(from.get(row)),
                    (from, to, row) -> to.setNull(row)));
        } else if (source instanceof LogicalType.Decimal decimal && !DecimalVector.isCompact(decimal)) {
            all.add(new Substitution<>(
                    choice,
                    why,
                    DecimalVector.class,
                    (from, row) -> !NonFinite.isFinite(from, row),
                    (from, to, row) -> to.setNull(row)));
        }
    }

    private static void dates(
            Column source, Column target, @Nullable ZoneId zone, InfiniteDate chosen, List<Substitution<?>> all) {
        switch (chosen) {
            case InfiniteDate.Dirty() -> {
                return;
            }
            case InfiniteDate.ConvertToNull() -> {
                if (target.nullable()) {
                    all.add(new Substitution<>(
                            Unrepresentable.spelled("infiniteDate", "convertToNull"),
                            new Reason(Code.INFINITE_DATE_NULL, List.of()),
                            LongVector.class,
                            (from, row) -> !Temporal.finite(from.get(row)),
                            (from, to, row) -> to.setNull(row)));
                }
            }
            case InfiniteDate.Replace(@Nullable LocalDate latest, @Nullable LocalDate earliest) -> {
                Midnight midnight =
                        new Midnight(source.type(), target.type() instanceof LogicalType.Instant ? null : zone);
                if (latest != null) {
                    Reason why = new Reason(Code.INFINITY_REPLACED, List.of(latest));
                    all.add(fixed(why, Temporal.POSITIVE_INFINITY, midnight.of(latest)));
                }
                if (earliest != null) {
                    Reason why = new Reason(Code.MINUS_INFINITY_REPLACED, List.of(earliest));
                    all.add(fixed(why, Temporal.NEGATIVE_INFINITY, midnight.of(earliest)));
                }
            }
        }
    }

    private static Substitution<LongVector> fixed(Reason why, long infinity, long instead) {
        return new Substitution<>(
                Unrepresentable.spelled("infiniteDate", "replace"),
                why,
                LongVector.class,
                (from, row) -> from.get(row) == infinity,
                (from, to, row) -> to.set(row, instead));
    }

    /**
     * The beginning of days as a type spells it.
     *
     * @param zone of the days where the type is an instant; null for UTC
     */
    private record Midnight(LogicalType type, @Nullable ZoneId zone) {
        long of(LocalDate day) {
            if (type instanceof LogicalType.Date) {
                return day.toEpochDay();
            }
            return type instanceof LogicalType.Instant && zone != null
                    ? Math.multiplyExact(day.atStartOfDay(zone).toEpochSecond(), Temporal.MICROS_PER_SECOND)
                    : TemporalChecks.midnight(day.toEpochDay());
        }
    }

    private static Substitution<BytesVector> zeroCharacters() {
        return new Substitution<>(
                Unrepresentable.spelled("zeroCharacter", "remove"),
                new Reason(Code.ZERO_CHARACTER_REMOVED, List.of()),
                BytesVector.class,
                Substitutions::hasZero,
                (from, to, row) -> to.set(row, from.string(row).replace("\0", "")));
    }

    private static boolean hasZero(BytesVector from, int row) {
        if (from.holdsStrings()) {
            return from.string(row).indexOf('\0') >= 0;
        }
        byte[] bytes = from.data();
        for (int at = from.start(row); at < from.end(row); at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        return false;
    }

    private static void fractions(LogicalType source, LogicalType target, List<Substitution<?>> all) {
        int given = given(source);
        int kept = digits(target);
        if (given < 0 || kept < 0 || given <= kept) {
            return;
        }
        int stored = source instanceof LogicalType.Int ? MILLI_DIGITS : MICRO_DIGITS;
        long unit = Powers.often(stored - kept);
        boolean span = source instanceof LogicalType.Time;
        all.add(new Substitution<>(
                TRUNCATED,
                FRACTION_CUT,
                LongVector.class,
                (from, row) -> Temporal.finite(from.get(row)) && from.get(row) % unit != 0,
                (from, to, row) -> {
                    long micros = from.get(row);
                    to.set(row, micros - (span ? micros % unit : Math.floorMod(micros, unit)));
                }));
    }

    private static void textFractions(@Nullable TextFractions fractions, List<Substitution<?>> all) {
        if (fractions != null) {
            all.add(new Substitution<>(
                    TRUNCATED,
                    FRACTION_CUT,
                    BytesVector.class,
                    (from, row) -> fractions.cut(from.string(row)) != null,
                    (from, to, row) -> to.set(row, Objects.requireNonNull(fractions.cut(from.string(row))))));
        }
    }

    /** Digits of a second; -1 for other types. */
    private static int digits(LogicalType type) {
        if (type instanceof LogicalType.Time time) {
            return time.precision();
        }
        if (type instanceof LogicalType.Timestamp timestamp) {
            return timestamp.precision();
        }
        return type instanceof LogicalType.Instant instant ? instant.precision() : -1;
    }

    /** Whole numbers that become moments are milliseconds. */
    private static int given(LogicalType source) {
        return source instanceof LogicalType.Int ? MILLI_DIGITS : digits(source);
    }
}

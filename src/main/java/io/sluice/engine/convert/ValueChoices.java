package io.sluice.engine.convert;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.spi.Unrepresentable.ZeroDate;
import io.sluice.spi.data.LogicalType;
import java.util.List;

/**
 * What a task wants done with values that its target cannot hold, and what is known of the target.
 *
 * @param zeroDate what its reader makes of dates that are zero
 * @param nonFiniteLost whether the source may deliver NaN and infinities that the target does not know
 */
public record ValueChoices(ZeroDate zeroDate, TargetLimits limits, boolean nonFiniteLost) {
    /** A task that says nothing, between systems of which nothing is known. */
    public static final ValueChoices NONE = new ValueChoices(new ZeroDate.Dirty(), TargetLimits.NONE_KNOWN, false);

    /** Whether the reader makes NULL of values of a type. */
    boolean makesNull(LogicalType source) {
        return zeroDate instanceof ZeroDate.ConvertToNull && isDated(source);
    }

    /** What the reader makes of values of a type. */
    List<Reason> reasons(LogicalType source) {
        if (!isDated(source)) {
            return Reason.NONE;
        }
        return switch (zeroDate) {
            case ZeroDate.Dirty() -> Reason.NONE;
            case ZeroDate.ConvertToNull() -> Reason.because(Code.ZERO_DATE_NULL);
            case ZeroDate.Replace(var date) -> Reason.because(Code.ZERO_DATE_REPLACED, date);
        };
    }

    private static boolean isDated(LogicalType type) {
        return type instanceof LogicalType.Date
                || type instanceof LogicalType.Timestamp
                || type instanceof LogicalType.Instant;
    }
}

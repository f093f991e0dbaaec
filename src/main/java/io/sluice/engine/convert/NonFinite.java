package io.sluice.engine.convert;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.DecimalVector;
import io.sluice.spi.data.DoubleVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import org.jspecify.annotations.Nullable;

/** Rejects NaN and infinities on the way to a target that does not know them. */
final class NonFinite {
    private NonFinite() {}

    /** Null for types that have no such values. */
    static @Nullable Kernel check(Column target) {
        return switch (target.type()) {
            case LogicalType.Real ignored ->
                RowLoop.check(DoubleVector.class, (from, row) -> {
                    if (!Double.isFinite(from.get(row))) {
                        throw Unfit.range(from.get(row), "a finite number");
                    }
                });
            case LogicalType.Decimal decimal -> DecimalVector.isCompact(decimal) ? null : decimals();
            case LogicalType.Date ignored -> temporal();
            case LogicalType.Timestamp ignored -> temporal();
            case LogicalType.Instant ignored -> temporal();
            case LogicalType.Time ignored -> null;
            case LogicalType.Bool ignored -> null;
            case LogicalType.Int ignored -> null;
            case LogicalType.Text ignored -> null;
            case LogicalType.Binary ignored -> null;
            case LogicalType.Bits ignored -> null;
            case LogicalType.Interval ignored -> null;
            case LogicalType.Json ignored -> null;
            case LogicalType.Uuid ignored -> null;
        };
    }

    private static Kernel decimals() {
        return RowLoop.check(DecimalVector.class, (from, row) -> {
            if (!isFinite(from, row)) {
                throw Unfit.range(from.plain(row), "a finite number");
            }
        });
    }

    /** Whether a value of a wide vector, which is there, is a number and no word. */
    static boolean isFinite(DecimalVector wide, int row) {
        BytesVector digits = wide.digits();
        byte last = digits.data()[digits.end(row) - 1];
        return last >= '0' && last <= '9';
    }

    private static Kernel temporal() {
        return RowLoop.check(LongVector.class, (from, row) -> Zones.finite(from.get(row)));
    }
}

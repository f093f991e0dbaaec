package io.sluice.run;

import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.engine.verify.VerifyResult.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which of the rows that differ are wanted.
 *
 * @param kind those of one kind; null for all
 * @param range those of one range of keys; null for all
 */
public record DifferenceQuery(@Nullable Kind kind, @Nullable Integer range) {
    public static final DifferenceQuery ALL = new DifferenceQuery(null, null);

    boolean matches(Difference one) {
        return (kind == null || one.kind() == kind) && (range == null || one.range() == range);
    }
}

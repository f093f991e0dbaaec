package io.sluice.engine.convert;

import io.sluice.spi.Unrepresentable;

/**
 * What a target can hold beyond what its types say.
 *
 * @param keepsNonFinite whether it knows NaN and infinities, numeric and temporal
 * @param unrepresentable what is done with values that its columns cannot hold
 */
public record TargetLimits(boolean keepsNonFinite, Unrepresentable unrepresentable) {
    /** Nothing is known of the target. */
    public static final TargetLimits NONE_KNOWN = new TargetLimits(false, Unrepresentable.DIRTY);
}

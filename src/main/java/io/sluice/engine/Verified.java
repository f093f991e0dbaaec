package io.sluice.engine;

import io.sluice.engine.verify.VerifyResult;
import org.jspecify.annotations.Nullable;

/**
 * How a comparison ended: with a result or with a failure; with neither when it was stopped.
 *
 * @param failure what kept source and target from being compared
 */
public record Verified(
        @Nullable VerifyResult result, @Nullable Failure failure) {}

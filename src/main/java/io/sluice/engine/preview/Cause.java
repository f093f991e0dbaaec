package io.sluice.engine.preview;

import io.sluice.spi.error.ErrorCode;

/**
 * Why something does not work.
 *
 * @param message what happened, free of secrets
 * @param column the column at fault; empty when it is none
 */
public record Cause(ErrorCode code, String message, String column) {}

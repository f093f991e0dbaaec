package io.sluice.engine.preview;

/**
 * How much of the source was looked at.
 *
 * @param rows read
 * @param more whether the source has further rows
 * @param outOfTime whether the time was over before there were as many as wanted
 * @param unreadable records that could not be read
 */
public record Extent(long rows, boolean more, boolean outOfTime, long unreadable) {}

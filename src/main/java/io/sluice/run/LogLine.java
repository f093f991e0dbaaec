package io.sluice.run;

import java.time.Instant;

/**
 * One line of a run's log.
 *
 * @param sequence grows by one from line to line, from 1
 * @param source who speaks: the run, its plan, the reader, the writer
 * @param text without line breaks and control characters
 */
public record LogLine(long sequence, Instant time, Level level, String source, String text) {}

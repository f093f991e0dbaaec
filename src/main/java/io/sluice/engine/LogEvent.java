package io.sluice.engine;

import io.sluice.spi.TaskContext.Level;
import java.time.Instant;

/**
 * One line of a run's log.
 *
 * @param source who says it: {@code engine} or the name of a step
 * @param text free of the secrets the run knows; may span several lines
 */
public record LogEvent(Instant time, Level level, String source, String text) {}

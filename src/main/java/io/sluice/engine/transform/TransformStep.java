package io.sluice.engine.transform;

import io.sluice.script.Path;
import io.sluice.script.transform.Transform;

/**
 * A step between reader and writer, its parameters bound.
 *
 * @param name of the step, for messages
 * @param path where the step stands in the script
 */
public record TransformStep(String name, Path path, Transform parameters) {}

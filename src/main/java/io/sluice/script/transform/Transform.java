package io.sluice.script.transform;

/**
 * The parameters of one step between reader and writer. Columns are named by {@code name} as they are called when they
 * reach the step, or by {@code columnIndex}, counted from 0.
 */
public sealed interface Transform
        permits Cast, Digest, FieldAssign, Filter, JsonParse, Mask, Overlay, Pad, Project, StringReplace, Substring {}

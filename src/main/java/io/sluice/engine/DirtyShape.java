package io.sluice.engine;

import io.sluice.spi.data.Schema;

/**
 * What the values of dirty records stand for: where on their way the records were found, and the columns they had there.
 * Records of one shape can be sent on from there together.
 *
 * @param stage who found them
 * @param step how many pieces of work between reader and writer they had behind them; 0 unless the stage is TRANSFORM
 * @param source the columns of the reader
 * @param columns those of the values
 */
public record DirtyShape(DirtyRecord.Stage stage, int step, Schema source, Schema columns) {}

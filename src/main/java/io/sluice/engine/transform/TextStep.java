package io.sluice.engine.transform;

import io.sluice.spi.data.BytesVector;

/** Makes one text of another; belongs to one batch, so it may keep what it works with. */
@FunctionalInterface
interface TextStep {
    /** Sets {@code row} of {@code to}. @throws io.sluice.spi.error.SluiceException of category DATA when it cannot */
    void take(BytesVector from, BytesVector to, int row);
}

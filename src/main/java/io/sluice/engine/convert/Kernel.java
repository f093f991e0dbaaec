package io.sluice.engine.convert;

import io.sluice.spi.data.Vector;

/** Converts or checks a whole vector. Has no state, because all channels of a run use the same one. */
@FunctionalInterface
interface Kernel {
    /** @param to the vector to fill in ascending order, or {@code from} itself when the values are only checked */
    void run(Vector from, Vector to, int rows, Rejects.Column rejects);
}

package io.sluice.engine.convert;

import io.sluice.spi.data.Vector;

/**
 * A kind of values that a column cannot hold, and what the task puts in their place.
 *
 * @param choice how the script spells it
 * @param reason what becomes of such values, for people
 * @param vector what carries the values before and after
 */
record Substitution<V extends Vector>(String choice, Reason reason, Class<V> vector, Test<V> test, Put<V> put) {
    /** Whether a value, which is there, is of the kind. */
    @FunctionalInterface
    interface Test<V extends Vector> {
        boolean meets(V from, int row);
    }

    /** Sets what comes in the place of a value. */
    @FunctionalInterface
    interface Put<V extends Vector> {
        void put(V from, V to, int row);
    }

    boolean meets(Vector from, int row) {
        return test.meets(vector.cast(from), row);
    }

    void put(Vector from, Vector to, int row) {
        put.put(vector.cast(from), vector.cast(to), row);
    }
}

package io.sluice.run;

import io.sluice.engine.DirtyShape;
import io.sluice.spi.data.Schema;

/**
 * Dirty records of one run with the same cause.
 *
 * @param key names the cause within the run
 * @param example what was said of the first of them
 * @param place the column at fault in the first of them
 * @param count all of them
 * @param open those that are not in the target
 * @param doubtful open ones that may be in the target all the same
 * @param ready other open ones that somebody has corrected
 */
public record DirtyCause(Key key, String example, Place place, long count, long open, long doubtful, long ready) {
    /**
     * A cause within a run.
     *
     * @param code stable code of the error
     * @param columnName the column at fault; empty when it is not known
     */
    public record Key(String code, String columnName) {}

    /**
     * A column among those that a record had where it was found.
     *
     * @param form where the record was found, and its columns there
     * @param index from 0; -1 when it is not known
     */
    public record Place(DirtyShape form, int index) {
        public Schema columns() {
            return form.columns();
        }
    }
}

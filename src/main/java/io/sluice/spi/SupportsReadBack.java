package io.sluice.spi;

import io.sluice.spi.config.ConfigValue;

/** Makes writers whose target can be read again by the same connector's reader, to compare it with the source. */
public interface SupportsReadBack<C extends Record> extends WriterFactory<C> {
    /**
     * Parameters of the connector's reader that delivers what a writer with this configuration writes: the same columns
     * in the same order, all rows of the target. May connect to find the columns.
     */
    ConfigValue.Obj readBack(C config, TaskContext context) throws Exception;
}

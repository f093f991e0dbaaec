package io.sluice.spi;

import io.sluice.spi.config.ConfigValue;

/** A connector that can say what a data source holds: schemas, tables, columns. */
public interface SupportsDiscovery {
    /**
     * Look-ups with the settings of a data source, secrets included. Waits for nothing: the first question connects, so
     * that another thread may break off connecting too by closing it.
     *
     * @throws io.sluice.spi.error.SluiceException PARAMETER_INVALID for settings that are not valid
     */
    Discovery discover(ConfigValue.Obj settings, FileAccess files);
}

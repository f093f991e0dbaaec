package io.sluice.spi;

import io.sluice.spi.config.ConfigValue;

/** A connector that can say what a data source holds: schemas, tables, columns. */
public interface SupportsDiscovery {
    /**
     * Opens a connection for look-ups with the settings of a data source, secrets included. Another thread may close it
     * to break off a look-up under way.
     */
    Discovery discover(ConfigValue.Obj settings, FileAccess files) throws Exception;
}

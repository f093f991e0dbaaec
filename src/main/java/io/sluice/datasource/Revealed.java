package io.sluice.datasource;

import io.sluice.spi.config.ConfigValue;

/** A data source with its secrets in the open, for the connector about to use it. Never stored, sent or logged. */
public record Revealed(String name, String type, ConfigValue.Obj settings) {
    @Override
    public String toString() {
        return "Revealed[" + name + "]";
    }
}

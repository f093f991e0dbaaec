package io.sluice.engine;

import io.sluice.spi.config.ConfigValue;

/**
 * A registered data source as a run sees it.
 *
 * @param settings with its secrets, in memory only
 */
public record NamedSource(String name, String type, ConfigValue.Obj settings) {
    @Override
    public String toString() {
        return "NamedSource[" + name + ", " + type + "]";
    }
}

package io.sluice.datasource;

import io.sluice.spi.config.ConfigValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a form holds before it is saved or tested.
 *
 * @param id null for a new data source
 * @param settings with secrets only where they were newly typed; an absent or empty secret stays as it is
 */
public record DataSourceDraft(
        @Nullable UUID id, String name, String type, String description, ConfigValue.Obj settings) {
    /** Names the draft without its settings, which may hold a secret. */
    @Override
    public String toString() {
        return "DataSourceDraft[" + name + ", " + type + "]";
    }
}

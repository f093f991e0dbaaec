package io.sluice.spi;

import io.sluice.spi.config.ConfigValue;
import java.time.Duration;
import java.util.List;

/** A connector that can try out a data source, layer by layer. */
public interface SupportsConnectionTest {
    /**
     * Tries the settings, secrets included, and closes everything it opened within some 15 s. Never throws for a
     * failing connection: that is an outcome.
     */
    List<Layer> test(ConfigValue.Obj settings, FileAccess files);

    /** State of one layer. */
    enum State {
        PASSED,
        WARNING,
        FAILED,
        SKIPPED
    }

    /**
     * One step on the way to a usable connection.
     *
     * @param message what was found, free of secrets
     * @param advice what to do about a failure; empty when there is nothing to do
     */
    record Layer(LayerKind kind, State state, Duration took, String message, String advice) {}

    /** The layers, in the order they are tried. */
    enum LayerKind {
        NAME_RESOLUTION,
        TCP,
        TLS,
        LOGIN,
        PRIVILEGES,
        VERSION,
        CHARSET_AND_ZONE,
        FILE
    }
}

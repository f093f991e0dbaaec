package io.sluice.spi;

import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.error.ErrorCode;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of system. Connectors are found by {@link java.util.ServiceLoader}, have a public constructor without
 * parameters and no state. More powers arrive as interfaces beside this one, such as {@link SupportsConnectionTest}.
 */
public interface Connector {
    /** The {@code stepType} of scripts and the type of data sources, in lower case, for example {@code mysql}. */
    String id();

    /** Other step types that mean this connector, for example {@code mariadb}. */
    default Set<String> aliases() {
        return Set.of();
    }

    Profile profile();

    Set<Capability> capabilities();

    /** What a registered data source of this type consists of; empty when steps of this type need none. */
    Optional<ConfigSpec<?>> dataSource();

    Optional<ReaderFactory<?>> reader();

    Optional<WriterFactory<?>> writer();

    /** What a failure of this connector's code means. Never throws; an unknown failure is EXTERNAL, never DATA. */
    ErrorCode classify(Exception failure);
}

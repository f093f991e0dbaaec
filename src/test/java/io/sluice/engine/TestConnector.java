package io.sluice.engine;

import io.sluice.spi.Capability;
import io.sluice.spi.Connector;
import io.sluice.spi.Profile;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.util.Optional;
import java.util.Set;

/** A connector whose failures are I/O errors of no known meaning. */
final class TestConnector implements Connector {
    @Override
    public String id() {
        return "test";
    }

    @Override
    public Profile profile() {
        return new Profile("Test", Profile.Family.TEST, "Te", "For tests.");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    @Override
    public Optional<ConfigSpec<?>> dataSource() {
        return Optional.empty();
    }

    @Override
    public Optional<ReaderFactory<?>> reader() {
        return Optional.empty();
    }

    @Override
    public Optional<WriterFactory<?>> writer() {
        return Optional.empty();
    }

    @Override
    public ErrorCode classify(Exception failure) {
        return failure instanceof SluiceException known ? known.code() : CommonError.WRITE_FAILED;
    }
}

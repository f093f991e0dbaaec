package io.sluice.connector.stream;

import io.sluice.spi.Capability;
import io.sluice.spi.Connector;
import io.sluice.spi.Guarantee;
import io.sluice.spi.Profile;
import io.sluice.spi.Profile.Family;
import io.sluice.spi.Reader;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.SupportsReplay;
import io.sluice.spi.TaskContext;
import io.sluice.spi.Writer;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.SluiceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Generates rows and discards or prints them; for trying out a task without another system. */
public final class StreamConnector implements Connector {
    private static final Profile PROFILE =
            new Profile("Stream", Family.TEST, "St", "Generates rows, and discards or prints them.");

    @Override
    public String id() {
        return "stream";
    }

    @Override
    public Profile profile() {
        return PROFILE;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SPLIT_READ, Capability.NON_FINITE_VALUES);
    }

    @Override
    public Optional<ConfigSpec<?>> dataSource() {
        return Optional.empty();
    }

    @Override
    public Optional<ReaderFactory<?>> reader() {
        return Optional.of(new Generators());
    }

    @Override
    public Optional<WriterFactory<?>> writer() {
        return Optional.of(new Sinks());
    }

    @Override
    public ErrorCode classify(Exception failure) {
        return failure instanceof SluiceException known ? known.code() : CommonError.INTERNAL_ERROR;
    }

    private static final class Generators implements ReaderFactory<StreamReadConfig> {
        @Override
        public ConfigSpec<StreamReadConfig> config() {
            return ConfigSpec.of(StreamReadConfig.class);
        }

        @Override
        public List<ConfigProblem> check(StreamReadConfig config) {
            return ColumnGenerators.check(config);
        }

        @Override
        public Reader<?> create(StreamReadConfig config, TaskContext context) {
            return new StreamReader(config, context);
        }
    }

    private static final class Sinks implements SupportsReplay<StreamWriteConfig> {
        @Override
        public ConfigSpec<StreamWriteConfig> config() {
            return ConfigSpec.of(StreamWriteConfig.class);
        }

        @Override
        public Guarantee guarantee(StreamWriteConfig config) {
            return Guarantee.NOTHING_KEPT;
        }

        @Override
        public Writer<?> create(StreamWriteConfig config, TaskContext context) {
            return new StreamWriter(config, context);
        }

        @Override
        public Writer<?> replaying(StreamWriteConfig config, TaskContext context) {
            return create(config, context);
        }
    }
}

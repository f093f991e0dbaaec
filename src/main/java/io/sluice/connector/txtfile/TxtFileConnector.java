package io.sluice.connector.txtfile;

import io.sluice.connector.file.DatePattern;
import io.sluice.connector.file.FileError;
import io.sluice.spi.Capability;
import io.sluice.spi.Connector;
import io.sluice.spi.Guarantee;
import io.sluice.spi.Profile;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** CSV and plain text files; needs no data source. */
public final class TxtFileConnector implements Connector {
    @Override
    public String id() {
        return "txtfile";
    }

    @Override
    public Profile profile() {
        return new Profile(
                "Text file",
                Profile.Family.FILE,
                "Tx",
                "Reads and writes CSV and plain text files, also packed with gzip.");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.SPLIT_READ, Capability.ATOMIC_PUBLISH, Capability.NON_FINITE_VALUES);
    }

    @Override
    public Optional<ConfigSpec<?>> dataSource() {
        return Optional.empty();
    }

    @Override
    public Optional<ReaderFactory<?>> reader() {
        return Optional.of(new Readers());
    }

    @Override
    public Optional<WriterFactory<?>> writer() {
        return Optional.of(new Writers());
    }

    @Override
    public ErrorCode classify(Exception failure) {
        return FileError.classify(failure, CommonError.READ_FAILED);
    }

    private static final class Readers implements ReaderFactory<TxtFileReadConfig> {
        @Override
        public ConfigSpec<TxtFileReadConfig> config() {
            return ConfigSpec.of(TxtFileReadConfig.class);
        }

        @Override
        public List<ConfigProblem> check(TxtFileReadConfig config) {
            List<ConfigProblem> problems = new ArrayList<>(FormatCheck.of(config));
            for (int index = 0; index < config.column().size(); index++) {
                checkColumn(config, index, problems);
            }
            return problems;
        }

        private static void checkColumn(TxtFileReadConfig config, int index, List<ConfigProblem> problems) {
            ColumnConfig column = config.column().get(index);
            String path = "column[" + index + "]";
            int given = (column.name() == null ? 0 : 1)
                    + (column.index() == null ? 0 : 1)
                    + (column.value() == null ? 0 : 1);
            if (given != 1) {
                problems.add(FormatCheck.contradiction(path, "Give exactly one of index, name and value"));
            }
            if (column.name() != null && !column.isAll() && !config.skipHeader()) {
                problems.add(FormatCheck.contradiction(
                        path, "A column by name needs 'skipHeader', so that the first line is read as the header"));
            }
            try {
                FieldDecoder.of(column);
            } catch (IllegalArgumentException wrong) {
                problems.add(FormatCheck.contradiction(path + ".format", String.valueOf(wrong.getMessage())));
            }
        }

        @Override
        public Reader<?> create(TxtFileReadConfig config, TaskContext context) {
            return new TxtFileReader(config, context);
        }
    }

    private static final class Writers implements SupportsReplay<TxtFileWriteConfig> {
        @Override
        public ConfigSpec<TxtFileWriteConfig> config() {
            return ConfigSpec.of(TxtFileWriteConfig.class);
        }

        @Override
        public List<ConfigProblem> check(TxtFileWriteConfig config) {
            List<ConfigProblem> problems = new ArrayList<>(FormatCheck.of(config));
            String name = config.fileName();
            if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
                problems.add(FormatCheck.contradiction(
                        "fileName", "A file name has no separators and does not begin with a dot"));
            }
            if (config.dateFormat() != null) {
                try {
                    DatePattern.of(config.dateFormat());
                } catch (IllegalArgumentException wrong) {
                    problems.add(FormatCheck.contradiction("dateFormat", String.valueOf(wrong.getMessage())));
                }
            }
            return problems;
        }

        @Override
        public Guarantee guarantee(TxtFileWriteConfig config) {
            return Guarantee.WHOLE_FILES;
        }

        @Override
        public Writer<?> create(TxtFileWriteConfig config, TaskContext context) {
            return new TxtFileWriter(config, true, context);
        }

        @Override
        public Writer<?> replaying(TxtFileWriteConfig config, TaskContext context) {
            return new TxtFileWriter(config.appending(), false, context);
        }
    }
}

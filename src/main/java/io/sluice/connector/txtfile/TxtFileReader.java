package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.connector.file.FileListing;
import io.sluice.connector.file.FileOpener;
import io.sluice.connector.file.TextInput;
import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads files; each is a split. The first record tells how many fields all others must have. */
final class TxtFileReader implements Reader<FileSplit> {
    private final TxtFileReadConfig config;
    private final TaskContext context;
    private final Charset charset;
    private final FileOpener opener;
    private List<Path> files = List.of();
    private @Nullable ReadPlan plan;

    TxtFileReader(TxtFileReadConfig config, TaskContext context) {
        this.config = config;
        this.context = context;
        this.charset = Charset.forName(config.encoding());
        this.opener = new FileOpener(context.files());
    }

    @Override
    public Schema discover() throws IOException {
        files = new FileListing(context.files()).find(config.path());
        ReadPlan made = planByFirstRecord();
        plan = made;
        return made.schema();
    }

    private ReadPlan planByFirstRecord() throws IOException {
        for (Path file : files) {
            try (Records records = records(file)) {
                if (records.next()) {
                    Fields first = records.fields();
                    List<String> header = config.skipHeader() ? first.strings() : List.of();
                    return ReadPlan.of(config.column(), first.count(), header);
                }
            }
        }
        return ReadPlan.of(config.column(), 0, List.of());
    }

    @Override
    public List<FileSplit> plan(int wanted) {
        return files.stream().map(file -> new FileSplit(file.toString(), 0)).toList();
    }

    @Override
    public SplitReader<FileSplit> open(FileSplit split) throws IOException {
        ReadPlan known = Objects.requireNonNull(plan, "discover comes first");
        Path file = context.files().existing(split.path());
        Records records = records(file);
        try {
            skip(records, split, known);
        } catch (IOException | RuntimeException failure) {
            records.close();
            throw failure;
        }
        return new RecordReader(split, records, new RowAppender(config, known), context);
    }

    private void skip(Records records, FileSplit split, ReadPlan known) throws IOException {
        if (config.skipHeader() && records.next()) {
            List<String> header = records.fields().strings();
            if (!header.equals(known.header())) {
                throw new SluiceException(
                        FileError.HEADER_DIFFERS,
                        "%s has the header %s, the first file has %s".formatted(split.path(), header, known.header()));
            }
        }
        for (long passed = 0; passed < split.firstRecord(); passed++) {
            if (!records.next()) {
                return;
            }
        }
    }

    private Records records(Path file) throws IOException {
        InputStream bytes = Channels.newInputStream(opener.open(file, StandardOpenOption.READ));
        try {
            java.io.Reader characters = TextInput.open(config.compress().unpack(bytes, file.toString()), charset);
            return switch (config.fileFormat()) {
                case CSV ->
                    new CsvRecords(
                            file.toString(), characters, config.fieldDelimiter().charAt(0), config.csvReaderConfig());
                case TEXT -> new TextRecords(file.toString(), characters, config);
            };
        } catch (IOException | RuntimeException failure) {
            bytes.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        files = List.of();
    }
}

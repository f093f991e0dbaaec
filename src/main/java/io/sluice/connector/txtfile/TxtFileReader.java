package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileListing;
import io.sluice.spi.Reader;
import io.sluice.spi.SplitReader;
import io.sluice.spi.TaskContext;
import io.sluice.spi.data.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads files; each is a split, or several when there are more channels than files. The first record tells how many
 * fields all others must have.
 */
final class TxtFileReader implements Reader<FileSplit> {
    private final TxtFileReadConfig config;
    private final TaskContext context;
    private final RecordsOpener opener;
    private final FileRanges ranges;
    private List<Path> files = List.of();
    private @Nullable ReadPlan plan;

    TxtFileReader(TxtFileReadConfig config, TaskContext context) {
        this(config, context, Utf8Records.BUFFER, FileRanges.LEAST_BYTES);
    }

    /**
     * @param capacity bytes of the buffer of each file, at first
     * @param leastBytes of a part of a file
     */
    TxtFileReader(TxtFileReadConfig config, TaskContext context, int capacity, long leastBytes) {
        this.config = config;
        this.context = context;
        this.opener = new RecordsOpener(config, context.files(), capacity);
        this.ranges = new FileRanges(opener, leastBytes);
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
            try (Records records = opener.whole(FileSplit.whole(file.toString()))) {
                if (records.read(1)) {
                    List<String> header = config.skipHeader() ? records.fields().strings(0) : List.of();
                    return ReadPlan.of(config.column(), records.fields().width(0), header);
                }
            }
        }
        return ReadPlan.of(config.column(), 0, List.of());
    }

    /** One channel reads a file from its start to its end; cutting it would only cost time. */
    @Override
    public List<FileSplit> plan(int wanted) throws IOException {
        int parts = context.channels() == 1 ? 1 : Math.ceilDiv(wanted, Math.max(1, files.size()));
        List<FileSplit> splits = new ArrayList<>();
        for (Path file : files) {
            splits.addAll(ranges.cut(file, parts, known().header()));
        }
        return splits;
    }

    private ReadPlan known() {
        return Objects.requireNonNull(plan, "discover comes first");
    }

    @Override
    public SplitReader<FileSplit> open(FileSplit split) throws IOException {
        ReadPlan known = known();
        Records records = opener.at(split, known.header());
        return new RecordReader(split, records, new RowAppender(split.path(), config, known, context));
    }

    @Override
    public void close() {
        files = List.of();
    }
}

package io.sluice.connector.txtfile;

import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts large files at the starts of records, so that several channels can read one. A line end may stand in quotes, and
 * whether it does depends on all that comes before; so the file is scanned from its start. That takes a fifth of
 * the time of reading it, because no value is decoded.
 */
final class FileRanges {
    /** Below that a channel of its own does not pay. */
    static final long LEAST_BYTES = 32L << 20;

    private final RecordsOpener opener;
    private final long leastBytes;

    FileRanges(RecordsOpener opener, long leastBytes) {
        this.opener = opener;
        this.leastBytes = leastBytes;
    }

    /** Splits of about the same size that cover a file; a single one when its records cannot be found by their bytes. */
    List<FileSplit> cut(Path file, int wanted, List<String> header) throws IOException {
        FileSplit whole = FileSplit.whole(file.toString());
        long size = Files.size(file);
        long parts = Math.min(wanted, size / leastBytes);
        if (parts < 2 || !opener.findsBytes()) {
            return List.of(whole);
        }
        try (Records records = opener.at(whole, header)) {
            return cut(whole, records, size / parts, size);
        }
    }

    private static List<FileSplit> cut(FileSplit whole, Records records, long step, long size) throws IOException {
        List<FileSplit> splits = new ArrayList<>();
        FileSplit rest = whole;
        long passed = 0;
        long next = step;
        try {
            while (next < size && records.read(FieldBlock.MOST_RECORDS)) {
                passed += records.fields().records();
                long position = records.nextByte();
                if (position >= next && position < size) {
                    splits.add(rest.until(position));
                    rest = whole.behind(passed, position, records.nextLine());
                    next = position + step;
                }
            }
        } catch (SluiceException ignored) {
            // The reader of the last split meets the same place and says what is wrong.
        }
        splits.add(rest);
        return splits;
    }
}

package io.sluice.connector.txtfile;

import io.sluice.connector.file.Compression;
import io.sluice.connector.file.FileError;
import io.sluice.connector.file.FileOpener;
import io.sluice.connector.file.TextInput;
import io.sluice.spi.FileAccess;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Opens files at any of their records. Used by several threads at the same time. */
final class RecordsOpener {
    private final TxtFileReadConfig config;
    private final FileAccess files;
    private final FileOpener opener;
    private final Charset charset;
    private final int capacity;

    /** @param capacity bytes of the buffer of each file */
    RecordsOpener(TxtFileReadConfig config, FileAccess files, int capacity) {
        this.config = config;
        this.files = files;
        this.opener = new FileOpener(files);
        this.charset = Charset.forName(config.encoding());
        this.capacity = capacity;
    }

    /** The records of a file from its first line on, the header included, up to the end of the split. */
    Records whole(FileSplit split) throws IOException {
        String path = split.path();
        InputStream bytes = bytes(path, 0);
        try {
            TextInput text = TextInput.open(bytes, charset);
            if (readsBytes(text.charset())) {
                return new Utf8Records(split, text.bytes(), text.markLength(), config, capacity);
            }
            return switch (config.fileFormat()) {
                case CSV -> new CsvRecords(path, text.characters(), delimiter(), config.csvReaderConfig());
                case TEXT -> new TextRecords(path, text.characters(), config);
            };
        } catch (IOException | RuntimeException failure) {
            bytes.close();
            throw failure;
        }
    }

    private char delimiter() {
        return config.fieldDelimiter().charAt(0);
    }

    /** Other character sets, and delimiters of several bytes, go through characters. */
    private boolean readsBytes(Charset found) {
        return config.fileFormat() == FileFormat.CSV && found.equals(StandardCharsets.UTF_8) && delimiter() < 0x80;
    }

    /** Whether reading may begin at any byte of a file. */
    boolean findsBytes() {
        return config.compress() == Compression.NONE && readsBytes(charset);
    }

    private InputStream bytes(String path, long firstByte) throws IOException {
        FileChannel channel = opener.open(files.existing(path), StandardOpenOption.READ);
        try {
            if (config.compress() == Compression.NONE) {
                channel.position(firstByte);
                return Channels.newInputStream(channel);
            }
            InputStream unpacked = config.compress().unpack(Channels.newInputStream(channel), path);
            unpacked.skipNBytes(firstByte);
            return unpacked;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /**
     * The records of a split.
     *
     * @param header what the first record must be; empty when there is none
     */
    Records at(FileSplit split, List<String> header) throws IOException {
        if (split.firstByte() > 0) {
            InputStream bytes = bytes(split.path(), split.firstByte());
            return new Utf8Records(split, bytes, split.firstByte(), config, capacity);
        }
        Records records = whole(split);
        try {
            if (config.skipHeader() && records.read(1)) {
                requireHeader(split.path(), header, records.fields().strings(0));
            }
            skip(records, split.firstRecord());
            return records;
        } catch (IOException | RuntimeException failure) {
            records.close();
            throw failure;
        }
    }

    private static void requireHeader(String path, List<String> expected, List<String> found) {
        if (!found.equals(expected)) {
            throw new SluiceException(
                    FileError.HEADER_DIFFERS,
                    "%s has the header %s, the first file has %s".formatted(path, found, expected));
        }
    }

    private static void skip(Records records, long count) throws IOException {
        long left = count;
        while (left > 0 && records.read((int) Math.min(left, FieldBlock.MOST_RECORDS))) {
            left -= records.fields().records();
        }
    }
}

package io.sluice.connector.txtfile;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import io.sluice.connector.file.FileError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;

/**
 * CSV by RFC 4180 in any character set. A broken quote ends the reading, because nobody knows where the next record
 * begins.
 */
final class CsvRecords implements Records {
    static final int SAFE_FIELD = 100_000;
    private static final int BLOCK = 64 << 10;
    private static final int LARGEST_FIELD = 128 << 20;
    private static final int SMALLEST_LIMIT = 1 << 20;
    private static final char NO_QUOTE = '\uFFFF';

    private final String name;
    private final FieldBlock fields = new FieldBlock(BLOCK);
    private final Collector collector;
    private final CloseableIterator<FieldBlock> records;

    CsvRecords(String name, Reader characters, char delimiter, CsvReaderConfig config) {
        this.name = name;
        this.collector = new Collector(fields, config.skipEmptyRecords());
        this.records = CsvReader.builder()
                .fieldSeparator(delimiter)
                .quoteCharacter(config.useTextQualifier() ? '"' : NO_QUOTE)
                .skipEmptyLines(config.skipEmptyRecords())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(config.safetySwitch() ? SAFE_FIELD : largestField())
                .build(collector, characters)
                .iterator();
    }

    /** An eighth of the memory in characters of two bytes, because the parser copies its buffer to enlarge it. */
    static int largestField() {
        return Math.clamp(Runtime.getRuntime().maxMemory() / 16, SMALLEST_LIMIT, LARGEST_FIELD);
    }

    @Override
    public boolean read(int most) throws IOException {
        fields.clear();
        try {
            while (fields.records() < most && fields.filled() < BLOCK && records.hasNext()) {
                records.next();
            }
        } catch (CsvParseException broken) {
            throw refused(broken);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return fields.records() > 0;
    }

    private RuntimeException refused(CsvParseException broken) throws IOException {
        Exception cause = broken.getCause() instanceof Exception inner ? inner : broken;
        if (cause instanceof IOException failure) {
            throw failure;
        }
        if (cause instanceof SluiceException known) {
            return known;
        }
        String message = String.valueOf(cause.getMessage());
        boolean tooLong = message.contains("maximum buffer size") || message.contains("max");
        FileError code = tooLong ? FileError.FIELD_TOO_LONG : FileError.QUOTE_NOT_CLOSED;
        return new SluiceException(
                code, "%s: the record that begins in line %d: %s".formatted(name, collector.line, message), broken);
    }

    @Override
    public FieldBlock fields() {
        return fields;
    }

    @Override
    public long nextByte() {
        return 0;
    }

    @Override
    public long nextLine() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /** Takes fields from the parser without making objects of them. */
    private static final class Collector extends CsvCallbackHandler<FieldBlock> {
        private static final char[] NOTHING = {};

        private final FieldBlock fields;
        private final boolean skipEmpty;
        private RecordType kind = RecordType.DATA;
        private int count;
        private long line;

        Collector(FieldBlock fields, boolean skipEmpty) {
            this.fields = fields;
            this.skipEmpty = skipEmpty;
        }

        @Override
        protected RecordType getRecordType() {
            return kind;
        }

        @Override
        protected int getFieldCount() {
            return count;
        }

        @Override
        protected void beginRecord(long startingLineNumber) {
            line = startingLineNumber;
            count = 0;
            kind = RecordType.DATA;
        }

        @Override
        protected void addField(char[] buffer, int offset, int length, boolean quoted) {
            fields.add(buffer, offset, length, quoted);
            count++;
        }

        @Override
        protected void setComment(char[] buffer, int offset, int length) {
            kind = RecordType.COMMENT;
        }

        @Override
        protected void setEmpty() {
            kind = RecordType.EMPTY;
            addField(NOTHING, 0, 0, false);
        }

        @Override
        protected FieldBlock buildRecord() {
            if (skipEmpty && kind == RecordType.EMPTY) {
                fields.dropRecord();
            } else {
                fields.endRecord(line);
            }
            return fields;
        }
    }
}

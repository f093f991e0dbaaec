package io.sluice.connector.txtfile;

import io.sluice.connector.file.FileError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** Lines cut at a delimiter, without quotes. A line feed as the line delimiter takes a carriage return along. */
final class TextRecords implements Records {
    private static final int BLOCK = 64 << 10;
    private static final int LONGEST_LINE = 128 << 20;

    private final String name;
    private final Reader characters;
    private final char[] delimiter;
    private final char[] lineDelimiter;
    private final boolean skipEmpty;
    private final FieldBlock fields = new FieldBlock(BLOCK);
    private final char[] buffer = new char[64 << 10];
    private int at;
    private int filled;
    private char[] line = new char[1024];
    private int length;
    private long number;

    TextRecords(String name, Reader characters, TxtFileReadConfig config) {
        this.name = name;
        this.characters = characters;
        this.delimiter = config.fieldDelimiter().toCharArray();
        this.lineDelimiter = config.lineDelimiter().toCharArray();
        this.skipEmpty = config.csvReaderConfig().skipEmptyRecords();
    }

    @Override
    public boolean read(int most) throws IOException {
        fields.clear();
        while (fields.records() < most && fields.filled() < BLOCK && readLine()) {
            number++;
            if (!skipEmpty || length > 0) {
                addRecord();
            }
        }
        return fields.records() > 0;
    }

    private void addRecord() {
        int start = 0;
        for (int position = 0; position <= length - delimiter.length; position++) {
            if (matches(delimiter, position)) {
                fields.add(line, start, position - start, false);
                start = position + delimiter.length;
                position = start - 1;
            }
        }
        fields.add(line, start, length - start, false);
        fields.endRecord(number);
    }

    private boolean readLine() throws IOException {
        length = 0;
        char last = lineDelimiter[lineDelimiter.length - 1];
        while (fill()) {
            char sign = buffer[at++];
            append(sign);
            if (sign == last
                    && length >= lineDelimiter.length
                    && matches(lineDelimiter, length - lineDelimiter.length)) {
                length -= lineDelimiter.length;
                if (lineDelimiter.length == 1 && last == '\n' && length > 0 && line[length - 1] == '\r') {
                    length--;
                }
                return true;
            }
        }
        return length > 0;
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(0, characters.read(buffer, 0, buffer.length));
        return filled > 0;
    }

    private void append(char sign) {
        if (length == line.length) {
            if (length >= LONGEST_LINE) {
                throw new SluiceException(
                        FileError.FIELD_TOO_LONG, "%s: line %d has no end".formatted(name, number + 1));
            }
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = sign;
    }

    private boolean matches(char[] wanted, int position) {
        for (int index = 0; index < wanted.length; index++) {
            if (line[position + index] != wanted[index]) {
                return false;
            }
        }
        return true;
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
        characters.close();
    }
}

package io.sluice.connector.txtfile;

import io.sluice.connector.file.DatePattern;
import io.sluice.connector.file.FileError;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.data.Vector;
import io.sluice.spi.error.SluiceException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/** Turns rows into the bytes of records; used by one thread. */
final class RowEncoder {
    private final Charset charset;
    private final ByteSink sink;
    private final FieldEncoder[] fields;
    private final boolean[] protects;
    private final Vector[] vectors;
    private final byte[] delimiter;
    private final byte[] lineEnd;
    private final byte[] nullText;
    private final List<String> header;
    private final TextQuoting quoting;
    private byte[] recoded = new byte[0];
    private int length;

    RowEncoder(TxtFileWriteConfig config, Schema schema, ZoneId zone) {
        charset = Charset.forName(config.encoding());
        sink = new ByteSink();
        quoting = new TextQuoting(config, sink);
        delimiter = utf8(config.fieldDelimiter());
        lineEnd = utf8(config.fileFormat() == FileFormat.CSV ? "\n" : config.lineDelimiter());
        nullText = utf8(config.nullFormat());
        header = config.header();
        fields = new FieldEncoder[schema.size()];
        protects = new boolean[schema.size()];
        vectors = new Vector[schema.size()];
        for (int index = 0; index < fields.length; index++) {
            LogicalType type = schema.column(index).type();
            fields[index] = config.dateFormat() == null
                    ? FieldEncoder.of(type, quoting)
                    : FieldEncoder.of(type, quoting, DatePattern.of(config.dateFormat()), zone);
            protects[index] = quoting.mayMistake() && !(fields[index] instanceof FieldEncoder.TextEncoder);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes at the start of each file: a byte order mark where the character set wants one, and the header. */
    byte[] fileStart() {
        sink.clear();
        if (charset.equals(StandardCharsets.UTF_16)) {
            quoting.plain("\uFEFF");
        }
        for (int column = 0; column < header.size(); column++) {
            delimit(column);
            quoting.text(header.get(column));
        }
        if (!header.isEmpty()) {
            sink.add(lineEnd);
        }
        recode();
        byte[] start = new byte[length];
        System.arraycopy(bytes(), 0, start, 0, length);
        return start;
    }

    /**
     * Encodes the rows {@code from} to {@code to} (exclusive) to {@link #bytes}.
     *
     * @throws SluiceException of category DATA when a value cannot stand in such a file
     */
    void encode(RowBatch rows, int from, int to) {
        sink.clear();
        for (int column = 0; column < vectors.length; column++) {
            vectors[column] = rows.vector(column);
        }
        for (int row = from; row < to; row++) {
            for (int column = 0; column < vectors.length; column++) {
                delimit(column);
                value(column, row);
            }
            sink.add(lineEnd);
        }
        recode();
    }

    private void value(int column, int row) {
        Vector vector = vectors[column];
        if (vector.isNull(row)) {
            sink.add(nullText);
            return;
        }
        int start = sink.length();
        fields[column].encode(vector, row, sink);
        if (protects[column]) {
            quoting.protect(start);
        }
    }

    private void delimit(int column) {
        if (column > 0) {
            sink.add(delimiter);
        }
    }

    private void recode() {
        if (charset.equals(StandardCharsets.UTF_8)) {
            recoded = sink.bytes();
            length = sink.length();
            return;
        }
        CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(sink.bytes(), 0, sink.length()));
        Charset target = charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
        try {
            ByteBuffer encoded = target.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(text);
            recoded = encoded.array();
            length = encoded.limit();
        } catch (CharacterCodingException unmappable) {
            throw new SluiceException(
                    FileError.FIELD_NOT_WRITABLE,
                    "A value has a character that " + charset + " does not know",
                    unmappable);
        }
    }

    /** What {@link #encode} made; changes with the next call. */
    byte[] bytes() {
        return recoded;
    }

    int length() {
        return length;
    }
}

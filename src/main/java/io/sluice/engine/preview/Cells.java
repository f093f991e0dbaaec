package io.sluice.engine.preview;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes cells of the values of a batch. Of a long value only the beginning is decoded.
 *
 * @param longest characters that are shown of a value
 */
record Cells(int longest) {
    private static final HexFormat HEX = HexFormat.of();

    List<List<Cell>> all(RowBatch batch) {
        List<List<Cell>> rows = new ArrayList<>(batch.rows());
        for (int row = 0; row < batch.rows(); row++) {
            List<Cell> cells = new ArrayList<>(batch.schema().size());
            for (int column = 0; column < batch.schema().size(); column++) {
                cells.add(of(batch, row, column));
            }
            rows.add(List.copyOf(cells));
        }
        return rows;
    }

    Cell of(RowBatch batch, int row, int column) {
        if (batch.vector(column) instanceof BytesVector bytes && !bytes.isNull(row)) {
            if (batch.schema().column(column).type() instanceof LogicalType.Binary) {
                return binary(bytes, row);
            }
            return bytes.holdsStrings() ? Cell.of(bytes.string(row), longest) : text(bytes, row);
        }
        String text = batch.text(row, column);
        return text == null ? Cell.NULL : Cell.of(text, longest);
    }

    private Cell binary(BytesVector bytes, int row) {
        int start = bytes.start(row);
        int length = bytes.length(row);
        int shown = Math.min(length, longest / 2);
        return new Cell("\\x" + HEX.formatHex(bytes.data(), start, start + shown), length, shown < length);
    }

    private Cell text(BytesVector bytes, int row) {
        byte[] data = bytes.data();
        int end = bytes.end(row);
        int characters = 0;
        int cut = end;
        for (int at = bytes.start(row); at < end; at++) {
            if (beginsCharacter(data[at])) {
                if (characters == longest) {
                    cut = at;
                }
                characters++;
            }
        }
        int start = bytes.start(row);
        String shown = new String(data, start, cut - start, StandardCharsets.UTF_8);
        return new Cell(shown, characters, cut < end);
    }

    /** The length of a value as {@link Cell#length} counts. */
    static long length(RowBatch batch, int row, int column) {
        BytesVector bytes = batch.bytes(column);
        if (batch.schema().column(column).type() instanceof LogicalType.Binary) {
            return bytes.length(row);
        }
        if (bytes.holdsStrings()) {
            String text = bytes.string(row);
            return text.codePointCount(0, text.length());
        }
        byte[] data = bytes.data();
        int characters = 0;
        for (int at = bytes.start(row); at < bytes.end(row); at++) {
            if (beginsCharacter(data[at])) {
                characters++;
            }
        }
        return characters;
    }

    private static boolean beginsCharacter(byte utf8) {
        return (utf8 & 0xC0) != 0x80;
    }
}

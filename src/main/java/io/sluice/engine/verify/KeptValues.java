package io.sluice.engine.verify;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the values of rows that differ as texts, up to a volume that any table stays within. */
final class KeptValues {
    private static final int LONGEST = 2_000;
    private static final long MOST = 4_000_000;
    private static final String CUT = "…";

    private long kept;

    /** The values of a row; null when there is no room for more. */
    @Nullable
    List<@Nullable String> take(RowBatch batch, int row) {
        List<@Nullable String> values = new ArrayList<>(batch.schema().size());
        for (int column = 0; column < batch.schema().size() && kept < MOST; column++) {
            String value = text(batch, row, column);
            kept += 4 + (value == null ? 0 : value.length());
            values.add(value);
        }
        return kept < MOST ? values : null;
    }

    private static @Nullable String text(RowBatch batch, int row, int column) {
        if (batch.vector(column) instanceof BytesVector bytes
                && !bytes.isNull(row)
                && bytes.end(row) - bytes.start(row) > 4 * LONGEST) {
            return start(bytes, row, batch.schema().column(column).type()) + CUT;
        }
        String text = batch.text(row, column);
        return text == null || text.length() <= LONGEST ? text : start(text) + CUT;
    }

    /** The beginning of a value that is too large to be decoded as a whole. */
    private static String start(BytesVector bytes, int row, LogicalType type) {
        int from = bytes.start(row);
        return type instanceof LogicalType.Binary
                ? "\\x" + HexFormat.of().formatHex(bytes.data(), from, from + LONGEST / 2)
                : start(new String(bytes.data(), from, 4 * LONGEST, StandardCharsets.UTF_8));
    }

    /** Cuts between characters, not within one. */
    private static String start(String text) {
        boolean within = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.substring(0, within ? LONGEST - 1 : LONGEST);
    }
}

package io.sluice.engine.preview;

import io.sluice.engine.convert.Rejects;
import io.sluice.engine.preview.DataProfile.ColumnProfile;
import io.sluice.engine.preview.DataProfile.Finding;
import io.sluice.engine.preview.DataProfile.Kind;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.error.CommonError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the values of one column. */
final class ColumnTally {
    private final int index;
    private final Column source;
    private final @Nullable PairConversion pair;
    private final Cells cells;
    private final Bounds bounds = new Bounds();
    private final Map<Kind, Finding> findings = new EnumMap<>(Kind.class);
    private long nulls;
    private long longest = -1;

    ColumnTally(int index, Column source, @Nullable PairConversion pair, int cellLength) {
        this.index = index;
        this.source = source;
        this.pair = pair;
        cells = new Cells(cellLength);
    }

    /** @param first number of the batch's first row */
    void add(RowBatch batch, long first) {
        boolean sized = batch.vector(index) instanceof BytesVector;
        boolean required = pair != null && !pair.target().nullable();
        for (int row = 0; row < batch.rows(); row++) {
            if (batch.vector(index).isNull(row)) {
                nulls++;
                if (required) {
                    found(Kind.NULL_NOT_ALLOWED, 0, Cell.NULL, first + row);
                }
            } else if (sized) {
                longest = Math.max(longest, Cells.length(batch, row, index));
            } else {
                bounds.add(batch, row, index, cells);
            }
        }
        if (pair != null && pair.possible()) {
            pair.apply(batch);
            for (Rejects.Reject reject : pair.rejects().all()) {
                add(batch, first, reject);
            }
        }
    }

    private void add(RowBatch batch, long first, Rejects.Reject reject) {
        Cell example = cells.of(batch, reject.row(), index);
        long number = first + reject.row();
        if (reject.code() == CommonError.VALUE_NOT_CONVERTIBLE) {
            found(Kind.NOT_CONVERTIBLE, 0, example, number);
            return;
        }
        switch (pair == null ? source.type() : pair.target().type()) {
            case LogicalType.Text text
            when text.maxLength() > 0 && (text.maxBytes() == 0 || example.length() > text.maxLength()) ->
                found(Kind.TOO_LONG, text.maxLength(), example, number);
            case LogicalType.Text text
            when text.maxBytes() > 0 -> found(Kind.TOO_MANY_BYTES, text.maxBytes(), example, number);
            case LogicalType.Binary binary
            when binary.maxLength() > 0 -> found(Kind.TOO_MANY_BYTES, binary.maxLength(), example, number);
            default -> found(Kind.OUT_OF_RANGE, 0, example, number);
        }
    }

    private void found(Kind kind, long limit, Cell example, long number) {
        findings.merge(
                kind,
                new Finding(kind, 1, limit, example, number),
                (known, more) -> new Finding(kind, known.count() + 1, limit, known.example(), known.number()));
    }

    ColumnProfile profile() {
        List<Finding> all = new ArrayList<>(findings.values());
        return new ColumnProfile(
                source,
                pair == null ? null : pair.target(),
                pair == null ? null : pair.mapping(),
                nulls,
                longest,
                bounds.least(),
                bounds.most(),
                all);
    }
}

package io.sluice.spi.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of one schema as columns. The engine owns batches and reuses them: neither a reader nor a writer may keep
 * one, or an array taken from it, after its call returns.
 *
 * <p>A reader fills it row by row: for each column of the current row ({@link #rows()}) it sets a value or NULL in the
 * column's vector, then calls {@link #endRow()}. A row given up half-way is forgotten with {@link #dropRow()}.
 *
 * <p>The batch is full at {@link #capacity()} rows or when its values take {@code byteLimit} bytes, whatever comes
 * first, so that wide rows cannot exhaust memory.
 *
 * <p>An <em>encoded</em> batch ({@link #encoded}) holds each row as the bytes of a {@link RowEncoding} instead: it has
 * no vectors of columns, only {@link #encodedRows}, and its volume is that of those bytes.
 */
public final class RowBatch {
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;

    private final Schema schema;
    private final int capacity;
    private final long byteLimit;
    private final List<Vector> vectors;
    private final BytesVector[] wide;
    private final DecimalVector[] wideDecimals;
    private final List<Vector> own;
    private final @Nullable RowEncoding encoding;
    private int rows;

    /**
     * @param capacity most rows, at least 1
     * @param byteLimit bytes of text, binary and wide decimal values after which the batch counts as full
     */
    public RowBatch(Schema schema, int capacity, long byteLimit) {
        this(schema, capacity, byteLimit, vectors(schema, capacity), null);
    }

    private RowBatch(Schema schema, int capacity, long byteLimit, List<Vector> made, @Nullable RowEncoding encoding) {
        this.schema = schema;
        this.capacity = capacity;
        this.byteLimit = byteLimit;
        this.encoding = encoding;
        vectors = List.copyOf(made);
        own = vectors;
        wide = made.stream().filter(BytesVector.class::isInstance).toArray(BytesVector[]::new);
        wideDecimals = made.stream()
                .filter(vector -> vector instanceof DecimalVector decimal && !decimal.compact())
                .toArray(DecimalVector[]::new);
    }

    private static List<Vector> vectors(Schema schema, int capacity) {
        List<Vector> made = new ArrayList<>(schema.size());
        for (Column column : schema.columns()) {
            made.add(Vector.of(column.type(), capacity));
        }
        return made;
    }

    /**
     * A batch of rows in a system's own form.
     *
     * @param capacity most rows, at least 1
     * @param byteLimit bytes of encoded rows after which the batch counts as full
     */
    public static RowBatch encoded(RowEncoding encoding, int capacity, long byteLimit) {
        return new RowBatch(encoding.schema(), capacity, byteLimit, List.of(new BytesVector(capacity)), encoding);
    }

    private RowBatch(RowBatch source, Schema schema, int[] lent) {
        this.schema = schema;
        this.capacity = source.capacity;
        this.byteLimit = source.byteLimit;
        this.encoding = null;
        List<Vector> all = new ArrayList<>(schema.size());
        List<Vector> made = new ArrayList<>();
        for (int column = 0; column < schema.size(); column++) {
            if (lent[column] >= 0) {
                all.add(source.vectors.get(lent[column]));
            } else {
                Vector vector = Vector.of(schema.column(column).type(), capacity);
                all.add(vector);
                made.add(vector);
            }
        }
        vectors = List.copyOf(all);
        own = List.copyOf(made);
        wide = new BytesVector[0];
        wideDecimals = new DecimalVector[0];
    }

    /**
     * A batch for the same rows in another schema: the columns of {@code lent} are this batch's own vectors, not
     * copies; the others are new. {@link #clear()} of the other batch leaves the lent vectors alone.
     */
    public RowBatch derive(Schema other, BitSet lent) {
        int[] columns = new int[other.size()];
        Arrays.setAll(columns, column -> lent.get(column) ? column : -1);
        return derive(other, columns);
    }

    /** As {@link #derive(Schema, BitSet)}, but {@code lent} names the column of this batch for each of the other, -1 for a new one. */
    public RowBatch derive(Schema other, int[] lent) {
        return new RowBatch(this, other, lent);
    }

    public Schema schema() {
        return schema;
    }

    public int capacity() {
        return capacity;
    }

    /** Bytes of values of no fixed width after which the batch counts as full. */
    public long byteLimit() {
        return byteLimit;
    }

    /** Complete rows so far; also the index of the row being filled. */
    public int rows() {
        return rows;
    }

    public boolean isEncoded() {
        return encoding != null;
    }

    /** The rows of an encoded batch, one behind the other. @throws IllegalStateException when the batch holds vectors */
    public BytesVector encodedRows() {
        if (encoding == null) {
            throw new IllegalStateException("The batch holds no encoded rows");
        }
        return (BytesVector) vectors.getFirst();
    }

    public Vector vector(int column) {
        return vectors.get(column);
    }

    public BoolVector bools(int column) {
        return (BoolVector) vectors.get(column);
    }

    public LongVector longs(int column) {
        return (LongVector) vectors.get(column);
    }

    public DoubleVector doubles(int column) {
        return (DoubleVector) vectors.get(column);
    }

    public DecimalVector decimals(int column) {
        return (DecimalVector) vectors.get(column);
    }

    public BytesVector bytes(int column) {
        return (BytesVector) vectors.get(column);
    }

    /** Completes the current row, in which every column has been set or set to NULL. */
    public void endRow() {
        rows++;
    }

    /** Completes {@code count} rows that were filled column by column. */
    public void endRows(int count) {
        rows += count;
    }

    /** Gives up the current, half-filled row. */
    public void dropRow() {
        for (Vector vector : vectors) {
            vector.truncate(rows);
        }
    }

    public boolean isFull() {
        return rows == capacity || variableBytes() >= byteLimit;
    }

    /** How full the batch is: 0 when it is empty, 1 and more when {@link #isFull}. */
    public double fill() {
        return Math.max((double) rows / capacity, (double) variableBytes() / byteLimit);
    }

    private long variableBytes() {
        long sum = 0;
        for (BytesVector vector : wide) {
            sum += vector.volume();
        }
        for (DecimalVector vector : wideDecimals) {
            sum += vector.volume();
        }
        return sum;
    }

    /** Volume of all rows in bytes: 1 a truth value, 8 a number or time, text, binary and encoded rows by their length. */
    public long bytes() {
        long sum = 0;
        for (Vector vector : vectors) {
            sum += vector.bytes(rows);
        }
        return sum;
    }

    /** Takes rows out and closes the gaps; the others keep their order. */
    public void remove(BitSet unwanted) {
        if (unwanted.isEmpty()) {
            return;
        }
        Set<Vector> once = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Vector vector : vectors) {
            if (once.add(vector)) {
                vector.removeRows(unwanted, rows);
            }
        }
        rows -= unwanted.cardinality();
    }

    /** Forgets all rows; the memory stays for the next use. */
    public void clear() {
        for (Vector vector : own) {
            vector.clear();
        }
        rows = 0;
    }

    /** One value as a person reads it, NULL included; slow, for logs and dirty records. */
    public String display(int row, int column) {
        if (encoding != null) {
            RowBatch single = decoded(encoding, row);
            return single.rows() == 0 ? "?" : single.display(0, column);
        }
        return Display.of(vectors.get(column), schema.column(column).type(), row);
    }

    /**
     * One value as exact text that can be read again, null for NULL; binary values are hexadecimal behind {@code \x}. Slow,
     * for dirty records.
     */
    public @Nullable String text(int row, int column) {
        if (encoding != null) {
            RowBatch single = decoded(encoding, row);
            return single.rows() == 0 ? null : single.text(0, column);
        }
        return Display.exact(vectors.get(column), schema.column(column).type(), row);
    }

    /** As {@link #text(int, int)}, but of a value too large for that perhaps only its beginning, at least so many characters. */
    public @Nullable String text(int row, int column, int least) {
        if (encoding == null
                && vectors.get(column) instanceof BytesVector bytes
                && !bytes.holdsStrings()
                && !bytes.isNull(row)
                && bytes.length(row) > MOST_BYTES_OF_A_CHARACTER * least) {
            return Display.beginning(bytes, schema.column(column).type(), row, MOST_BYTES_OF_A_CHARACTER * least);
        }
        return text(row, column);
    }

    private RowBatch decoded(RowEncoding form, int row) {
        RowBatch single = new RowBatch(schema, 1, Long.MAX_VALUE);
        BytesVector packed = encodedRows();
        form.decoder().decode(packed.data(), packed.start(row), packed.end(row), single);
        return single;
    }
}

package io.sluice.spi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class RowBatchTest {
    private static final Schema SCHEMA = Schema.of(
            new Column("id", LogicalType.Int.INT64),
            new Column("name", LogicalType.Text.UNBOUNDED),
            new Column("price", new LogicalType.Decimal(18, 4)),
            new Column("huge", new LogicalType.Decimal(65, 30)));

    @Test
    void keepsValuesAndNullsApart() {
        RowBatch batch = batchOf("a", null, "");
        assertThat(names(batch)).containsExactly("a", null, "");
        assertThat(batch.display(1, 1)).isEqualTo("NULL");
    }

    @Test
    void forgetsRowsOnClear() {
        RowBatch batch = batchOf("a", "b");
        batch.clear();
        assertThat(batch.rows()).isZero();
        assertThat(batch.vector(1).isNull(0)).isTrue();
        assertThat(batch.bytes()).isZero();
    }

    @Test
    void dropsAHalfFilledRow() {
        RowBatch batch = batchOf("a");
        batch.longs(0).set(1, 7);
        batch.bytes(1).set(1, bytes("half"));
        batch.dropRow();
        add(batch, "b");
        assertThat(names(batch)).containsExactly("a", "b");
    }

    @Test
    void fillsManyRowsWithOneText() {
        for (String text : List.of("", "é", "hello world")) {
            RowBatch batch = batchOf("before");
            batch.bytes(1).fill(1, 8, bytes(text));
            batch.endRows(7);
            add(batch, "after");
            assertThat(names(batch)).startsWith("before").endsWith("after").hasSize(9);
            assertThat(names(batch).subList(1, 8)).containsOnly(text);
        }
    }

    @Test
    void takesTheBytesOfManyRowsAtOnce() {
        RowBatch batch = batchOf("before");
        BytesVector names = batch.bytes(1);
        int at = names.reserveFor(1, 5);
        System.arraycopy(bytes("abcde"), 0, names.data(), at, 5);
        names.ends()[1] = at + 2;
        names.ends()[2] = at + 5;
        names.commitRows(1, 3);
        batch.endRows(2);
        add(batch, "after");
        assertThat(names(batch)).containsExactly("before", "ab", "cde", "after");
    }

    @Test
    void isFullByBytes() {
        RowBatch batch = new RowBatch(SCHEMA, 100, 10);
        add(batch, "12345");
        assertThat(batch.isFull()).isFalse();
        add(batch, "1234567890");
        assertThat(batch.isFull()).isTrue();
    }

    @Test
    void refusesHalfASurrogatePairInsteadOfWritingAQuestionMark() {
        RowBatch batch = new RowBatch(SCHEMA, 10, 1000);
        assertThatThrownBy(() -> batch.bytes(1).set(0, "a\ud83d")).isInstanceOf(SluiceException.class);
        batch.dropRow();
        add(batch, "whole", true);
        assertThat(names(batch)).containsExactly("whole");
    }

    @Property
    void removingRowsKeepsTheOthersInOrder(@ForAll @Size(max = 40) List<@WithNull String> given, @ForAll long seed) {
        for (boolean asStrings : new boolean[] {true, false}) {
            RowBatch batch = new RowBatch(SCHEMA, 64, 1 << 20);
            List<String> legal = given.stream().map(RowBatchTest::legal).toList();
            legal.forEach(name -> add(batch, name, asStrings));
            BitSet unwanted = BitSet.valueOf(new long[] {seed});
            unwanted.clear(legal.size(), 64);
            batch.remove(unwanted);
            List<String> kept = new ArrayList<>();
            for (int row = 0; row < legal.size(); row++) {
                if (!unwanted.get(row)) {
                    kept.add(legal.get(row));
                }
            }
            assertThat(names(batch)).isEqualTo(kept);
            add(batch, "after", asStrings);
            assertThat(names(batch)).endsWith("after");
        }
    }

    @Property
    void bothFormsOfTextSayTheSame(@ForAll @Size(max = 20) List<@WithNull String> given) {
        List<String> legal = given.stream().map(RowBatchTest::legal).toList();
        RowBatch batch = new RowBatch(SCHEMA, 64, 1 << 20);
        legal.forEach(name -> add(batch, name, true));
        batch.bytes(1).requireBytes();
        assertThat(names(batch)).isEqualTo(legal);
        batch.bytes(1).requireStrings();
        assertThat(names(batch)).isEqualTo(legal);
    }

    /** Random strings may hold halves of surrogate pairs, which no database stores. */
    private static String legal(String text) {
        return text == null ? null : new String(bytes(text), StandardCharsets.UTF_8);
    }

    private static RowBatch batchOf(String... names) {
        RowBatch batch = new RowBatch(SCHEMA, 64, 1 << 20);
        for (String name : names) {
            add(batch, name);
        }
        return batch;
    }

    private static void add(RowBatch batch, String name) {
        add(batch, name, false);
    }

    private static void add(RowBatch batch, String name, boolean asString) {
        int row = batch.rows();
        batch.longs(0).set(row, row);
        if (name == null) {
            batch.bytes(1).setNull(row);
        } else if (asString) {
            batch.bytes(1).set(row, name);
        } else {
            batch.bytes(1).set(row, bytes(name));
        }
        batch.decimals(2).setUnscaled(row, row);
        batch.decimals(3).setNull(row);
        batch.endRow();
    }

    private static List<String> names(RowBatch batch) {
        List<String> names = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            names.add(batch.bytes(1).isNull(row) ? null : batch.bytes(1).string(row));
        }
        return names;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void anEncodedBatchHoldsRowsAsBytesAndDecodesWhatIsShown() {
        Schema schema = Schema.of(new Column("n", LogicalType.Int.INT64));
        RowEncoding encoding = new RowEncoding("digit", schema, (data, from, to, into) -> {
            if (data[from] != '?') {
                into.longs(0).set(into.rows(), data[from] - '0');
                into.endRow();
            }
        });
        RowBatch batch = RowBatch.encoded(encoding, 10, 4);
        for (String row : List.of("1", "2", "3", "?")) {
            assertThat(batch.isFull()).isFalse();
            batch.encodedRows().set(batch.rows(), row.getBytes(StandardCharsets.US_ASCII));
            batch.endRow();
        }

        assertThat(batch.isFull()).isTrue();
        assertThat(batch.bytes()).isEqualTo(4);
        assertThat(batch.display(1, 0)).isEqualTo("2");
        assertThat(batch.display(3, 0)).isEqualTo("?");

        batch.remove(BitSet.valueOf(new long[] {0b0001}));

        assertThat(batch.rows()).isEqualTo(3);
        assertThat(batch.display(0, 0)).isEqualTo("2");
        assertThat(new RowBatch(schema, 1, 1).isEncoded()).isFalse();
    }
}

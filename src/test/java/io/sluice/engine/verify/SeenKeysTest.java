package io.sluice.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeenKeysTest {
    private static final Schema SCHEMA =
            Schema.of(new Column("id", new LogicalType.Int(64, true), true, "bigint", true));

    private final AtomicInteger full = new AtomicInteger();

    private static RowBatch batch(@Nullable Long... ids) {
        RowBatch batch = new RowBatch(SCHEMA, ids.length, Long.MAX_VALUE);
        for (Long id : ids) {
            if (id == null) {
                batch.longs(0).setNull(batch.rows());
            } else {
                batch.longs(0).set(batch.rows(), id);
            }
            batch.endRow();
        }
        return batch;
    }

    private static int claim(SeenKeys.Claims claims, @Nullable Long... ids) {
        claims.begin();
        return claims.claim(batch(ids), 0, ids.length);
    }

    @Test
    void aKeyIsFreeAgainOnlyAfterARollBack() {
        SeenKeys seen = new SeenKeys(SCHEMA, 100, full::incrementAndGet);
        SeenKeys.Claims one = seen.claims();
        SeenKeys.Claims other = seen.claims();
        assertThat(claim(one, 1L, 2L, 3L)).isEqualTo(-1);
        assertThat(claim(other, 4L, 2L)).isEqualTo(1);
        other.backTo(0);
        one.backTo(0);
        assertThat(claim(other, 4L, 2L)).isEqualTo(-1);
        other.settle();
        other.backTo(0);
        assertThat(claim(one, 4L)).isZero();
    }

    @Test
    void keysThatTheTargetGivesAreNotCompared() {
        assertThat(claim(new SeenKeys(SCHEMA, 100, full::incrementAndGet).claims(), null, 1L, null))
                .isEqualTo(-1);
    }

    @Test
    void beyondTheBoundNothingIsRememberedAndThatIsToldOnce() {
        SeenKeys.Claims claims = new SeenKeys(SCHEMA, 2, full::incrementAndGet).claims();
        assertThat(claim(claims, 1L, 2L, 3L, 4L, 3L)).isEqualTo(-1);
        assertThat(full).hasValue(1);
        assertThat(claim(claims, 2L)).isZero();
    }

    @Test
    void theTableHoldsWhatASetHolds() {
        Random random = new Random(7);
        HashTable table = new HashTable();
        Set<Long> model = new HashSet<>();
        for (int step = 0; step < 200_000; step++) {
            long hash = random.nextInt(3) == 0 ? random.nextInt(50) : random.nextInt(5_000) * 1_024L;
            if (random.nextInt(5) < 3) {
                table.add(hash);
                model.add(hash);
            } else {
                table.remove(hash);
                model.remove(hash);
            }
            assertThat(table.contains(hash)).isEqualTo(model.contains(hash));
        }
        assertThat(table.size()).isEqualTo(model.size());
        assertThat(model).allMatch(table::contains);
    }
}

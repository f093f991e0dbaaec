package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KeyRangesTest {
    private static final BigInteger UNSIGNED_END = BigInteger.TWO.pow(64);

    @Property
    void everyKeyLiesInExactlyOneRange(
            @ForAll long one, @ForAll long other, @ForAll long key, @ForAll @IntRange(min = 1, max = 200) int wanted) {
        BigInteger min = BigInteger.valueOf(Math.min(one, other));
        BigInteger max = BigInteger.valueOf(Math.max(one, other));

        List<KeyRanges.Range> ranges = KeyRanges.cut(min, max, wanted);

        for (BigInteger probe :
                List.of(BigInteger.valueOf(key), min, max, min.subtract(BigInteger.ONE), UNSIGNED_END)) {
            assertThat(ranges.stream().filter(range -> range.contains(probe))).hasSize(1);
        }
        assertThat(ranges).hasSizeBetween(1, wanted);
    }

    @Property
    void rangesJoinWithoutGap(@ForAll long one, @ForAll long other, @ForAll @IntRange(min = 1, max = 50) int wanted) {
        List<KeyRanges.Range> ranges = KeyRanges.cut(
                BigInteger.valueOf(Math.min(one, other)), BigInteger.valueOf(Math.max(one, other)), wanted);

        assertThat(ranges.getFirst().low()).isNull();
        assertThat(ranges.getLast().high()).isNull();
        for (int i = 1; i < ranges.size(); i++) {
            assertThat(ranges.get(i).low())
                    .isNotNull()
                    .isEqualTo(ranges.get(i - 1).high());
        }
    }

    @Property
    void fewKeysMakeFewRanges(@ForAll long min, @ForAll @IntRange(min = 0, max = 5) int more) {
        BigInteger low = BigInteger.valueOf(min);

        assertThat(KeyRanges.cut(low, low.add(BigInteger.valueOf(more)), 100)).hasSize(more + 1);
    }
}

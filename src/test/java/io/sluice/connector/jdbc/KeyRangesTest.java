package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

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

    @Property(tries = 300)
    void balancedRangesShareTheRows(
            @ForAll @Size(min = 1, max = 400) List<@LongRange(min = 0, max = 500) Long> near,
            @ForAll @Size(max = 40) List<Long> far,
            @ForAll @IntRange(min = 1, max = 20) int wanted)
            throws SQLException {
        TreeSet<BigInteger> keys = new TreeSet<>();
        near.forEach(key -> keys.add(BigInteger.valueOf(key)));
        far.forEach(key -> keys.add(BigInteger.valueOf(key)));

        List<KeyRanges.Range> ranges = KeyRanges.balanced(
                keys.first(),
                keys.last(),
                wanted,
                (low, high) -> keys.subSet(low, high).size());

        assertThat(ranges).hasSizeBetween(1, wanted);
        assertThat(ranges.getFirst().low()).isNull();
        assertThat(ranges.getLast().high()).isNull();
        int fair = Math.ceilDiv(keys.size(), wanted);
        for (KeyRanges.Range range : ranges) {
            assertThat(keys.stream().filter(range::contains).count()).isLessThanOrEqualTo(2L * fair + 1);
        }
        assertThat(keys)
                .allMatch(key ->
                        ranges.stream().filter(range -> range.contains(key)).count() == 1);
    }

    @Property(tries = 300)
    void walkedBoundsAreEvenAndAscend(
            @ForAll @IntRange(min = 0, max = 3000) int rows, @ForAll @IntRange(min = 1, max = 30) int wanted)
            throws SQLException {
        List<Integer> bounds = new ArrayList<>();
        for (String bound : KeyBoundaries.find(wanted, (last, skipped) -> key(rows, last, skipped))) {
            bounds.add(Integer.parseInt(bound));
        }

        assertThat(bounds).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(2 * wanted);
        bounds.addFirst(0);
        bounds.addLast(rows);
        for (int i = 1; i < bounds.size(); i++) {
            assertThat(bounds.get(i) - bounds.get(i - 1)).isLessThanOrEqualTo(2 * Math.ceilDiv(rows, wanted) + 1);
        }
    }

    /** The keys are the numbers from 0 on. */
    private static Optional<String> key(int rows, Optional<String> last, long skipped) {
        long found = last.map(Long::parseLong).orElse(-1L) + 1 + skipped;
        return found < rows ? Optional.of(Long.toString(found)) : Optional.empty();
    }
}

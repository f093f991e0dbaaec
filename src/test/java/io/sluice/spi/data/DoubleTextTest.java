package io.sluice.spi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubleTextTest {
    private static final int SAMPLES = 100_000;
    private static final int GUESSES = 20_000;

    private final DoubleText reals = new DoubleText();
    private final ShortestDecimal shortest = new ShortestDecimal();
    private final byte[] target = new byte[DoubleText.MOST_BYTES + 2];

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1,
                10,
                123,
                1e6,
                9999999,
                1e7,
                12345678,
                0.1,
                0.001,
                0.00123,
                9.999e-4,
                2e-3,
                100.5,
                2e23,
                9e22,
                9007199254740991.0,
                9007199254740992.0,
                9007199254740993.0,
                1.8014398509481984E16,
                Double.MIN_VALUE,
                2 * Double.MIN_VALUE,
                3 * Double.MIN_VALUE,
                2.2250738585072014E-308,
                2.225073858507201E-308,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void spellsAsJavaDoes(double value) {
        requireSame(value);
        requireSame(-value);
    }

    @Test
    void spellsAnyBitsAsJavaDoes() {
        Random random = new Random(1);
        for (int sample = 0; sample < SAMPLES; sample++) {
            requireSame(Double.longBitsToDouble(random.nextLong()));
        }
    }

    @Test
    void spellsUsualNumbersAsJavaDoes() {
        Random random = new Random(2);
        for (int sample = 0; sample < SAMPLES; sample++) {
            requireSame(random.nextDouble() * Math.pow(10, random.nextInt(24) - 8));
            requireSame(random.nextInt() / 100.0);
            requireSame(random.nextLong() >> random.nextInt(64));
        }
    }

    @Test
    void spellsPowersAndTheirNeighboursAsJavaDoes() {
        for (int power = -1074; power < 1024; power++) {
            requireNeighbours(Math.scalb(1.0, power));
        }
        for (int power = -323; power <= 308; power++) {
            requireNeighbours(Double.parseDouble("1e" + power));
        }
        for (long units = 0; units < 2000; units++) {
            requireSame(Double.longBitsToDouble(units));
        }
    }

    private void requireNeighbours(double value) {
        requireSame(value);
        requireSame(Math.nextUp(value));
        requireSame(Math.nextDown(value));
    }

    private void requireSame(double value) {
        int end = reals.write(value, target, 1);
        String text = new String(target, 1, end - 1, StandardCharsets.ISO_8859_1);
        if (!text.equals(Double.toString(value))) {
            assertThat(text).isEqualTo(Double.toString(value));
        }
    }

    @Test
    void guessesTheDoubleOfADecimalOrOneNextToIt() {
        Random random = new Random(3);
        int exact = 0;
        for (int sample = 0; sample < GUESSES; sample++) {
            long digits = 1 + random.nextLong(99_999_999_999_999_999L) / (long) Math.pow(10, random.nextInt(17));
            int exponent = random.nextInt(560) - 280;
            double expected = new BigDecimal(java.math.BigInteger.valueOf(digits), -exponent).doubleValue();
            double guess = ShortestDecimal.near(digits, exponent);
            assertThat(Math.abs(guess - expected)).isLessThanOrEqualTo(Math.ulp(expected));
            exact += guess == expected ? 1 : 0;
        }
        assertThat(exact).isGreaterThan(GUESSES - GUESSES / 1000);
    }

    @Test
    void givesUpOnNumbersOutsideTheNormalRange() {
        assertThat(ShortestDecimal.near(1, -330)).isNaN();
        assertThat(ShortestDecimal.near(5, -324)).isNaN();
        assertThat(ShortestDecimal.near(1, 310)).isNaN();
        assertThat(ShortestDecimal.near(1, 400)).isNaN();
    }

    @Test
    void leavesNoZerosAtTheEnd() {
        shortest.of(2.5e30);

        assertThat(shortest.digits()).isEqualTo(25);
        assertThat(shortest.exponent()).isEqualTo(29);
    }
}

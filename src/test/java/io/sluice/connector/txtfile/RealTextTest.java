package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealTextTest {
    private static final int SAMPLES = 45_000;

    private final RealText reals = new RealText();

    private double parse(String text) {
        byte[] bytes = ("7" + text + "7").getBytes(StandardCharsets.US_ASCII);
        return reals.parse(bytes, 1, bytes.length - 1);
    }

    /** The number, or a refusal exactly when the digits are neither the shortest nor the exact ones of the double. */
    private void requireRight(String text) {
        double expected = Double.parseDouble(text);
        BigDecimal digits = new BigDecimal(text);
        boolean kept = Double.isFinite(expected)
                && (digits.compareTo(new BigDecimal(Double.toString(expected))) == 0
                        || digits.compareTo(new BigDecimal(expected)) == 0);
        double found;
        try {
            found = parse(text);
        } catch (SluiceException refused) {
            assertThat(kept).as(text).isFalse();
            return;
        }
        assertThat(kept).as(text).isTrue();
        assertThat(Double.doubleToRawLongBits(found)).as(text).isEqualTo(Double.doubleToRawLongBits(expected));
    }

    @Test
    void readsWhatJavaWrites() {
        Random random = new Random(21);
        for (int sample = 0; sample < SAMPLES; sample++) {
            double any = Double.longBitsToDouble(random.nextLong());
            double usual = random.nextDouble() * Math.pow(10, random.nextInt(12) - 4);
            assertThat(parse(Double.toString(usual))).isEqualTo(usual);
            if (Double.isFinite(any)) {
                assertThat(parse(Double.toString(any))).isEqualTo(any);
            }
        }
    }

    @Test
    void readsDigitsAsJavaDoesOrRefusesThem() {
        Random random = new Random(22);
        for (int sample = 0; sample < SAMPLES / 3; sample++) {
            String digits = Long.toString(random.nextLong() >>> 1 + random.nextInt(60));
            int point = random.nextInt(digits.length());
            String plain = digits.substring(0, point) + "." + digits.substring(point);
            requireRight(plain);
            requireRight("-" + plain + "e" + (random.nextInt(700) - 350));
            requireRight(String.format(Locale.ROOT, "%.16e", random.nextDouble() * 1e6));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "0.0",
                "-0.000",
                "00012",
                "1.",
                ".5",
                "0e5",
                "0e-400",
                "1e22",
                "1e23",
                "9007199254740993",
                "9007199254740993.0",
                "9007199254740992",
                "123456789012345678",
                "100000000000000000000000",
                "8.5e-324",
                "4.9e-324",
                "5e-324",
                "2.2250738585072011e-308",
                "2.2250738585072014e-308",
                "1.7976931348623157e308",
                "1.7976931348623158e308",
                "1.7976931348623159e308",
                "0.1000000000000000055511151231257827021181583404541015625",
                "0.10000000000000001",
                "6.02214076e23",
                "1e-400",
                "+1.5",
                "7.2057594037927933e16",
                "1e-7"
            })
    void readsHardCasesAsJavaDoesOrRefusesThem(String text) {
        requireRight(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "-.", "e5", "1e", "1e+", "1e12345", "1.2.3", "1,5", " 1", "1 ", "nan", "+NaN", "0x1"
            })
    void refusesWhatIsNoNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> reals.parse(bytes, 0, bytes.length))
                .isInstanceOf(SluiceException.class)
                .hasMessageContaining("is no number");
    }
}

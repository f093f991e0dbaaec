package io.sluice.spi.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @Property
    void writesAndReadsEveryLongAtEveryScale(@ForAll long unscaled, @ForAll @IntRange(max = 30) int scale) {
        byte[] target = new byte[scale + 24];
        int end = DecimalText.write(unscaled, scale, target, 1);
        String text = new String(target, 1, end - 1, StandardCharsets.ISO_8859_1);
        assertThat(text).isEqualTo(BigDecimal.valueOf(unscaled, scale).toPlainString());
        assertThat(DecimalText.parse(target, 1, end - 1, scale)).isEqualTo(unscaled);
    }

    @Test
    void dropsOnlyZerosBehindTheScale() {
        assertThat(parse("1.2300", 2)).isEqualTo(123);
        assertThatThrownBy(() -> parse("1.2301", 2))
                .isInstanceOfSatisfying(
                        SluiceException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(CommonError.VALUE_OUT_OF_RANGE));
    }

    @Test
    void fillsTheScaleUp() {
        assertThat(parse("-5", 3)).isEqualTo(-5000);
        assertThat(parse("+.5", 1)).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".", "1e3", " 1", "1 ", "1.2.3", "NaN", "0x1", "１", "9223372036854775808"})
    void refusesWhatIsNoExactNumber(String text) {
        assertThatThrownBy(() -> parse(text, 0)).isInstanceOf(SluiceException.class);
    }

    private static long parse(String text, int scale) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return DecimalText.parse(bytes, 0, bytes.length, scale);
    }
}

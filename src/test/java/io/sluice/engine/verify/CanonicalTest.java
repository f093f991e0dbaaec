package io.sluice.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms in which values are compared. */
class CanonicalTest {
    @ParameterizedTest
    @CsvSource({
        "P1Y, P12M, true",
        "P1W, P7D, true",
        "-P1D, P-1D, true",
        "-PT1H30M, PT-1H-30M, true",
        "PT1.50S, PT1.5S, true",
        "PT0S, P0D, true",
        "P1D, PT24H, false",
        "P1M, P30D, false",
        "PT1M, P1M, false",
        "one day, P1D, false",
    })
    void intervalsByTheirParts(String one, String other, boolean equal) {
        assertThat(CanonicalInterval.of(one).equals(CanonicalInterval.of(other)))
                .isEqualTo(equal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"b\":1, \"a\": 1.0} | {\"a\":1,\"b\":1} | true",
                "{\"a\":1,\"a\":2} | {\"a\":2} | true",
                "1e2 | 100 | true",
                "0 | -0.0 | true",
                "\"\\u00e9\" | \"é\" | true",
                "[1,2] | [2,1] | false",
                "{\"a\":null} | {} | false",
                "\"1\" | 1 | false",
                "12345678901234567890 | 12345678901234567891 | false",
                "0.1 | 0.10000000000000000001 | false",
                "{\"a,b\":1} | {\"a\":1,\"b\":1} | false",
                "{broken | {\"broken\":1} | false",
            })
    void jsonByItsContent(String one, String other, boolean equal) {
        assertThat(CanonicalJson.of(one).equals(CanonicalJson.of(other))).isEqualTo(equal);
    }

    /** Half a surrogate can be spelled in JSON, and has no bytes in UTF-8. */
    @Test
    void halvesOfCharactersInJsonAreNoQuestionMarks() {
        BytesVector column = new RowBatch(Schema.of(new Column("v", new LogicalType.Json())), 4, 1_000).bytes(0);
        column.set(0, "\"\\ud800\"");
        column.set(1, "\"\\ud801\"");
        column.set(2, "\"?\"");
        column.set(3, " \"\\uD800\"");
        Canonical json = Canonical.of(new LogicalType.Json());
        Set<Long> hashes = new HashSet<>();
        for (int row = 0; row < 3; row++) {
            assertThat(hashes.add(json.hash(column, row))).isTrue();
        }
        assertThat(json.hash(column, 3)).isEqualTo(json.hash(column, 0));
    }

    @Test
    void oneBitMoreIsAnotherHash() {
        Random random = new Random(7);
        Set<Long> hashes = new HashSet<>();
        for (int length = 0; length < 70; length++) {
            byte[] data = new byte[length];
            random.nextBytes(data);
            assertThat(hashes.add(Mix.of(data, 0, length))).isTrue();
            for (int bit = 0; bit < 8 * length; bit++) {
                data[bit >> 3] ^= (byte) (1 << (bit & 7));
                assertThat(hashes.add(Mix.of(data, 0, length)))
                        .as("bit %d of %d", bit, length)
                        .isTrue();
                data[bit >> 3] ^= (byte) (1 << (bit & 7));
            }
        }
        for (long number = -20_000; number < 20_000; number++) {
            assertThat(hashes.add(Mix.of(number))).isTrue();
        }
    }

    @Test
    void theLengthAndTheOrderCount() {
        byte[] zeros = new byte[40];
        Set<Long> hashes = new HashSet<>();
        for (int length = 0; length <= zeros.length; length++) {
            assertThat(hashes.add(Mix.of(zeros, 0, length))).isTrue();
        }
        byte[] text = "one two three four".getBytes(StandardCharsets.UTF_8);
        byte[] within = "...one two three four...".getBytes(StandardCharsets.UTF_8);
        assertThat(Mix.of(within, 3, 3 + text.length)).isEqualTo(Mix.of(text, 0, text.length));
        assertThat(Mix.add(Mix.of(1), Mix.of(2))).isNotEqualTo(Mix.add(Mix.of(2), Mix.of(1)));
    }
}

package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.SluiceException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WholeDecoderTest {
    private final RowBatch batch = new RowBatch(Schema.of(new Column("id", LogicalType.Int.INT64)), 1, Long.MAX_VALUE);
    private final FieldDecoder decoder = new FieldDecoder.WholeDecoder();

    private long decode(String before, String text) {
        byte[] bytes = (before + text + ",9").getBytes(StandardCharsets.UTF_8);
        decoder.decode(bytes, before.length(), bytes.length - 2, batch.vector(0), 0);
        return batch.longs(0).get(0);
    }

    @Test
    void readsNumbersOfAnyLengthAtAnyPlace() {
        Random random = new Random(41);
        for (int sample = 0; sample < 30_000; sample++) {
            long value = random.nextLong() >> random.nextInt(64);
            String zeros = "0".repeat(random.nextInt(4) / 2);
            String text = value < 0 ? "-" + zeros + Long.toString(value).substring(1) : zeros + value;
            assertThat(decode("7".repeat(random.nextInt(20)), text)).isEqualTo(value);
        }
    }

    @Test
    void refusesAnyOtherSignAtAnyPlace() {
        Random random = new Random(42);
        for (int sample = 0; sample < 20_000; sample++) {
            StringBuilder text = new StringBuilder(Long.toString(random.nextLong() >>> 1 + random.nextInt(60)));
            text.setCharAt(1 + random.nextInt(text.length()) - 1, "/:.,e- xé".charAt(random.nextInt(9)));
            String before = "7".repeat(random.nextInt(20));
            String wrong = text.charAt(0) == '-' && text.length() > 1 ? "-" + text : text.toString();
            assertThatThrownBy(() -> decode(before, wrong)).isInstanceOf(SluiceException.class);
        }
    }
}

package io.sluice.spi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EightBytesTest {
    private static final int SAMPLES = 20_000;

    private final Random random = new Random(31);

    private byte[] bytes() {
        byte[] bytes = new byte[Long.BYTES];
        random.nextBytes(bytes);
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = random.nextInt(3) > 0 ? (byte) (',' + random.nextInt(4) - 2) : bytes[at];
        }
        return bytes;
    }

    @Test
    void theLowestMarkIsTheFirstMatch() {
        for (int sample = 0; sample < SAMPLES; sample++) {
            byte[] bytes = bytes();
            int equal = -1;
            int below = -1;
            for (int at = bytes.length - 1; at >= 0; at--) {
                equal = bytes[at] == ',' ? at : equal;
                below = (bytes[at] & 0xFF) < ',' ? at : below;
            }
            long word = EightBytes.load(bytes, 0);
            requireFirst(EightBytes.equal(word, EightBytes.each(',')), equal);
            requireFirst(EightBytes.below(word, ','), below);
        }
    }

    private static void requireFirst(long marks, int expected) {
        assertThat(marks == 0 ? -1 : EightBytes.first(marks)).isEqualTo(expected);
    }

    @Test
    void everyMatchIsMarked() {
        for (int sample = 0; sample < SAMPLES; sample++) {
            byte[] bytes = bytes();
            long marks = EightBytes.equal(EightBytes.load(bytes, 0), EightBytes.each(','));
            for (int at = 0; at < bytes.length; at++) {
                assertThat(bytes[at] != ',' || (marks >>> 8 * at & 0x80) != 0).isTrue();
            }
        }
    }

    @Test
    void knowsDigitsAndWhatTheySpell() {
        for (int sample = 0; sample < SAMPLES; sample++) {
            int number = random.nextInt(100_000_000);
            byte[] text = Integer.toString(100_000_000 + number).substring(1).getBytes(StandardCharsets.US_ASCII);
            long values = EightBytes.digits(EightBytes.load(text, 0));
            assertThat(EightBytes.areDigits(values)).isTrue();
            assertThat(EightBytes.number(values)).isEqualTo(number);
            text[random.nextInt(8)] = (byte) (random.nextBoolean() ? random.nextInt('0') : ':' + random.nextInt(198));
            assertThat(EightBytes.areDigits(EightBytes.digits(EightBytes.load(text, 0))))
                    .isFalse();
        }
    }
}

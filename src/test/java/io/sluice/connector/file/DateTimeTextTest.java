package io.sluice.connector.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.data.Temporal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimeTextTest {
    private static final int SAMPLES = 50_000;

    private final byte[] target = new byte[DateTimeText.MOST_BYTES];
    private final DateTimeScanner scanner = new DateTimeScanner();

    @Test
    void writesEveryDayAsTheCalendarNamesIt() {
        Random random = new Random(7);
        for (int sample = 0; sample < SAMPLES; sample++) {
            long day = random.nextLong(-4_000_000, 4_000_000);
            assertThat(text(DateTimeText.date(day, target, 0)))
                    .isEqualTo(LocalDate.ofEpochDay(day).toString());
        }
    }

    @Test
    void readsWhatItWrote() {
        Random random = new Random(8);
        for (int sample = 0; sample < SAMPLES; sample++) {
            long micros = random.nextLong();
            int precision = random.nextInt(7);
            if (Math.abs(micros / Temporal.MICROS_PER_DAY) < Long.MAX_VALUE / Temporal.MICROS_PER_DAY - 1) {
                assertThat(scan(text(DateTimeText.timestamp(micros, precision, target, 0))))
                        .isEqualTo(micros);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-01", "1500-02-28", "1582-10-04", "1582-10-10", "1900-03-01", "2000-02-29", "9999-12-31"
            })
    void readsDaysAsTheCalendarCountsThem(String text) {
        assertThat(scan(text) / Temporal.MICROS_PER_DAY)
                .isEqualTo(LocalDate.parse(text).toEpochDay());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1970-01-01 00:00:00",
        "0, 6, 1970-01-01 00:00:00",
        "1, 0, 1970-01-01 00:00:00.000001",
        "-1, 6, 1969-12-31 23:59:59.999999",
        "1500000, 3, 1970-01-01 00:00:01.500",
        "1500000, 6, 1970-01-01 00:00:01.500000"
    })
    void writesAsManyDigitsAsTheColumnHasAndNeverFewerThanTheValue(long micros, int precision, String expected) {
        assertThat(text(DateTimeText.timestamp(micros, precision, target, 0))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "45296123456, 6, 12:34:56.123456",
        "86400000000, 0, 24:00:00",
        "-3020399999999, 6, -838:59:59.999999",
        "3020399000000, 0, 838:59:59",
        "0, 6, 00:00:00"
    })
    void writesTimesBeyondADay(long micros, int precision, String expected) {
        assertThat(text(DateTimeText.time(micros, precision, target, 0))).isEqualTo(expected);
    }

    @Test
    void writesYearsBeyondFourDigitsAndInfinity() {
        long far = LocalDate.of(294_246, 12, 31).toEpochDay();
        assertThat(text(DateTimeText.date(far, target, 0))).isEqualTo("+294246-12-31");
        assertThat(text(DateTimeText.date(LocalDate.of(-43, 3, 15).toEpochDay(), target, 0)))
                .isEqualTo("-0043-03-15");
        assertThat(text(DateTimeText.date(Temporal.NEGATIVE_INFINITY, target, 0)))
                .isEqualTo("-infinity");
        assertThat(text(DateTimeText.instant(Temporal.POSITIVE_INFINITY, 6, target, 0)))
                .isEqualTo("infinity");
    }

    @Test
    void marksInstants() {
        long micros = LocalDateTime.of(1883, 11, 18, 12, 0).toEpochSecond(ZoneOffset.UTC) * Temporal.MICROS_PER_SECOND;
        assertThat(text(DateTimeText.instant(micros, 0, target, 0))).isEqualTo("1883-11-18 12:00:00Z");
    }

    private long scan(String text) {
        return scanner.timestamp(text.getBytes(StandardCharsets.UTF_8), 0, text.length());
    }

    private String text(int end) {
        return new String(target, 0, end, StandardCharsets.US_ASCII);
    }
}

package io.sluice.connector.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.data.Temporal;
import io.sluice.spi.error.SluiceException;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporalTextTest {
    private final TemporalText reader = new TemporalText();
    private final TemporalWriter writer = new TemporalWriter();

    @Property
    void daysAgreeWithTheCalendar(@ForAll @LongRange(min = -719_162, max = 2_932_896) long day) {
        LocalDate date = LocalDate.ofEpochDay(day);

        assertThat(new TemporalWriter().date(day)).isEqualTo(date.toString());
        assertThat(new TemporalText().date(date.toString())).isEqualTo(day);
    }

    @Property
    void timestampsSurviveWritingAndReading(
            @ForAll @LongRange(min = -210_000_000_000_000_000L, max = 9_000_000_000_000_000_000L) long micros) {
        assertThat(new TemporalText().timestamp(new TemporalWriter().timestamp(micros)))
                .isEqualTo(micros);
    }

    @Property
    void timesSurviveWritingAndReading(
            @ForAll @LongRange(min = -3_020_399_999_999L, max = 3_020_399_999_999L) long micros) {
        assertThat(new TemporalText().time(new TemporalWriter().time(micros))).isEqualTo(micros);
    }

    @Test
    void readsWhatServersWrite() {
        assertThat(reader.timestamp("1970-01-01 00:00:00.000001+00")).isEqualTo(1);
        assertThat(reader.timestamp("-infinity")).isEqualTo(Temporal.NEGATIVE_INFINITY);
        assertThat(reader.date("infinity")).isEqualTo(Temporal.POSITIVE_INFINITY);
        assertThat(reader.date("0001-12-31 BC")).isEqualTo(-719_163);
        assertThat(reader.time("24:00:00")).isEqualTo(Temporal.MICROS_PER_DAY);
        assertThat(reader.time("-00:00:01.5")).isEqualTo(-1_500_000);
    }

    @Test
    void writesTheFractionAsFarAsItGoes() {
        assertThat(writer.timestamp(1_500_000)).isEqualTo("1970-01-01 00:00:01.5");
        assertThat(writer.timestamp(-1)).isEqualTo("1969-12-31 23:59:59.999999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-00-00 00:00:00",
                "2024-00-00 12:00:00",
                "2024-02-30 00:00:00",
                "2023-02-29 00:00:00",
                "2024-01-01 25:00:00",
                "2024-01-01 00:60:00",
                "2024-01-01 00:00:00.1234567",
                "2024-01-01 00:00:00+05",
                "",
                "yesterday"
            })
    void refusesWhatDoesNotExist(String text) {
        assertThatThrownBy(() -> reader.timestamp(text)).isInstanceOf(SluiceException.class);
    }
}

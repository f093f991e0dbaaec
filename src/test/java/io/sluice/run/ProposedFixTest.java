package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.DirtyRecord;
import io.sluice.engine.DirtyShape;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposedFixTest {
    private static final Schema COLUMNS = Schema.of(new Column("v", LogicalType.Text.UNBOUNDED, true, "text", false));

    private static DirtyRow row(@Nullable String value, String code, String message) {
        List<@Nullable String> values = new ArrayList<>();
        values.add(value);
        return new DirtyRow(
                1,
                0,
                new DirtyShape(DirtyRecord.Stage.CONVERSION, 0, COLUMNS, COLUMNS),
                0,
                Instant.EPOCH,
                new DirtyRow.Cause(code, 0, "v", message, ""),
                values,
                null,
                List.of(),
                DirtyState.OPEN,
                false,
                null,
                0);
    }

    private static Optional<String> number(String value) {
        return proposed(value, "plain number");
    }

    private static Optional<String> date(String value) {
        return proposed(value, "date and time");
    }

    private static Optional<String> proposed(String value, String wanted) {
        return ProposedFix.of(row(value, "VALUE_NOT_CONVERTIBLE", "'" + value + "' is no " + wanted))
                .map(ProposedFix::value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " 12 |12",
                "1,234.50|1234.50",
                "1.234,50|1234.50",
                "-1,234,567|-1234567",
                "1.234.567|1234567",
                "1 234,5|1234.5",
                "1'234|1234",
                "12,5|12.5",
                "0,1234|0.1234"
            })
    void numbersOfOneReadingAreProposed(String value, String expected) {
        assertThat(number(value)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "1.234,5.6", "twelve", "12,34,56", "1,2345.0", "0x10", "", "18.11.2026"})
    void numbersOfSeveralReadingsOrNoneAreNot(String value) {
        assertThat(number(value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18.11.2026|2026-11-18",
                "18.11.2026 21:04|2026-11-18 21:04",
                "2026/11/8|2026-11-08",
                "20261118|2026-11-18",
                "18/11/2026|2026-11-18",
                "11/18/2026 08:00:01|2026-11-18 08:00:01"
            })
    void datesOfOneReadingAreProposed(String value, String expected) {
        assertThat(date(value)).hasValue(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/06/2026", "31.02.2026", "0000-00-00", "00.00.0000", "18.11.26", "12,5", "20261301"})
    void datesOfSeveralReadingsOrNoneAreNot(String value) {
        assertThat(date(value)).isEmpty();
    }

    @Test
    void theValueInTheMessageDoesNotTellWhatWasExpected() {
        assertThat(ProposedFix.of(row("12,5", "VALUE_NOT_CONVERTIBLE", "'12,5' is no truth value")))
                .isEmpty();
    }

    @Test
    void blanksAreTakenOffOnlyWhenTheRestFits() {
        String message = "ERROR: value too long for type character varying(5)";
        assertThat(ProposedFix.of(row("hello   ", "VALUE_TOO_LONG", message)))
                .hasValue(new ProposedFix(0, "hello", ProposedFix.Reason.BLANKS));
        assertThat(ProposedFix.of(row("hello you  ", "VALUE_TOO_LONG", message)))
                .isEmpty();
    }

    @Test
    void nullHasNone() {
        assertThat(ProposedFix.of(row(null, "VALUE_NOT_CONVERTIBLE", "no number")))
                .isEmpty();
    }
}

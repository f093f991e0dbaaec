package io.sluice.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.convert.ConversionRules;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.error.SluiceException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
    private static List<String> kept(LogicalType type, String operator, String value, @Nullable Object... values) {
        ConversionRules rules = ConversionRules.DEFAULT.withZone(ZoneId.of("Asia/Shanghai"));
        Rows rows = Rows.of(rules, new Column("c", type));
        for (Object one : values) {
            rows.row(one);
        }
        return rows.then(
                        "filter", "{\"name\": \"c\", \"operator\": \"" + operator + "\", \"value\": \"" + value + "\"}")
                .run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "=    | null | NULL",
                "!=   | null | a,b,EMPTY",
                "=    | a    | a",
                "!=   | a    | b,EMPTY,NULL",
                ">    | a    | b",
                ">=   | a    | a,b",
                "<    | a    | EMPTY",
                "<=   | a    | a,EMPTY",
                "like | [ab] | a,b",
                "not like | [ab] | EMPTY,NULL"
            })
    void comparesTextsAndNullAsDxFilterDoes(String operator, String value, String expected) {
        List<String> kept = kept(LogicalType.Text.UNBOUNDED, operator, value, "a", "b", "", null);
        List<String> wanted = Stream.of(expected.split(","))
                .map(word -> word.equals("EMPTY") ? "" : word)
                .toList();
        assertThat(kept).containsExactlyElementsOf(wanted);
    }

    @Test
    void aTextThatSaysNullIsEqualToNullAsWithDxFilter() {
        assertThat(kept(LogicalType.Text.UNBOUNDED, "=", "null", "null", "a", null))
                .containsExactly("null", "NULL");
    }

    @Test
    void dropsWhatDxFilterMatches() {
        Rows rows = Rows.texts("apple", "pear", null)
                .then(
                        "filter",
                        "{\"columnIndex\": 0, \"operator\": \"like\", \"value\": \"a.*\", \"matching\": \"drop\"}");
        assertThat(rows.run()).containsExactly("pear", "NULL");
        assertThat(rows.filtered).isEqualTo(1);
    }

    @Test
    void comparesNumbersExactly() {
        LogicalType unsigned = new LogicalType.Int(64, false);
        assertThat(kept(LogicalType.Int.INT64, ">", "9007199254740992.5", 9007199254740992L, 9007199254740993L))
                .containsExactly("9007199254740993");
        assertThat(kept(LogicalType.Int.INT64, "=", "1.5", 1, 2)).isEmpty();
        assertThat(kept(LogicalType.Int.INT64, "<", "1e30", 1, Long.MAX_VALUE)).hasSize(2);
        assertThat(kept(unsigned, ">=", "18446744073709551615", -1L, 5)).containsExactly("18446744073709551615");
        assertThat(kept(unsigned, ">", "-1", -1L, 0)).hasSize(2);
        assertThat(kept(new LogicalType.Decimal(10, 2), "=", "1.5", "1.50", "1.51"))
                .containsExactly("1.50");
        assertThat(kept(new LogicalType.Decimal(10, 2), ">", "1.505", "1.50", "1.51"))
                .containsExactly("1.51");
        assertThat(kept(LogicalType.Decimal.UNBOUNDED, "<=", "1e-30", "0.0000000000000000000000000000010", "1"))
                .containsExactly("0.0000000000000000000000000000010");
        assertThat(kept(new LogicalType.Real(32), "=", "0.1", 0.1f, 0.2f)).containsExactly("0.1");
        assertThat(kept(new LogicalType.Real(64), "=", "0", -0.0, 1)).containsExactly("-0.0");
        assertThat(kept(new LogicalType.Real(64), ">", "Infinity", Double.NaN, 1))
                .containsExactly("NaN");
    }

    @Test
    void comparesTimesInTheTasksFormats() {
        LogicalType timestamp = new LogicalType.Timestamp(6);
        long noon = 1_709_251_200_000_000L;
        assertThat(kept(timestamp, ">=", "2024-03-01 00:00:00", noon - 1, noon)).containsExactly("2024-03-01T00:00");
        assertThat(kept(timestamp, "=", "1709222400000", noon, noon + 1)).containsExactly("2024-03-01T00:00");
        assertThat(kept(new LogicalType.Instant(6), "<", "2024-03-01 08:00:00", noon - 1, noon))
                .hasSize(1);
        assertThat(kept(new LogicalType.Date(), "=", "20240301", 19_783, 19_784))
                .containsExactly("2024-03-01");
        assertThat(kept(new LogicalType.Date(), "like", "2024-03-.*", 19_783, 19_782, null))
                .containsExactly("2024-03-01");
    }

    @Test
    void comparesTruthValues() {
        assertThat(kept(new LogicalType.Bool(), "=", "TRUE", true, false, null)).containsExactly("true");
    }

    @Test
    void ignoresTheBlanksOfPaddedText() {
        assertThat(kept(new LogicalType.Text(5, true), "=", "ab", "ab   ", "abc  "))
                .containsExactly("ab   ");
    }

    @Test
    void refusesAValueOfAnotherType() {
        assertThatThrownBy(() -> kept(LogicalType.Int.INT64, "=", "x", 1))
                .isInstanceOf(SluiceException.class)
                .hasMessage("'x' is no number");
        assertThatThrownBy(() -> kept(new LogicalType.Date(), "=", "soon", 1)).isInstanceOf(SluiceException.class);
    }

    @Test
    void aNumberThatIsNoneIsADirtyRecord() {
        Rows rows = Rows.of(ConversionRules.DEFAULT, new Column("c", LogicalType.Decimal.UNBOUNDED))
                .row("NaN")
                .row("1")
                .then("filter", "{\"name\": \"c\", \"operator\": \">\", \"value\": \"0\"}");
        assertThat(rows.run()).containsExactly("1");
        assertThat(rows.dirty).containsExactly("c=NaN: VALUE_NOT_CONVERTIBLE NaN is not a finite number");
        assertThat(rows.filtered).isZero();
    }

    @Test
    void expressionsDecideAndWhatTheyCannotDecideIsDirty() {
        Rows rows = Rows.of(
                        ConversionRules.DEFAULT,
                        new Column("n", LogicalType.Int.INT64),
                        new Column("größe", LogicalType.Int.INT64),
                        new Column("d", new LogicalType.Decimal(10, 2)))
                .row(1, 5, "1.50")
                .row(2, 5, "99.99")
                .row(null, 5, "99.99")
                .row(3, null, "99.99")
                .then("filter", "{\"expression\": \"n > 1 && double(d) > 50.0 && row['größe'] != null\"}");
        assertThat(rows.run()).containsExactly("2|5|99.99");
        assertThat(rows.filtered).isEqualTo(2);
        assertThat(rows.dirty).singleElement().asString().startsWith("=: VALUE_NOT_CONVERTIBLE");
    }

    @Test
    void expressionsAreCheckedAgainstTheColumns() {
        Rows rows = Rows.of(ConversionRules.DEFAULT, new Column("n", LogicalType.Int.INT64));
        assertThatThrownBy(() -> rows.then("filter", "{\"expression\": \"m > 1\"}"))
                .hasMessageContaining("undeclared reference to 'm'");
        assertThatThrownBy(() -> rows.then("filter", "{\"expression\": \"n + 1\"}"))
                .hasMessageContaining("no truth value");
    }
}

package io.sluice.engine.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Unrepresentable;
import io.sluice.spi.Unrepresentable.Fraction;
import io.sluice.spi.Unrepresentable.InfiniteDate;
import io.sluice.spi.Unrepresentable.NonFiniteNumber;
import io.sluice.spi.Unrepresentable.ZeroCharacter;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Instant;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.LogicalType.Time;
import io.sluice.spi.data.LogicalType.Timestamp;
import io.sluice.spi.data.RowBatch;
import io.sluice.spi.data.Schema;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the tables of ChosenTest cannot show between servers. */
class SubstitutionsTest {
    private static final Unrepresentable ALL = new Unrepresentable(
            NonFiniteNumber.CONVERT_TO_NULL,
            new InfiniteDate.Replace(LocalDate.of(9999, 12, 31), null),
            ZeroCharacter.REMOVE,
            Fraction.TRUNCATE);

    private final Rejects rejects = new Rejects();

    private RowBatch converted(LogicalType from, String value, LogicalType to, ConversionRules rules) {
        Schema source = Schema.of(new Column("a", from), new Column("b", from));
        Schema target = Schema.of(new Column("a", to), new Column("b", to));
        Conversion conversion = Conversion.plan(source, target, rules, new TargetLimits(false, ALL));
        RowBatch batch = new RowBatch(source, 3, 1 << 20);
        for (int row = 0; row < 3; row++) {
            Case.set(batch.vector(0), from, row, value);
            batch.vector(1).setNull(row);
            batch.endRow();
        }
        RowBatch converted = conversion.target(batch);
        for (int again = 0; again < 2; again++) {
            rejects.clear();
            conversion.apply(batch, converted, rejects);
        }
        assertThat(batch.text(1, 0)).as("what was read stays as it is").isEqualTo(value);
        return converted;
    }

    @Test
    void negativeTimesLoseDigitsTowardsZero() {
        Time fine = new Time(6, Time.Range.HOURS_838);
        RowBatch rows =
                converted(fine, "-838:59:59.900000", new Time(0, Time.Range.HOURS_838), ConversionRules.DEFAULT);

        assertThat(rows.text(1, 0)).isEqualTo("-838:59:59.000000");
        assertThat(rejects.all()).isEmpty();
        assertThat(rejects.changes()).singleElement().satisfies(change -> {
            assertThat(change.choice()).isEqualTo("unrepresentable.fraction=truncate");
            assertThat(rejects.kept(change)).isEqualTo(3);
        });
    }

    @Test
    void textLosesDigitsInTheTasksOwnFormat() {
        ConversionRules slashes =
                new ConversionRules(null, "dd/MM/yyyy HH:mm:ss,SSS", "yyyy-MM-dd", "HH:mm:ss", List.of());

        assertThat(converted(new Text(40), "01/02/2024 10:20:30,987", new Timestamp(1), slashes)
                        .text(1, 0))
                .isEqualTo("2024-02-01 10:20:30.9");
        assertThat(rejects.all()).isEmpty();
        assertThat(rejects.changes())
                .singleElement()
                .satisfies(change -> assertThat(rejects.kept(change)).isEqualTo(3));
    }

    /** What looks like a fraction and is none stays. */
    @Test
    void textInAnOddFormatIsReadAsItSays() {
        ConversionRules odd = new ConversionRules(null, "yyyy:dd:MM.HH", "yyyy-MM-dd", "HH:mm:ss", List.of());

        assertThat(converted(new Text(40), "2024:02:01.17", new Timestamp(0), odd)
                        .text(1, 0))
                .isEqualTo("2024-01-02 17:00:00");
        assertThat(rejects.changes()).isEmpty();
    }

    @Test
    void millisecondsLoseDigitsTowardsThePast() {
        ConversionRules utc = ConversionRules.DEFAULT.withZone(ZoneId.of("UTC"));

        assertThat(converted(LogicalType.Int.INT64, "-1", new Timestamp(0), utc).text(1, 0))
                .isEqualTo("1969-12-31 23:59:59");
        assertThat(converted(LogicalType.Int.INT64, "1239", new Instant(2), utc).text(1, 0))
                .startsWith("1970-01-01 00:00:01.23");
        assertThat(rejects.all()).isEmpty();
    }

    @Test
    void aDateInsteadOfInfinityIsMidnightOfTheTasksZone() {
        ConversionRules shanghai = ConversionRules.DEFAULT.withZone(ZoneId.of("Asia/Shanghai"));

        assertThat(converted(new Instant(6), "infinity", new Timestamp(6), shanghai)
                        .text(1, 0))
                .isEqualTo("9999-12-31 00:00:00");
        assertThat(rejects.all()).isEmpty();
    }

    @Test
    void whatHasNoChoiceIsRejected() {
        converted(new Timestamp(6), "-infinity", new Timestamp(6), ConversionRules.DEFAULT);

        assertThat(rejects.all()).hasSize(3);
        assertThat(rejects.changes()).isEmpty();
    }

    @Test
    void changedValuesOfRejectedRowsAreNotCounted() {
        converted(new Text(20), "too\0 long", new Text(5), ConversionRules.DEFAULT);

        assertThat(rejects.all()).hasSize(3);
        assertThat(rejects.changes())
                .singleElement()
                .satisfies(change -> assertThat(rejects.kept(change)).isZero());
    }

    @Test
    void columnsWithoutAnythingToChangeLendTheirVectors() {
        Schema columns = Schema.of(new Column("a", LogicalType.Int.INT64), new Column("b", new LogicalType.Real(64)));
        Schema text = Schema.of(new Column("a", LogicalType.Int.INT64), new Column("b", new Timestamp(6)));

        assertThat(Conversion.plan(columns, columns, ConversionRules.DEFAULT, new TargetLimits(true, ALL))
                        .passesAll())
                .isTrue();
        assertThat(Conversion.plan(text, text, ConversionRules.DEFAULT, new TargetLimits(true, ALL))
                        .passesAll())
                .isTrue();
        assertThat(Conversion.plan(columns, columns, ConversionRules.DEFAULT, new TargetLimits(false, ALL))
                        .passesAll())
                .isFalse();
    }
}

package io.sluice.engine.convert;

import io.sluice.spi.data.LogicalType.Date;
import io.sluice.spi.data.LogicalType.Instant;
import io.sluice.spi.data.LogicalType.Int;
import io.sluice.spi.data.LogicalType.Interval;
import io.sluice.spi.data.LogicalType.Text;
import io.sluice.spi.data.LogicalType.Time;
import io.sluice.spi.data.LogicalType.Time.Range;
import io.sluice.spi.data.LogicalType.Timestamp;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One line for each value of a temporal type. */
class TemporalConversionTest {
    private static final ConversionRules NEW_YORK = ConversionRules.DEFAULT.withZone(ZoneId.of("America/New_York"));
    private static final Int S64 = Int.INT64;
    private static final Text TEXT = Text.UNBOUNDED;
    private static final Time DAY = new Time(6, Range.DAY);
    private static final Time HOURS = new Time(6, Range.HOURS_838);

    static final Case[] TIMES = {
        new Case(new Date(), "1582-10-10", TEXT, "1582-10-10"),
        new Case(new Date(), "0001-01-01", TEXT, "0001-01-01"),
        new Case(new Date(), "9999-12-31", new Timestamp(0), "9999-12-31T00:00"),
        new Case(new Date(), "+294276-12-31", TEXT, "+294276-12-31"),
        new Case(new Date(), "infinity", TEXT, "infinity"),
        new Case(new Date(), "-infinity", new Timestamp(6), "-infinity"),
        new Case(new Timestamp(6), "2024-06-01T12:34:56.123456", TEXT, "2024-06-01 12:34:56.123456"),
        new Case(new Timestamp(6), "2024-06-01T12:34:56.500", TEXT, "2024-06-01 12:34:56.5"),
        new Case(new Timestamp(6), "2024-06-01T12:34:00", TEXT, "2024-06-01 12:34:00"),
        new Case(new Timestamp(6), "1899-12-31T23:59:59.999999", TEXT, "1899-12-31 23:59:59.999999"),
        new Case(new Timestamp(6), "2024-06-01T12:34:56.600", new Timestamp(0), null),
        new Case(new Timestamp(6), "2024-06-01T12:34:56", new Timestamp(0), "2024-06-01T12:34:56"),
        new Case(new Timestamp(6), "2024-06-01T12:34:56.120", new Timestamp(2), "2024-06-01T12:34:56.120"),
        new Case(new Timestamp(0), "2024-06-01T00:00", new Date(), "2024-06-01"),
        new Case(new Timestamp(0), "2024-06-01T00:00:01", new Date(), null),
        new Case(new Timestamp(0), "2024-03-10T02:30", new Timestamp(6), "2024-03-10T02:30"),
        new Case(new Timestamp(0), "2024-06-01T00:00", new Instant(6), null),
        new Case(new Timestamp(0), "2024-06-01T00:00", DAY, null),
        new Case(new Instant(6), "2024-01-01T00:00Z", TEXT, "2024-01-01T00:00:00Z"),
        new Case(new Instant(6), "1883-11-18T12:00Z", TEXT, "1883-11-18T12:00:00Z"),
        new Case(new Instant(6), "2024-01-01T00:00:00.001Z", S64, "1704067200001"),
        new Case(new Instant(6), "2024-01-01T00:00:00.000001Z", S64, null),
        new Case(S64, "1704067200001", new Instant(6), "2024-01-01T00:00:00.001Z"),
        new Case(S64, "1704067200001", new Instant(0), null),
        new Case(HOURS, "838:59:59.999999", TEXT, "838:59:59.999999"),
        new Case(HOURS, "-12:00:00.000000", TEXT, "-12:00:00"),
        new Case(HOURS, "838:59:59.999999", DAY, null),
        new Case(HOURS, "-00:00:01.000000", DAY, null),
        new Case(HOURS, "24:00:00.000000", DAY, "24:00:00.000000"),
        new Case(HOURS, "838:59:59.999999", new Interval(), "PT838H59M59.999999S"),
        new Case(new Interval(), "PT838H59M59.999999S", HOURS, "838:59:59.999999"),
        new Case(new Interval(), "PT839H", HOURS, null),
        new Case(new Interval(), "P1D", HOURS, null),
        new Case(new Interval(), "P1Y2M3DT4H5M6.000001S", TEXT, "P1Y2M3DT4H5M6.000001S"),
        new Case(DAY, "12:34:56.123456", TEXT, "12:34:56.123456"),
        new Case(DAY, "12:34:56.123456", new Time(3, Range.DAY), null),
        new Case(DAY, "24:00:00.000000", TEXT, "24:00:00"),
        new Case(TEXT, "24:00:00", DAY, "24:00:00.000000"),
        new Case(TEXT, "24:00:01", DAY, null),
        new Case(TEXT, "12:34", DAY, "12:34:00.000000"),
        new Case(TEXT, "12:60:00", DAY, null),
        new Case(TEXT, "-838:59:59", HOURS, "-838:59:59.000000"),
        new Case(TEXT, "839:00:00", HOURS, null),
        new Case(TEXT, "2024-02-29", new Date(), "2024-02-29"),
        new Case(TEXT, "2024-02-30", new Date(), null),
        new Case(TEXT, "2024-2-3", new Date(), null),
        new Case(TEXT, "02/03/2024", new Date(), null),
        new Case(TEXT, "20240203", new Date(), "2024-02-03"),
        new Case(TEXT, "20240230", new Date(), null),
        new Case(TEXT, "2024-02-03T00:00:00", new Date(), "2024-02-03"),
        new Case(TEXT, "2024-02-03T04:05:06", new Date(), null),
        new Case(TEXT, "0000-00-00", new Date(), null),
        new Case(TEXT, "2024-01-02T03:04:05", new Timestamp(6), "2024-01-02T03:04:05"),
        new Case(TEXT, "2024-01-02 03:04:05.123456", new Timestamp(6), "2024-01-02T03:04:05.123456"),
        new Case(TEXT, "2024-01-02 03:04:05.123456000", new Timestamp(6), "2024-01-02T03:04:05.123456"),
        new Case(TEXT, "2024-01-02 03:04:05.1234567", new Timestamp(6), null),
        new Case(TEXT, "2024-01-02 03:04:05.5", new Timestamp(0), null),
        new Case(TEXT, "2024-01-02 03:04:60", new Timestamp(0), null),
        new Case(TEXT, "2024-01-02 24:00:00", new Timestamp(0), null),
        new Case(TEXT, "2024-01-02 03:04:05 ", new Timestamp(0), null),
        new Case(TEXT, "2024-01-02 03:04:05Z", new Timestamp(0), null),
        new Case(TEXT, "2024-01-02", new Timestamp(0), "2024-01-02T00:00"),
        new Case(TEXT, "2024-01-02T03:04:05+05:30", new Instant(0), "2024-01-01T21:34:05Z"),
        new Case(TEXT, "2024-01-02T03:04:05", new Instant(0), null),
        new Case(TEXT, "infinity", new Timestamp(6), "infinity"),
        new Case(TEXT, "now", new Timestamp(6), null),
    };

    static final Case[] ZONED = {
        new Case(new Timestamp(0), "2024-06-01T00:00", new Instant(6), "2024-06-01T04:00Z"),
        new Case(new Timestamp(0), "2024-03-10T02:30", new Instant(6), null),
        new Case(new Timestamp(0), "2024-11-03T01:30", new Instant(6), "2024-11-03T05:30Z"),
        new Case(new Instant(0), "2024-11-03T06:30Z", new Timestamp(6), "2024-11-03T01:30"),
        new Case(new Instant(6), "2024-06-01T04:00Z", TEXT, "2024-06-01 00:00:00"),
        new Case(new Instant(6), "2024-06-01T04:00Z", new Date(), "2024-06-01"),
        new Case(new Instant(6), "2024-06-01T00:00Z", new Date(), null),
        new Case(new Date(), "2024-06-01", new Instant(6), "2024-06-01T04:00Z"),
        new Case(TEXT, "2024-06-01 00:00:00", new Instant(6), "2024-06-01T04:00Z"),
        new Case(TEXT, "2024-06-01T00:00:00Z", new Timestamp(6), "2024-05-31T20:00"),
        new Case(S64, "0", new Timestamp(6), "1969-12-31T19:00"),
        new Case(new Timestamp(0), "1969-12-31T19:00", S64, "0"),
        new Case(new Date(), "2024-06-01", S64, "1717214400000"),
        new Case(S64, "1717214400000", new Date(), "2024-06-01"),
        new Case(S64, "1717214400001", new Date(), null),
        new Case(new Date(), "infinity", S64, null),
        new Case(TEXT, "2024-03-10 02:30:00", new Instant(0), null),
        new Case(TEXT, "2024-11-03 01:30:00", new Instant(0), "2024-11-03T05:30Z"),
        new Case(TEXT, "2024-11-03T01:30:00-05:00", new Instant(0), "2024-11-03T06:30Z"),
        new Case(new Instant(6), "infinity", TEXT, "infinity"),
        new Case(new Timestamp(6), "-infinity", new Instant(6), "-infinity"),
    };

    static final Case[] FIXED_OFFSET = {
        new Case(new Instant(6), "2024-01-01T00:00:00.001Z", TEXT, "2024-01-01 08:00:00.001"),
        new Case(TEXT, "2024-01-01 08:00:00.001", new Instant(6), "2024-01-01T00:00:00.001Z"),
        new Case(TEXT, "2024-01-01T00:00:00Z", new Timestamp(0), "2024-01-01T08:00"),
        new Case(new Timestamp(0), "2024-01-01T08:00", TEXT, "2024-01-01 08:00:00"),
        new Case(S64, "0", new Timestamp(0), "1970-01-01T08:00"),
    };

    static final Case[] OWN_FORMATS = {
        new Case(TEXT, "03/02/2024", new Date(), "2024-02-03"),
        new Case(TEXT, "31/02/2024", new Date(), null),
        new Case(TEXT, "2024-02-03", new Date(), "2024-02-03"),
        new Case(new Date(), "2024-02-03", TEXT, "03/02/2024"),
        new Case(TEXT, "03.02.2024 04:05", new Timestamp(0), "2024-02-03T04:05"),
    };

    @ParameterizedTest
    @FieldSource("TIMES")
    void arrivesExactlyOrIsDirty(Case one) {
        one.check(ConversionRules.DEFAULT);
    }

    @ParameterizedTest
    @FieldSource("ZONED")
    void localTimesMeetInstantsInTheTasksZone(Case one) {
        one.check(NEW_YORK);
    }

    @ParameterizedTest
    @FieldSource("FIXED_OFFSET")
    void theZoneMayBeAnOffset(Case one) {
        one.check(ConversionRules.DEFAULT.withZone(ZoneId.of("GMT+8")));
    }

    @ParameterizedTest
    @FieldSource("OWN_FORMATS")
    void readsAndWritesTheTasksFormats(Case one) {
        one.check(new ConversionRules(null, "dd.MM.yyyy HH:mm", "dd/MM/yyyy", "HH:mm:ss", List.of()));
    }
}

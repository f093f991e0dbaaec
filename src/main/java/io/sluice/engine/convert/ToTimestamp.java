package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Timestamp;
import io.sluice.spi.data.LongVector;
import java.time.ZoneId;

/** Conversions to local dates and times. */
final class ToTimestamp {
    private ToTimestamp() {}

    static ColumnConversion from(LogicalType source, Timestamp target, ConversionRules rules) {
        int digits = target.precision();
        ZoneId zone = rules.zone();
        TemporalText formats = new TemporalText(rules);
        return switch (source) {
            case Timestamp timestamp -> TemporalChecks.precision(timestamp.precision(), digits, target);
            case LogicalType.Date ignored ->
                TemporalChecks.step(
                        Kind.LOSSY,
                        Reason.both(because(Code.TO_MIDNIGHT), because(Code.LAST_DAY)),
                        TemporalChecks::midnight);
            case LogicalType.Instant instant ->
                zone == null
                        ? Zones.missing(source, target)
                        : TemporalChecks.step(
                                instant.precision() <= digits ? Kind.WIDENING : Kind.LOSSY,
                                Zones.becomesLocal(zone),
                                micros -> TemporalChecks.require(Zones.toLocal(micros, zone), digits, target));
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.DATE_TIME_FORMATS),
                        new RowLoop<>(
                                BytesVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(
                                        row,
                                        TemporalChecks.require(
                                                formats.readTimestamp(from.string(row)), digits, target))));
            case LogicalType.Int whole ->
                zone == null
                        ? Zones.missing(source, target)
                        : TemporalChecks.step(
                                TemporalChecks.ofMillis(whole, digits),
                                Reason.both(because(Code.FROM_MILLIS), Zones.becomesLocal(zone)),
                                millis -> TemporalChecks.require(
                                        Zones.toLocal(TemporalChecks.ofMillis(millis, whole), zone), digits, target));
            case LogicalType.Time ignored -> impossible(source, target);
            case LogicalType.Bool ignored -> impossible(source, target);
            case LogicalType.Real ignored -> impossible(source, target);
            case LogicalType.Decimal ignored -> impossible(source, target);
            case LogicalType.Binary ignored -> impossible(source, target);
            case LogicalType.Bits ignored -> impossible(source, target);
            case LogicalType.Interval ignored -> impossible(source, target);
            case LogicalType.Json ignored -> impossible(source, target);
            case LogicalType.Uuid ignored -> impossible(source, target);
        };
    }
}

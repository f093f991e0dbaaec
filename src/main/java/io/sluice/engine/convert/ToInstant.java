package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LogicalType.Instant;
import io.sluice.spi.data.LongVector;
import java.time.ZoneId;

/** Conversions to points in time. */
final class ToInstant {
    private ToInstant() {}

    static ColumnConversion from(LogicalType source, Instant target, ConversionRules rules) {
        int digits = target.precision();
        ZoneId zone = rules.zone();
        TemporalText formats = new TemporalText(rules);
        return switch (source) {
            case Instant instant -> TemporalChecks.precision(instant.precision(), digits, target);
            case LogicalType.Timestamp timestamp ->
                zone == null
                        ? Zones.missing(source, target)
                        : TemporalChecks.step(
                                zone.getRules().isFixedOffset() && timestamp.precision() <= digits
                                        ? Kind.WIDENING
                                        : Kind.LOSSY,
                                Reason.both(
                                        because(Code.FROM_LOCAL, zone),
                                        zone.getRules().isFixedOffset() ? Reason.NONE : because(Code.SKIPPED)),
                                micros -> TemporalChecks.require(Zones.toInstant(micros, zone), digits, target));
            case LogicalType.Date ignored ->
                zone == null
                        ? Zones.missing(source, target)
                        : TemporalChecks.step(
                                Kind.LOSSY,
                                Reason.both(because(Code.TO_MIDNIGHT_IN_ZONE, zone), because(Code.LAST_DAY)),
                                days -> Zones.toInstant(TemporalChecks.midnight(days), zone));
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
                                                formats.readInstant(from.string(row)), digits, target))));
            case LogicalType.Int whole ->
                TemporalChecks.step(
                        TemporalChecks.ofMillis(whole, digits),
                        because(Code.FROM_MILLIS),
                        millis -> TemporalChecks.require(TemporalChecks.ofMillis(millis, whole), digits, target));
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

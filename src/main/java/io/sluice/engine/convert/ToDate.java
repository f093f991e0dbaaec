package io.sluice.engine.convert;

import static io.sluice.engine.convert.ColumnConversion.convert;
import static io.sluice.engine.convert.ColumnConversion.impossible;
import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.engine.convert.TypeMapping.Kind;
import io.sluice.spi.data.BytesVector;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.LongVector;
import java.time.ZoneId;

/** Conversions to days. */
final class ToDate {
    private ToDate() {}

    static ColumnConversion from(LogicalType source, LogicalType.Date target, ConversionRules rules) {
        ZoneId zone = rules.zone();
        TemporalText formats = new TemporalText(rules);
        return switch (source) {
            case LogicalType.Date ignored -> ColumnConversion.same();
            case LogicalType.Timestamp ignored ->
                TemporalChecks.step(Kind.LOSSY, because(Code.MIDNIGHT), TemporalChecks::day);
            case LogicalType.Instant ignored ->
                zone == null
                        ? Zones.missing(source, target)
                        : TemporalChecks.step(
                                Kind.LOSSY,
                                because(Code.MIDNIGHT_IN_ZONE, zone),
                                micros -> TemporalChecks.day(Zones.toLocal(micros, zone)));
            case LogicalType.Text ignored ->
                convert(
                        Kind.LOSSY,
                        because(Code.DATE_FORMATS),
                        new RowLoop<>(
                                BytesVector.class,
                                LongVector.class,
                                (from, to, row) -> to.set(row, formats.readDate(from.string(row)))));
            case LogicalType.Int whole ->
                zone == null
                        ? Zones.missing(source, target)
                        : TemporalChecks.step(
                                Kind.LOSSY,
                                Reason.both(because(Code.FROM_MILLIS), because(Code.MIDNIGHT_IN_ZONE, zone)),
                                millis -> TemporalChecks.day(
                                        Zones.toLocal(TemporalChecks.ofMillis(millis, whole), zone)));
            case LogicalType.Bool ignored -> impossible(source, target);
            case LogicalType.Real ignored -> impossible(source, target);
            case LogicalType.Decimal ignored -> impossible(source, target);
            case LogicalType.Binary ignored -> impossible(source, target);
            case LogicalType.Bits ignored -> impossible(source, target);
            case LogicalType.Time ignored -> impossible(source, target);
            case LogicalType.Interval ignored -> impossible(source, target);
            case LogicalType.Json ignored -> impossible(source, target);
            case LogicalType.Uuid ignored -> impossible(source, target);
        };
    }
}

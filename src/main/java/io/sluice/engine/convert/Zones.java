package io.sluice.engine.convert;

import static io.sluice.engine.convert.Reason.because;

import io.sluice.engine.convert.Reason.Code;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Temporal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Where local times meet instants. */
final class Zones {
    private static final int NANOS_PER_MICRO = 1_000;

    private Zones() {}

    /** Turns one number into another, or throws because it cannot. */
    @FunctionalInterface
    interface LongStep {
        long apply(long value);
    }

    static ColumnConversion missing(LogicalType source, LogicalType target) {
        return ColumnConversion.impossible(because(Code.ZONE_MISSING, source, target));
    }

    /** Where the clocks of a zone are set back, two instants become one local time. */
    static List<Reason> becomesLocal(ZoneId zone) {
        List<Reason> twice = zone.getRules().isFixedOffset() ? Reason.NONE : because(Code.TWICE);
        return Reason.both(because(Code.TO_LOCAL, zone), twice);
    }

    /** The value itself. @throws io.sluice.spi.error.SluiceException when it is infinite */
    static long finite(long value) {
        if (!Temporal.finite(value)) {
            throw Unfit.range(Spelling.infinity(value), "a finite time");
        }
        return value;
    }

    static LocalDateTime local(long micros) {
        long seconds = Math.floorDiv(micros, Temporal.MICROS_PER_SECOND);
        int fraction = (int) Math.floorMod(micros, Temporal.MICROS_PER_SECOND);
        return LocalDateTime.ofEpochSecond(seconds, fraction * NANOS_PER_MICRO, ZoneOffset.UTC);
    }

    /**
     * The instant of a local time; the earlier one when the clock shows it twice, because both give the local time back.
     *
     * @throws io.sluice.spi.error.SluiceException when the clock of the zone never shows it
     */
    static long toInstant(long localMicros, ZoneId zone) {
        if (!Temporal.finite(localMicros)) {
            return localMicros;
        }
        LocalDateTime local = local(localMicros);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw Unfit.form(Spelling.timestamp(localMicros), "time that exists in " + zone);
        }
        return Math.subtractExact(localMicros, offsets.getFirst().getTotalSeconds() * Temporal.MICROS_PER_SECOND);
    }

    static long toLocal(long instantMicros, ZoneId zone) {
        if (!Temporal.finite(instantMicros)) {
            return instantMicros;
        }
        java.time.Instant second =
                java.time.Instant.ofEpochSecond(Math.floorDiv(instantMicros, Temporal.MICROS_PER_SECOND));
        int offset = zone.getRules().getOffset(second).getTotalSeconds();
        return Math.addExact(instantMicros, offset * Temporal.MICROS_PER_SECOND);
    }
}

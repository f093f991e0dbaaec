package io.sluice.engine;

import io.sluice.engine.convert.TargetLimits;
import io.sluice.engine.convert.ValueChoices;
import io.sluice.script.SyncTask.Step;
import io.sluice.spi.Capability;
import io.sluice.spi.Connector;
import io.sluice.spi.ReaderFactory;
import io.sluice.spi.Unrepresentable;
import io.sluice.spi.Unrepresentable.ZeroDate;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;

/** Reads out of the steps of a task what it wants done with values that do not fit. Needs no connection. */
public final class TaskChoices {
    private TaskChoices() {}

    /** Steps whose parameters are not right choose nothing. */
    public static ValueChoices of(Connectors connectors, Step reader, Step writer) {
        ZeroDate zeroDate = connectors
                .find(reader.stepType())
                .flatMap(Connector::reader)
                .map(factory -> zeroDate(factory, reader))
                .orElseGet(ZeroDate.Dirty::new);
        TargetLimits limits = connectors
                .find(writer.stepType())
                .flatMap(connector -> connector.writer().map(factory -> limits(connector, factory, writer)))
                .orElse(TargetLimits.NONE_KNOWN);
        return new ValueChoices(zeroDate, limits, false);
    }

    private static <C extends Record> ZeroDate zeroDate(ReaderFactory<C> factory, Step step) {
        return factory.config().bind(step.parameter()) instanceof Bound.Valid<C> valid
                ? factory.zeroDate(valid.value())
                : new ZeroDate.Dirty();
    }

    private static <C extends Record> TargetLimits limits(Connector connector, WriterFactory<C> factory, Step step) {
        Unrepresentable chosen = factory.config().bind(step.parameter()) instanceof Bound.Valid<C> valid
                ? factory.unrepresentable(valid.value())
                : Unrepresentable.DIRTY;
        return new TargetLimits(connector.capabilities().contains(Capability.NON_FINITE_VALUES), chosen);
    }
}

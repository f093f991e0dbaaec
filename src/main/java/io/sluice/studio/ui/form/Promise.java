package io.sluice.studio.ui.form;

import io.sluice.engine.Connectors;
import io.sluice.run.ui.Texts;
import io.sluice.script.Side;
import io.sluice.script.SyncTask;
import io.sluice.spi.Guarantee;
import io.sluice.spi.WriterFactory;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigValue;
import java.util.Optional;

/** Says what a run of the task promises about its rows, and why. */
final class Promise {
    private final Connectors connectors;

    Promise(Connectors connectors) {
        this.connectors = connectors;
    }

    String sentence(FormTask task, Texts texts) {
        Optional<Guarantee> guarantee = task.step(Side.WRITER).flatMap(this::guarantee);
        return guarantee
                .map(promised -> switch (promised) {
                    case AT_LEAST_ONCE -> texts.translate("form.promise.at-least-once");
                    case PROGRESS_IN_TARGET -> texts.translate("form.promise.progress-in-target");
                    case IDEMPOTENT -> texts.translate("form.promise.idempotent");
                    case ALL_OR_NOTHING -> texts.translate("form.promise.all-or-nothing");
                    case WHOLE_FILES -> texts.translate("form.promise.whole-files");
                    case NOTHING_KEPT -> texts.translate("form.promise.nothing-kept");
                })
                .orElseGet(() -> texts.translate("form.promise.unknown"));
    }

    private Optional<Guarantee> guarantee(SyncTask.Step step) {
        return connectors
                .find(step.stepType())
                .flatMap(io.sluice.spi.Connector::writer)
                .flatMap(writer -> guarantee(writer, step.parameter()));
    }

    private static <C extends Record> Optional<Guarantee> guarantee(WriterFactory<C> writer, ConfigValue.Obj values) {
        return switch (writer.config().bind(values)) {
            case Bound.Valid<C> valid -> Optional.of(writer.guarantee(valid.value()));
            case Bound.Invalid<C> ignored -> Optional.empty();
        };
    }
}

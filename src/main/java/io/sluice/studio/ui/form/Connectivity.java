package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Div;
import io.sluice.datasource.ConnectionTest;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceService;
import io.sluice.datasource.TestReport;
import io.sluice.datasource.ui.BackgroundTest;
import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.ui.Chip;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import io.sluice.workspace.Member;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether the data source of a side can be reached: its last test, or one made now. */
final class Connectivity {
    private final Div place;
    private final DataSourceService sources;
    private final Member member;
    private String name = "";

    Connectivity(Div place, DataSourceService sources, Member member) {
        this.place = place;
        this.sources = sources;
        this.member = member;
        place.getElement().setAttribute("role", "status");
    }

    void show(FormTask task, String dataSource) {
        if (dataSource.equals(name)) {
            return;
        }
        name = dataSource;
        boolean registered = task.catalog().dataSourceType(dataSource).isPresent();
        place.removeAll();
        if (registered) {
            TestReport last = sources.findByName(member, dataSource)
                    .map(DataSource::lastTest)
                    .orElse(null);
            show(last);
        }
    }

    private void show(@Nullable TestReport report) {
        place.removeAll();
        if (report == null) {
            place.add(Chip.of(State.NONE, place.getTranslation("form.connection.untested")));
        } else {
            Layer failed = report.layers().stream()
                    .filter(layer -> layer.state() == io.sluice.spi.SupportsConnectionTest.State.FAILED)
                    .findFirst()
                    .orElse(null);
            Chip chip = failed == null
                    ? Chip.of(State.OK, place.getTranslation("form.connection.ok", report.millis()))
                    : Chip.of(State.FAILED, place.getTranslation("form.connection.failed"));
            if (failed != null) {
                chip.getElement()
                        .setAttribute(
                                "title",
                                Sentences.translated(failed.message()) + " " + Sentences.translated(failed.advice()));
            }
            place.add(chip);
        }
    }

    /** Tries the data source now, in the background. */
    void test() {
        String tested = name;
        DataSource source = sources.findByName(member, tested).orElse(null);
        if (source == null) {
            return;
        }
        place.removeAll();
        place.add(Chip.of(State.RUNNING, place.getTranslation("form.connection.testing")));
        DataSourceDraft draft =
                new DataSourceDraft(source.id(), source.name(), source.type(), source.description(), source.settings());
        Consumer<ConnectionTest> taker = outcome -> {
            if (tested.equals(name)) {
                show(outcome);
            }
        };
        BackgroundTest.start(sources, member, draft, taker, place::removeAll);
    }

    private void show(ConnectionTest outcome) {
        switch (outcome) {
            case ConnectionTest.Done done -> show(done.report());
            case ConnectionTest.Invalid ignored ->
                replace(Chip.of(State.FAILED, place.getTranslation("form.connection.failed")));
            case ConnectionTest.NotTestable ignored -> place.removeAll();
            case ConnectionTest.TooMany ignored ->
                replace(Chip.of(State.WARNING, place.getTranslation("form.connection.too-many")));
        }
    }

    private void replace(Chip chip) {
        place.removeAll();
        place.add(chip);
    }
}

package io.sluice.datasource.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import io.sluice.datasource.TestReport;
import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.spi.SupportsConnectionTest.State;
import io.sluice.ui.Chip;
import io.sluice.ui.Sentences;
import java.time.Duration;

/** The outcome of a connection test: one line per layer, and at a failing one what to do about it. */
final class TestReportPanel extends Div {
    TestReportPanel(TestReport report) {
        OrderedList layers = new OrderedList();
        layers.addClassName("sl-layers");
        report.layers().forEach(layer -> layers.add(item(layer)));
        add(head(report), layers);
    }

    private static Div head(TestReport report) {
        long passed = report.layers().stream()
                .filter(layer -> layer.state() == State.PASSED)
                .count();
        Span took = new Span(translate("data-sources.milliseconds", report.millis()));
        took.addClassNames("sl-small", "sl-muted");
        Div head = new Div(
                Chip.of(
                        Health.of(report.state()).state(),
                        translate(
                                "data-sources.test.passed",
                                passed,
                                report.layers().size())),
                took);
        head.addClassNames("sl-row", "sl-testhead");
        return head;
    }

    private static ListItem item(Layer layer) {
        Span name = new Span(translate("data-sources.layer." + layer.kind().name()));
        name.addClassName("sl-strong");
        Span took = new Span(layer.state() == State.SKIPPED ? "" : milliseconds(layer.took()));
        took.addClassNames("sl-small", "sl-muted");
        Div mark = new Div(Health.of(layer.state())
                .state()
                .glyph(translate("data-sources.layer-state." + layer.state().name())));
        mark.addClassName("sl-layermark");
        ListItem item = new ListItem(mark, name, took);
        item.addClassName("sl-layer");
        if (!layer.advice().isEmpty()) {
            item.add(cure(layer));
        } else if (!layer.message().isEmpty()) {
            item.add(detail(Sentences.translated(layer.message())));
        }
        return item;
    }

    private static Component detail(String message) {
        Span detail = new Span(message);
        detail.addClassName("sl-layerdetail");
        return detail;
    }

    private static Component cure(Layer layer) {
        Div what = new Div(new Span(Sentences.translated(layer.message())));
        what.addClassName("sl-curewhat");
        Div how = new Div(new Span(Sentences.translated(layer.advice())));
        how.addClassName("sl-curehow");
        Div cure = new Div(what, how);
        cure.addClassNames("sl-cure", layer.state() == State.FAILED ? "sl-cure-failed" : "sl-cure-warning");
        return cure;
    }

    private static String milliseconds(Duration took) {
        return translate("data-sources.milliseconds", took.toMillis());
    }
}

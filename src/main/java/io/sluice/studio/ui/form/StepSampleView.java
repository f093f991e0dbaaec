package io.sluice.studio.ui.form;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.engine.preview.Cell;
import io.sluice.engine.preview.Sample.Fate;
import io.sluice.engine.preview.Sample.StepRow;
import io.sluice.engine.preview.Sample.StepSample;
import io.sluice.run.ui.Blocks;
import io.sluice.spi.data.Column;
import io.sluice.ui.Sentences;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;

/** Sample rows before and after a step, side by side. */
final class StepSampleView extends Div {
    private final SampleTable before;
    private final SampleTable after;
    private final Span facts = Blocks.text("sl-muted sl-small", "");

    StepSampleView() {
        addClassName("sl-stepsample");
        before = new SampleTable(getTranslation("processing.before"));
        after = new SampleTable(getTranslation("processing.after"));
        Div left = Blocks.block("sl-stepsample-side", caption("processing.before", new Span()), before);
        Div right = Blocks.block("sl-stepsample-side", caption("processing.after", facts), after);
        add(left, right);
        after.getElement().executeJs("requestAnimationFrame(() => this.follow($0))", before.getElement());
    }

    private Div caption(String key, Span more) {
        return Blocks.block("sl-row sl-stepsample-caption", Blocks.text("sl-small", getTranslation(key)), more);
    }

    void show(StepSample sample) {
        List<SampleTable.Row> left = new ArrayList<>();
        List<SampleTable.Row> right = new ArrayList<>();
        int[] origin = origins(sample.before(), sample.after());
        for (StepRow row : sample.rows()) {
            String fate = switch (row.fate()) {
                case PASSED -> "";
                case FILTERED -> "filtered";
                case DIRTY -> "dirty";
            };
            boolean passed = row.fate() == Fate.PASSED;
            String cause =
                    row.cause() == null ? "" : Sentences.translated(row.cause().message());
            BitSet changed = passed ? changed(row, origin) : new BitSet();
            left.add(new SampleTable.Row(row.before(), new BitSet(), fate, cause));
            right.add(new SampleTable.Row(passed ? row.after() : null, changed, fate, cause));
        }
        before.show(sample.before(), left);
        after.show(sample.after(), right);
        facts.setText(facts(sample));
    }

    private String facts(StepSample sample) {
        long filtered = count(sample, Fate.FILTERED);
        long dirty = count(sample, Fate.DIRTY);
        List<String> parts = new ArrayList<>();
        parts.add(getTranslation(
                "processing.rows", count(sample, Fate.PASSED), sample.rows().size()));
        if (filtered > 0) {
            parts.add(getTranslation("processing.rows.filtered", filtered));
        }
        if (dirty > 0) {
            parts.add(getTranslation("processing.rows.dirty", dirty));
        }
        return String.join(" · ", parts);
    }

    private static long count(StepSample sample, Fate fate) {
        return sample.rows().stream().filter(row -> row.fate() == fate).count();
    }

    /** For each column after the step the one of the same name before it, or -1. */
    private static int[] origins(List<Column> before, List<Column> after) {
        int[] origins = new int[after.size()];
        for (int index = 0; index < origins.length; index++) {
            origins[index] = -1;
            for (int other = 0; other < before.size(); other++) {
                if (before.get(other).name().equals(after.get(index).name())) {
                    origins[index] = other;
                }
            }
        }
        return origins;
    }

    private static BitSet changed(StepRow row, int[] origin) {
        BitSet changed = new BitSet();
        for (int index = 0; index < origin.length; index++) {
            Cell now = row.after().get(index);
            changed.set(index, origin[index] < 0 || !Objects.equals(row.before().get(origin[index]), now));
        }
        return changed;
    }
}

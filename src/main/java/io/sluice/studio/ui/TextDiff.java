package io.sluice.studio.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.ui.Blocks;
import io.sluice.studio.LineDiff;
import io.sluice.studio.LineDiff.Kind;
import java.util.List;

/** The lines in which two texts differ, with some lines around them. */
final class TextDiff extends Div {
    private static final int AROUND = 3;
    private static final int MOST = 1_500;

    TextDiff() {
        addClassName("sl-diff");
        getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("diff.name"))
                .setAttribute("tabindex", "0");
    }

    void show(String before, String after) {
        removeAll();
        List<LineDiff.Line> lines = LineDiff.between(before, after);
        boolean[] near = near(lines);
        int shown = 0;
        int hidden = 0;
        for (int i = 0; i < lines.size() && shown < MOST; i++) {
            if (!near[i]) {
                hidden++;
                continue;
            }
            skip(hidden);
            hidden = 0;
            add(row(lines.get(i)));
            shown++;
        }
        skip(hidden);
        if (shown == MOST) {
            add(Blocks.block("sl-diff-skip", new Span(getTranslation("diff.more"))));
        }
    }

    private void skip(int lines) {
        if (lines > 0) {
            add(Blocks.block("sl-diff-skip", new Span(getTranslation("diff.same", lines))));
        }
    }

    private static boolean[] near(List<LineDiff.Line> lines) {
        boolean[] near = new boolean[lines.size()];
        for (int i = 0; i < near.length; i++) {
            if (lines.get(i).kind() != Kind.SAME) {
                int end = Math.min(near.length - 1, i + AROUND);
                for (int j = Math.max(0, i - AROUND); j <= end; j++) {
                    near[j] = true;
                }
            }
        }
        return near;
    }

    private static Div row(LineDiff.Line line) {
        String sign = switch (line.kind()) {
            case SAME -> "";
            case REMOVED -> "−";
            case ADDED -> "+";
        };
        String look = switch (line.kind()) {
            case SAME -> "sl-diff-line";
            case REMOVED -> "sl-diff-line removed";
            case ADDED -> "sl-diff-line added";
        };
        return Blocks.block(
                look,
                Blocks.text("sl-diff-number", number(line.before())),
                Blocks.text("sl-diff-number", number(line.after())),
                Blocks.text("sl-diff-sign", sign),
                Blocks.text("sl-diff-text", line.text()));
    }

    private static String number(int line) {
        return line == 0 ? "" : Integer.toString(line);
    }
}

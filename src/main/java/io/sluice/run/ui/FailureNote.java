package io.sluice.run.ui;

import static io.sluice.run.ui.Blocks.block;
import static io.sluice.run.ui.Blocks.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.sluice.run.RunFailure;
import io.sluice.ui.Sentences;
import io.sluice.ui.State;
import java.util.function.IntConsumer;

/** Why a run failed: the first cause with its code, what to do, and the line of the script it belongs to. */
final class FailureNote extends Div {
    FailureNote(RunFailure failure, IntConsumer showLine) {
        addClassName("sl-failure");
        getElement().setAttribute("role", "alert");
        Div meta = block("sl-failure-meta", text("sl-failure-code", failure.code()));
        Integer line = failure.line();
        if (line != null) {
            NativeButton link =
                    new NativeButton(getTranslation("run.failure.line", line), click -> showLine.accept(line));
            link.addClassName("sl-line-link");
            meta.add(link);
        }
        add(
                State.FAILED.glyph(),
                block("sl-failure-title", text("sl-failure-message", Sentences.translated(failure.message()))));
        if (!failure.advice().isBlank()) {
            add(block(
                    "sl-failure-advice",
                    text("sl-strong", getTranslation("run.failure.advice") + " "),
                    text("sl-failure-words", Sentences.translated(failure.advice()))));
        }
        add(meta);
    }
}

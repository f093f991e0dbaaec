package io.sluice.studio.ui.assist;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.sluice.studio.ui.assist.StatementAssistant.Found;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Suggestions while somebody writes a statement or condition in the field beside it; drawn by
 * frontend/field-completion.js.
 */
@Tag("sluice-field-completion")
@JsModule("context://sluice/field-completion.js")
public final class FieldCompletion extends Component {
    /** Finds what may stand at the caret of a statement. */
    @FunctionalInterface
    public interface Assistant {
        /** Never waits. */
        CompletableFuture<Found> at(String statement, int caret);
    }

    private final boolean lines;
    private final Assistant assistant;
    private final OpenQuestions questions = new OpenQuestions();

    /** @param lines whether each line of the field is a statement of its own */
    public FieldCompletion(boolean lines, Assistant assistant) {
        this.lines = lines;
        this.assistant = assistant;
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        ObjectNode labels = JsonNodeFactory.instance.objectNode();
        labels.put("list", getTranslation("completion.list"));
        labels.put("none", getTranslation("completion.none"));
        labels.put("key", getTranslation("editor.key"));
        getElement().callJsFunction("setLabels", labels);
    }

    /** Asks for suggestions, which come when they are known; this call does not wait for them. */
    @ClientCallable
    void suggest(int question, String text, int caret) {
        int at = Math.clamp(caret, 0, text.length());
        questions.ask(
                question,
                getUI().orElse(null),
                lines ? inLine(text, at) : assistant.at(text, at),
                found -> getElement().callJsFunction("suggested", question, SuggestionJson.of(found)));
    }

    private CompletableFuture<Found> inLine(String text, int caret) {
        int start = text.lastIndexOf('\n', caret - 1) + 1;
        int end = text.indexOf('\n', caret);
        String line = text.substring(start, end < 0 ? text.length() : end);
        return Asked.then(assistant.at(line, caret - start), found -> found.behind(start));
    }

    @ClientCallable
    void dropQuestion(int question) {
        questions.drop(question);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        questions.dropAll();
    }
}

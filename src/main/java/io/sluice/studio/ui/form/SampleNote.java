package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.FormRow;
import io.sluice.ui.State;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What stands in place of sample rows while there are none: that they are coming, what went wrong, what is asked. */
final class SampleNote extends Div {
    private static final int SKELETON_ROWS = 4;

    private final Consumer<Map<String, String>> answered;
    private final Runnable cancel;

    /** @param answered hears the values of parameters that were asked for @param cancel ends the loading */
    SampleNote(Consumer<Map<String, String>> answered, Runnable cancel) {
        this.answered = answered;
        this.cancel = cancel;
        addClassName("sl-samplenote");
        getElement().setAttribute("role", "status");
    }

    void show(SampleState state) {
        removeAll();
        switch (state) {
            case SampleState.Idle ignored -> {}
            case SampleState.Shown ignored -> {}
            case SampleState.Loading ignored -> loading();
            case SampleState.Problem problem -> problem(problem);
            case SampleState.Missing missing -> ask(missing.names());
        }
        setVisible(getComponentCount() > 0);
    }

    private void loading() {
        Button stop = new Button(getTranslation("sample.cancel"), click -> cancel.run());
        stop.addThemeNames("small");
        stop.addClassName("sl-sample-cancel");
        add(Blocks.block("sl-row", State.RUNNING.glyph(), new Span(getTranslation("sample.loading")), stop));
        for (int row = 0; row < SKELETON_ROWS; row++) {
            add(Blocks.block("sl-skeleton"));
        }
    }

    private void problem(SampleState.Problem problem) {
        add(Blocks.block("sl-row", State.FAILED.glyph(), Blocks.text("sl-strong", problem.title())));
        if (!problem.cause().isEmpty()) {
            String code = problem.code().isEmpty() ? "" : problem.code() + " · ";
            add(Blocks.text("sl-samplenote-cause", code + problem.cause()));
        }
        if (!problem.advice().isEmpty()) {
            add(Blocks.text("sl-muted", problem.advice()));
        }
    }

    private void ask(List<String> names) {
        add(new Span(getTranslation("sample.missing", names.size())));
        Map<String, TextField> fields = new LinkedHashMap<>();
        Div rows = Blocks.block("sl-form");
        for (String name : names) {
            TextField value = new TextField();
            fields.put(name, value);
            rows.add(new FormRow("${" + name + "}", true, value, ""));
        }
        Button show = new Button(getTranslation("sample.show"), click -> {
            Map<String, String> values = new LinkedHashMap<>();
            fields.forEach((name, field) -> values.put(name, field.getValue()));
            answered.accept(values);
        });
        show.addThemeNames("small");
        add(rows, show);
    }
}

package io.sluice.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import io.sluice.run.RunService;
import io.sluice.workspace.Member;
import java.time.ZoneId;
import org.springframework.dao.DataAccessException;

/** The strip at the bottom: what is running, and whether the server is well. */
final class StatusBar extends Footer {
    private static final long MEGABYTE = 1024L * 1024L;

    private final Member member;
    private final transient RunService runs;
    private final transient Pulse pulse;
    private final Span runningGlyph = new Span();
    private final Span runningText = new Span();
    private final Span heap = new Span();
    private final Div health = new Div();

    StatusBar(Member member, RunService runs, Pulse pulse) {
        this.member = member;
        this.runs = runs;
        this.pulse = pulse;
        addClassName("sl-status");
        Div running = new Div(runningGlyph, runningText);
        Div space = new Div();
        space.addClassName("sl-grow");
        running.addClassName("sl-row");
        health.addClassName("sl-row");
        Span zone = new Span(ZoneId.systemDefault().getId());
        Span language = new Span(
                getTranslation("language." + Translations.closest(getLocale()).toLanguageTag()));
        add(running, space, heap, zone, language, health);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
        pulse.follow(this, event.getUI(), this::refresh);
        Registration told = RunsChangedEvent.follow(event.getUI(), this::refresh);
        addDetachListener(detached -> {
            detached.unregisterListener();
            told.remove();
        });
    }

    private void refresh() {
        Runtime runtime = Runtime.getRuntime();
        long used = (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
        heap.setText(getTranslation("shell.heap", used, runtime.maxMemory() / MEGABYTE));
        try {
            showRunning(runs.running(member));
            showHealth(State.OK, getTranslation("shell.healthy"));
        } catch (DataAccessException storeSilent) {
            showHealth(State.FAILED, getTranslation("shell.store-silent"));
        }
    }

    private void showRunning(int count) {
        runningGlyph.setVisible(count > 0);
        runningGlyph.removeAll();
        runningGlyph.add(State.RUNNING.glyph());
        runningText.setText(getTranslation("shell.running", count));
    }

    private void showHealth(State state, String text) {
        health.removeAll();
        health.add(state.glyph(), new Span(text));
    }
}

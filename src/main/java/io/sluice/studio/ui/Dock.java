package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.sluice.run.RunView;
import io.sluice.run.ui.Blocks;
import io.sluice.run.ui.DirtyPanel;
import io.sluice.run.ui.RunHistory;
import io.sluice.run.ui.RunPanel;
import io.sluice.run.ui.RunStateLook;
import io.sluice.studio.ui.form.PreviewPanel;
import io.sluice.ui.Count;
import io.sluice.ui.Icon;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What belongs to the task in front: its run, its log, its problems and its earlier runs. Closed it is one strip. */
final class Dock extends Div {
    /** The pages of the dock. */
    enum Page {
        RUN,
        LOG,
        DIRTY,
        PROBLEMS,
        PREVIEW,
        DIFF,
        HISTORY
    }

    /** How much room the dock takes. */
    enum Size {
        CLOSED,
        LOW,
        HIGH,
        FULL
    }

    private final RunPanel run;
    private final DirtyPanel dirty;
    private final FindingList problems;
    private final PreviewPanel preview;
    private final ComparePanel diff;
    private final RunHistory history;
    private final Consumer<Size> resized;
    private final Map<Page, NativeButton> tabs = new EnumMap<>(Page.class);
    private final Span runGlyph = new Span();
    private final Span problemCount = new Span();
    private final Span dirtyCount = new Span();
    private final Span summary = Blocks.text("sl-dock-summary", "");
    private final Span noRun;
    private final Button expand;
    private final Button fold;
    private final Div pages = Blocks.block("sl-dock-tabs");
    private final Div runPage;
    private final Div body;
    private @Nullable RunView shown;
    private @Nullable OpenTask task;
    private Page page = Page.RUN;
    private Size size = Size.CLOSED;

    /** What stands on its pages; the run and its log share one. */
    record Content(
            RunPanel run,
            DirtyPanel dirty,
            FindingList problems,
            PreviewPanel preview,
            ComparePanel diff,
            RunHistory history) {}

    Dock(Content content, Consumer<Size> resized) {
        run = content.run();
        dirty = content.dirty();
        problems = content.problems();
        preview = content.preview();
        diff = content.diff();
        history = content.history();
        this.resized = resized;
        addClassName("sl-dock");
        noRun = Blocks.text("sl-dock-empty", getTranslation("dock.no-run"));
        runPage = Blocks.block("sl-dock-page", noRun, run);
        body = Blocks.block(
                "sl-dock-body", runPage, page(dirty), page(problems), page(preview), page(diff), page(history));
        expand = tool("dock-expand", Icon.EXPAND, getTranslation("dock.expand"), this::toggleFull);
        fold = tool("dock-fold", Icon.CHEVRON_UP, getTranslation("dock.open"), this::toggle);
        pages.getElement().setAttribute("role", "tablist").setAttribute("aria-label", getTranslation("dock.pages"));
        body.setId("dock-page");
        body.getElement().setAttribute("role", "tabpanel");
        pages.add(
                tab(Page.RUN, getTranslation("dock.run"), runGlyph),
                tab(Page.LOG, getTranslation("dock.log"), new Span()),
                tab(Page.DIRTY, getTranslation("dock.dirty"), dirtyCount),
                tab(Page.PROBLEMS, getTranslation("dock.problems"), problemCount),
                tab(Page.PREVIEW, getTranslation("dock.preview"), new Span()),
                tab(Page.DIFF, getTranslation("dock.diff"), new Span()),
                tab(Page.HISTORY, getTranslation("dock.history"), new Span()));
        add(Blocks.block("sl-dockbar", pages, Blocks.space(), summary, expand, fold), body);
        show();
    }

    /** Opens a page with the room it needs. */
    void open(Page wanted) {
        page = wanted;
        if (size == Size.CLOSED || (size == Size.LOW && wanted != Page.PROBLEMS)) {
            size = wanted == Page.PROBLEMS ? Size.LOW : Size.HIGH;
        }
        show();
        if (wanted == Page.DIFF) {
            diff.look();
        }
        OpenTask front = task;
        if (wanted == Page.PREVIEW && front != null) {
            preview.look(front.id(), front::text);
        }
    }

    /** Is open as another one is, and at the same page. */
    void openAs(Dock other) {
        size = other.size;
        if (size == Size.CLOSED) {
            page = other.page;
            show();
        } else {
            open(other.page);
        }
    }

    /** Opens the comparison for somebody who asked for it elsewhere, and lets the keys go on there. */
    void openComparison() {
        open(Page.DIFF);
        Objects.requireNonNull(tabs.get(Page.DIFF)).focus();
    }

    /** Gives the editor its place back when the dock has taken all of it. */
    void makeRoom() {
        if (size == Size.FULL) {
            size = Size.HIGH;
            show();
        }
    }

    /** Leaves only the strip. */
    void close() {
        size = Size.CLOSED;
        show();
    }

    /** Shows a run's state on the strip. */
    void showRun(@Nullable RunView view, String sentence) {
        runGlyph.removeAll();
        showDirty(view);
        noRun.setVisible(view == null);
        summary.setText(sentence);
        if (view != null) {
            runGlyph.add(RunStateLook.glyph(view.state()).glyph());
        }
    }

    private void showDirty(@Nullable RunView view) {
        dirtyCount.removeAll();
        if (view != null && view.statistics().recordsDirty() > 0) {
            dirtyCount.add(Count.warnings(view.statistics().recordsDirty()));
        }
        if (page == Page.DIRTY && size != Size.CLOSED) {
            dirty.changed(view);
        }
        shown = view;
    }

    void showFindings(List<Finding> findings) {
        problems.show(findings);
        problemCount.removeAll();
        if (!findings.isEmpty()) {
            boolean errors = Finding.errors(findings) > 0;
            problemCount.add(errors ? Count.errors(findings.size()) : Count.warnings(findings.size()));
        }
        if (page == Page.DIFF && size != Size.CLOSED) {
            diff.look();
        }
    }

    /** Another task is in front. */
    void front(@Nullable OpenTask other) {
        task = other;
        preview.turnTo(other == null ? null : other.id(), other == null ? () -> "" : other::text);
        showHistory(other);
        if (page == Page.DIFF && size != Size.CLOSED) {
            diff.look();
        }
    }

    /** Shows the earlier runs of the task in front. */
    void showHistory(@Nullable OpenTask task) {
        history.show(task == null ? null : task.id());
    }

    private void toggle() {
        size = size == Size.CLOSED ? (page == Page.PROBLEMS ? Size.LOW : Size.HIGH) : Size.CLOSED;
        show();
    }

    private void toggleFull() {
        size = size == Size.FULL ? Size.HIGH : Size.FULL;
        show();
    }

    private void show() {
        boolean open = size != Size.CLOSED;
        tabs.forEach((one, tab) -> tab.getElement()
                .setAttribute("aria-selected", Boolean.toString(open && one == page))
                .setAttribute("tabindex", one == page ? "0" : "-1"));
        // While only the strip is there, an arrow goes from tab to tab without covering the editor.
        pages.getElement().setAttribute("data-arrows", open ? "choose" : "move");
        body.getElement().setAttribute("aria-labelledby", id(page));
        runPage.setVisible(page == Page.RUN || page == Page.LOG);
        run.showLogOnly(page == Page.LOG);
        boolean records = page == Page.DIRTY && open;
        dirty.getParent().ifPresent(parent -> parent.setVisible(records));
        dirty.setVisible(records);
        if (records) {
            dirty.show(shown);
        }
        problems.getParent().ifPresent(parent -> parent.setVisible(page == Page.PROBLEMS));
        preview.getParent().ifPresent(parent -> parent.setVisible(page == Page.PREVIEW));
        diff.getParent().ifPresent(parent -> parent.setVisible(page == Page.DIFF));
        history.getParent().ifPresent(parent -> parent.setVisible(page == Page.HISTORY));
        if (page == Page.HISTORY && open) {
            showHistory(task);
        }
        body.setVisible(open);
        summary.setVisible(!open);
        fold.setIcon(open ? Icon.CHEVRON_DOWN.create() : Icon.CHEVRON_UP.create());
        name(fold, open ? getTranslation("dock.close") : getTranslation("dock.open"));
        name(expand, size == Size.FULL ? getTranslation("dock.shrink") : getTranslation("dock.expand"));
        resized.accept(size);
    }

    private NativeButton tab(Page one, String name, Span mark) {
        NativeButton tab = new NativeButton();
        tab.addClassName("sl-dock-tab");
        tab.setId(id(one));
        tab.getElement().setAttribute("role", "tab").setAttribute("aria-controls", "dock-page");
        if (one == Page.RUN) {
            tab.add(mark, new Span(name));
        } else {
            tab.add(new Span(name), mark);
        }
        tab.addClickListener(click -> open(one));
        tabs.put(one, tab);
        return tab;
    }

    private static String id(Page one) {
        return "dock-" + one.name().toLowerCase(Locale.ROOT);
    }

    private static Div page(Component content) {
        return Blocks.block("sl-dock-page", content);
    }

    private static Button tool(String id, Icon icon, String name, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.setId(id);
        button.addThemeNames("tertiary", "icon");
        button.addClassName("sl-dock-tool");
        name(button, name);
        return button;
    }

    private static void name(Button button, String name) {
        button.setTooltipText(name);
        button.setAriaLabel(name);
    }
}

package io.sluice.datasource.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.sluice.datasource.TestReport;
import io.sluice.spi.SupportsConnectionTest;
import io.sluice.ui.Ago;
import io.sluice.ui.Avatar;
import io.sluice.ui.Icon;
import io.sluice.ui.Sentences;
import io.sluice.ui.TypeGlyph;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list of data sources, two lines a row. */
final class SourceGrid extends Grid<SourceRow> {
    private final Clock clock;

    /** The component calls its own sorter in English whenever it draws the head. */
    private static final String NAME_SORTERS = """
            const name = () => this.querySelectorAll(`vaadin-grid-sorter:not([aria-label="${$0}"])`)
                .forEach((sorter) => sorter.setAttribute("aria-label", $0));
            new MutationObserver(name).observe(this, { childList: true, subtree: true });
            name();
            """;

    private @Nullable SourceRow focused;

    SourceGrid(Clock clock) {
        this.clock = clock;
        setItems(java.util.List.of());
        addThemeNames("two-line");
        addClassName("sl-sourcegrid");
        setSizeFull();
        setSelectionMode(SelectionMode.SINGLE);
        addComponentColumn(SourceGrid::name)
                .setHeader(getTranslation("data-sources.name"))
                .setWidth("236px")
                .setFlexGrow(2)
                .setSortable(true)
                .setComparator(row -> row.source().name());
        addComponentColumn(this::connection)
                .setHeader(getTranslation("data-sources.connection"))
                .setWidth("230px")
                .setFlexGrow(3);
        addComponentColumn(this::lastTest)
                .setHeader(getTranslation("data-sources.last-test"))
                .setWidth("110px")
                .setFlexGrow(0);
        addColumn(row -> row.users().size())
                .setHeader(getTranslation("data-sources.uses"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("84px")
                .setFlexGrow(0);
        addComponentColumn(SourceGrid::owner)
                .setHeader(getTranslation("data-sources.changed-by"))
                .setWidth("150px")
                .setFlexGrow(1);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        getElement().executeJs(NAME_SORTERS, getTranslation("data-sources.sort", getTranslation("data-sources.name")));
    }

    /** Hears of the row that is to be looked at: by a click, or by Enter on one of its cells. */
    void whenOpened(Consumer<SourceRow> opened) {
        addItemClickListener(click -> opened.accept(click.getItem()));
        addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        getElement()
                .addEventListener("keydown", enter -> {
                    if (focused != null) {
                        opened.accept(focused);
                    }
                })
                .setFilter("event.key === 'Enter' && event.composedPath()[0].localName === 'td'");
    }

    /** Adds the buttons of a row, seen when the pointer or the focus is on it. */
    void addActions(SourceActions actions, Consumer<SourceRow> test, Consumer<SourceRow> edit) {
        addComponentColumn(row -> {
                    Div buttons = new Div();
                    buttons.addClassName("sl-rowactions");
                    if (actions.mayTest()) {
                        buttons.add(action(Icon.BOLT, getTranslation("data-sources.test"), () -> test.accept(row)));
                    }
                    if (actions.mayChange()) {
                        buttons.add(
                                action(Icon.PENCIL, getTranslation("data-sources.edit"), () -> edit.accept(row)),
                                action(Icon.TRASH, getTranslation("data-sources.delete"), () -> actions.delete(row)));
                    }
                    return buttons;
                })
                .setWidth("112px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    /** Marks the row of this data source as the one the drawer shows; none for null. */
    void choose(@Nullable UUID id) {
        Optional<SourceRow> row = getListDataView()
                .getItems()
                .filter(one -> one.source().id().equals(id))
                .findFirst();
        row.ifPresentOrElse(this::select, this::deselectAll);
    }

    private static Component action(Icon icon, String name, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeNames("tertiary", "icon", "small");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    private static Component name(SourceRow row) {
        Div cell = new Div(
                new TypeGlyph(row.profile()),
                twoLines(row.source().name(), "sl-strong", row.profile().label(), "sl-muted"));
        cell.addClassName("sl-namecell");
        return cell;
    }

    private Component connection(SourceRow row) {
        String name = getTranslation("data-sources.health." + row.health().name());
        Div cell = new Div(row.health().state().glyph(name), connectionTexts(row));
        cell.addClassName("sl-statecell");
        return cell;
    }

    private Component connectionTexts(SourceRow row) {
        String place = row.summary().place();
        String detail = row.summary().detail();
        TestReport report = row.source().lastTest();
        return switch (row.health()) {
            case FINE, UNTESTED -> twoLines(place, "sl-plain", detail(detail, report), "sl-muted");
            case DEGRADED ->
                twoLines(place, "sl-plain", first(report, SupportsConnectionTest.State.WARNING), "sl-warn");
            case FAILING -> twoLines(place, "sl-plain", first(report, SupportsConnectionTest.State.FAILED), "sl-err");
        };
    }

    private String detail(String detail, @Nullable TestReport report) {
        if (report == null) {
            return detail;
        }
        String took = getTranslation("data-sources.milliseconds", report.millis());
        return detail.isEmpty() ? took : detail + " · " + took;
    }

    private static String first(@Nullable TestReport report, SupportsConnectionTest.State state) {
        return report == null
                ? ""
                : report.layers().stream()
                        .filter(layer -> layer.state() == state)
                        .map(layer -> Sentences.translated(layer.message()))
                        .findFirst()
                        .orElse("");
    }

    private Component lastTest(SourceRow row) {
        TestReport report = row.source().lastTest();
        Span text = new Span(
                report == null ? getTranslation("data-sources.never") : Ago.text(report.at(), clock.instant()));
        text.addClassName("sl-secondary");
        return text;
    }

    private static Component owner(SourceRow row) {
        Span name = new Span(row.source().changedBy());
        name.addClassName("sl-cut");
        Div cell = new Div(new Avatar(row.source().changedBy()), name);
        cell.addClassName("sl-row");
        return cell;
    }

    private static Div twoLines(String top, String topClass, String below, String belowClass) {
        Span first = new Span(top);
        first.addClassNames("sl-cut", topClass);
        Span second = new Span(below);
        second.addClassNames("sl-cut", "sl-small", belowClass);
        Div lines = new Div(first, second);
        lines.addClassName("sl-twolines");
        return lines;
    }
}

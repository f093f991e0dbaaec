package io.sluice.datasource.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.sluice.datasource.ConnectionTest;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceResult;
import io.sluice.datasource.TestReport;
import io.sluice.spi.Connector;
import io.sluice.ui.Ago;
import io.sluice.ui.EmptyState;
import io.sluice.ui.Icon;
import io.sluice.ui.State;
import io.sluice.ui.TypeGlyph;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** One data source at the right of the list: its connection test and its settings. */
final class SourceDrawer extends Aside {
    private final SourceActions actions;
    private final Clock clock;
    private final SourceForm form;
    private final Tab testTab = new Tab(getTranslation("data-sources.tab.test"));
    private final Tab settingsTab = new Tab(getTranslation("data-sources.tab.settings"));
    private final Tabs tabs = new Tabs(testTab, settingsTab);
    private final Div report = new Div();
    private final Button test = new Button(getTranslation("data-sources.test"), Icon.BOLT.create());
    private final Span tested = new Span();
    private final Button save = new Button(getTranslation("data-sources.save"), click -> save());
    private final Button delete = icon(Icon.TRASH, getTranslation("data-sources.delete"), () -> {});
    private final Div foot = new Div();

    /** @param row null for a new data source of the connector's type */
    SourceDrawer(Connector connector, @Nullable SourceRow row, SourceActions actions, Clock clock) {
        this.actions = actions;
        this.clock = clock;
        form = new SourceForm(connector, row == null ? null : row.source());
        addClassName("sl-drawer");
        getElement()
                .setAttribute("tabindex", "-1")
                .setAttribute(
                        "aria-label",
                        row == null ? connector.profile().label() : row.source().name());
        Div strip = new Div(tabs);
        strip.addClassName("sl-drawertabs");
        Div body = new Div(report, form);
        body.addClassName("sl-drawerbody");
        tabs.addSelectedChangeListener(change -> showTab(change.getSelectedTab()));
        add(head(connector, row), strip, body, foot());
        TestReport last = row == null ? null : row.source().lastTest();
        if (last == null) {
            showNothingTested();
        } else {
            showReport(last);
        }
        tabs.setSelectedTab(row == null ? settingsTab : testTab);
        showTab(row == null ? settingsTab : testTab);
        fitRole();
    }

    /** Offers what the member may do now. What was typed stays. */
    void fitRole() {
        form.readOnly(!actions.mayChange());
        test.setVisible(actions.mayTest());
        foot.setVisible(actions.mayTest());
        save.setVisible(actions.mayChange());
        delete.setVisible(actions.mayChange());
    }

    private Div head(Connector connector, @Nullable SourceRow row) {
        H2 title = new H2(
                row == null ? getTranslation("data-sources.new") : row.source().name());
        title.addClassNames("sl-drawertitle", "sl-cut");
        Span meta = new Span(row == null ? connector.profile().label() : meta(row));
        meta.addClassNames("sl-small", "sl-muted", "sl-cut");
        Div texts = new Div(title, meta);
        texts.addClassNames("sl-column", "sl-grow");
        Div head = new Div(new TypeGlyph(connector.profile()), texts);
        head.addClassName("sl-drawerhead");
        if (row != null) {
            delete.addClickListener(click -> actions.delete(row));
            head.add(delete);
        }
        head.add(icon(Icon.CLOSE, getTranslation("shell.close"), actions::close));
        return head;
    }

    private String meta(SourceRow row) {
        return row.profile().label() + " · "
                + getTranslation("data-sources.used-by", row.users().size());
    }

    private static Button icon(Icon icon, String name, Runnable action) {
        Button button = new Button(icon.create(), click -> action.run());
        button.addThemeNames("tertiary", "icon");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    private Div foot() {
        test.addClickListener(click -> startTest());
        tested.addClassNames("sl-small", "sl-muted", "sl-cut");
        Div space = new Div();
        space.addClassName("sl-grow");
        save.addThemeNames("primary");
        foot.add(test, tested, space, save);
        foot.addClassName("sl-drawerfoot");
        return foot;
    }

    private void showTab(Component tab) {
        boolean showsTest = tab.equals(testTab);
        report.setVisible(showsTest);
        form.setVisible(!showsTest);
    }

    /** Opens the settings instead of the connection test. */
    void openSettings() {
        tabs.setSelectedTab(settingsTab);
    }

    /** Tests what the form holds now. */
    void startTest() {
        tabs.setSelectedTab(testTab);
        test.setEnabled(false);
        report.removeAll();
        Div line = new Div(State.RUNNING.glyph(), new Span(getTranslation("data-sources.test.running")));
        line.addClassNames("sl-row", "sl-secondary");
        report.add(line);
        tested.setText("");
        actions.test(form.draft(), this::showOutcome, this::showNoOutcome);
    }

    private void showNoOutcome() {
        test.setEnabled(true);
        showNothingTested();
    }

    private void showOutcome(ConnectionTest outcome) {
        test.setEnabled(true);
        switch (outcome) {
            case ConnectionTest.Done done -> showReport(done.report());
            case ConnectionTest.Invalid invalid -> {
                form.showProblems(invalid.problems());
                showNothingTested();
                tabs.setSelectedTab(settingsTab);
            }
            case ConnectionTest.NotTestable ignored -> showNote(getTranslation("data-sources.test.not-testable"));
            case ConnectionTest.TooMany ignored -> showNote(getTranslation("data-sources.test.too-many"));
        }
    }

    private void showReport(TestReport done) {
        report.removeAll();
        report.add(new TestReportPanel(done));
        test.setText(getTranslation("data-sources.test.again"));
        tested.setText(getTranslation("data-sources.test.when", Ago.text(done.at(), clock.instant()), done.by()));
    }

    private void showNothingTested() {
        showNote(getTranslation("data-sources.test.never"));
    }

    private void showNote(String sentence) {
        report.removeAll();
        report.add(new EmptyState(sentence));
    }

    private void save() {
        switch (actions.save(form.draft())) {
            case DataSourceResult.Saved saved -> saved(saved.dataSource());
            case DataSourceResult.Invalid invalid -> {
                form.showProblems(invalid.problems());
                tabs.setSelectedTab(settingsTab);
            }
            case DataSourceResult.NameTaken taken -> {
                form.refuseName(getTranslation("data-sources.name.taken", taken.name()));
                tabs.setSelectedTab(settingsTab);
            }
            case DataSourceResult.Gone ignored -> showGone();
        }
    }

    private void saved(DataSource source) {
        actions.saved(source);
    }

    private void showGone() {
        tabs.setSelectedTab(testTab);
        showNote(getTranslation("data-sources.gone"));
    }
}

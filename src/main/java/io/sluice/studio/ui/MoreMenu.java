package io.sluice.studio.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import io.sluice.ui.Icon;

/** The rarer actions on the task in front, behind three dots. */
final class MoreMenu extends MenuBar {
    /** What its entries do. */
    interface Actions {
        void importJobs();

        void export();
    }

    MoreMenu(Actions actions, boolean mayEdit) {
        setId("studio-more");
        addThemeNames("tertiary", "icon");
        MenuItem dots = addItem(Icon.MORE.create());
        dots.setAriaLabel(getTranslation("more.menu"));
        if (mayEdit) {
            dots.getSubMenu().addItem(getTranslation("import.menu"), click -> actions.importJobs());
        }
        dots.getSubMenu().addItem(getTranslation("export.menu"), click -> actions.export());
    }
}

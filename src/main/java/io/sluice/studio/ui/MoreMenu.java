package io.sluice.studio.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.menubar.MenuBar;
import io.sluice.ui.Icon;
import java.util.List;

/** The rarer actions on the task in front, behind three dots. */
final class MoreMenu extends MenuBar {
    /** What its entries do. */
    interface Actions {
        void importJobs();

        void export();
    }

    private final MenuItem dots;
    private final MenuItem imports;
    private List<MenuItem> taken = List.of();

    MoreMenu(Actions actions, boolean mayEdit) {
        setId("studio-more");
        addThemeNames("tertiary", "icon");
        dots = addItem(Icon.MORE.create());
        dots.setAriaLabel(getTranslation("more.menu"));
        imports = dots.getSubMenu().addItem(getTranslation("import.menu"), click -> actions.importJobs());
        editable(mayEdit);
        dots.getSubMenu().addItem(getTranslation("export.menu"), click -> actions.export());
    }

    /** Offers what changes the tree, or not. */
    void editable(boolean editable) {
        imports.setVisible(editable);
    }

    /** Gets entries for what the toolbar has no room for; they are hidden while it has. */
    void takeIn(Runnable template, Runnable format) {
        taken = List.of(
                entry("studio-more-template", "studio.template", template),
                entry("studio-more-format", "studio.format", format));
        shorten(false);
    }

    private MenuItem entry(String id, String name, Runnable action) {
        MenuItem entry = dots.getSubMenu().addItem(getTranslation(name), click -> action.run());
        entry.setId(id);
        return entry;
    }

    /** Shows the entries of {@link #takeIn}, or hides them. */
    void shorten(boolean toolbarShort) {
        taken.forEach(entry -> entry.setVisible(toolbarShort));
    }

    /** Lets the entries of {@link #takeIn} be chosen, or not. */
    void enable(boolean enabled) {
        taken.forEach(entry -> entry.setEnabled(enabled));
    }
}

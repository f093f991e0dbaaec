package io.sluice.studio.ui.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Chip;
import io.sluice.ui.Icon;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What stands at the right of the section's title. */
final class MappingTools {
    /** What people can add. */
    enum Addition {
        CONSTANT,
        PARAMETER,
        FUNCTION,
        EXPRESSION,
        GENERATED,
        FIELDS
    }

    /** What the buttons do. */
    interface Actions {
        void byName();

        void byRow();

        void tidy();

        void clear();

        void profile();

        void add(Addition addition);

        void asGrid(boolean grid);
    }

    private final Chip unmapped = Chip.outline("");
    private final Button byName;
    private final Button byRow;
    private final Button tidy;
    private final Button clear;
    private final Button profile;
    private final Button add;
    private final ContextMenu additions;
    private final NativeButton lines;
    private final NativeButton grid;
    private final Actions actions;

    MappingTools(Div head, Actions actions) {
        this.actions = actions;
        byName = tool(head, "by-name", null, actions::byName);
        byRow = tool(head, "by-row", null, actions::byRow);
        tidy = tool(head, "tidy", Icon.TIDY, actions::tidy);
        clear = tool(head, "clear", null, actions::clear);
        profile = tool(head, "profile", Icon.ACTIVITY, actions::profile);
        add = tool(head, "add", Icon.PLUS, () -> {});
        additions = new ContextMenu(add);
        additions.setOpenOnClick(true);
        additions.setPosition(ContextMenuPosition.BOTTOM_START);
        lines = segment(head, "lines", false);
        grid = segment(head, "grid", true);
        Div segments = Blocks.block("sl-segments sl-segments-small", lines, grid);
        segments.getElement()
                .setAttribute("role", "radiogroup")
                .setAttribute("aria-label", head.getTranslation("mapping.view"))
                .setAttribute("data-arrows", "choose");
        unmapped.setId("mapping-unmapped");
        unmapped.setVisible(false);
        head.add(unmapped, Blocks.space(), byName, byRow, tidy, clear, profile, add, segments);
        mark(false);
    }

    private static Button tool(Div head, String name, @Nullable Icon icon, Runnable action) {
        Button button = new Button(head.getTranslation("mapping." + name), click -> action.run());
        if (icon != null) {
            button.setIcon(icon.create());
        }
        button.setId("mapping-" + name);
        button.setTooltipText(head.getTranslation("mapping." + name + ".tip"));
        button.addThemeNames("tertiary");
        return button;
    }

    private NativeButton segment(Div head, String name, boolean asGrid) {
        NativeButton segment = new NativeButton(head.getTranslation("mapping." + name), click -> {
            mark(asGrid);
            actions.asGrid(asGrid);
        });
        segment.setId("mapping-" + name);
        segment.addClassName("sl-segment");
        segment.getElement().setAttribute("role", "radio");
        return segment;
    }

    private void mark(boolean asGrid) {
        choose(lines, !asGrid);
        choose(grid, asGrid);
    }

    private static void choose(NativeButton segment, boolean chosen) {
        segment.getElement()
                .setAttribute("aria-checked", Boolean.toString(chosen))
                .setAttribute("tabindex", chosen ? "0" : "-1");
    }

    /** Says whether a profile is under way, which the same button stops. */
    void profiling(boolean underWay, boolean allowed) {
        profile.setVisible(allowed);
        profile.setText(profile.getTranslation(underWay ? "mapping.profile.stop" : "mapping.profile"));
        profile.setIcon((underWay ? Icon.STOP : Icon.ACTIVITY).create());
    }

    /** Fits the tools to a mapping. */
    void show(Mapping mapping, boolean editable) {
        int open = mapping.unmapped();
        unmapped.setVisible(open > 0);
        unmapped.setText(unmapped.getTranslation("mapping.unmapped.count", open));
        boolean free = editable && mapping.free();
        byName.setEnabled(editable);
        byRow.setEnabled(editable);
        tidy.setEnabled(free);
        profile.setEnabled(!mapping.lines().isEmpty());
        clear.setEnabled(editable && mapping.removes() && !mapping.lines().isEmpty());
        add.setEnabled(editable && mapping.adds());
        additions.removeAll();
        for (Addition addition : offered(mapping.spelling())) {
            String key = addition.name().toLowerCase(Locale.ROOT);
            additions.addItem(add.getTranslation("mapping.add." + key), click -> actions.add(addition));
        }
        if (mapping.spelling() == ReaderSpelling.FIELDS) {
            additions
                    .addItem(Blocks.text("sl-small", add.getTranslation("mapping.add.no-functions")))
                    .setEnabled(false);
        }
    }

    private static List<Addition> offered(ReaderSpelling spelling) {
        return switch (spelling) {
            case SQL ->
                List.of(Addition.CONSTANT, Addition.PARAMETER, Addition.FUNCTION, Addition.EXPRESSION, Addition.FIELDS);
            case FIELDS -> List.of(Addition.CONSTANT, Addition.PARAMETER);
            case GENERATED -> List.of(Addition.GENERATED);
        };
    }

    void hide() {
        unmapped.setVisible(false);
        Stream.of(byName, byRow, tidy, clear, profile, add).forEach(button -> button.setEnabled(false));
    }
}

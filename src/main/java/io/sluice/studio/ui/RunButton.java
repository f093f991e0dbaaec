package io.sluice.studio.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.ContextMenuPosition;
import com.vaadin.flow.component.html.Div;
import io.sluice.run.RunKind;
import io.sluice.run.ui.Blocks;
import io.sluice.ui.Icon;

/** Run, and behind the arrow the other ways to run a task. */
final class RunButton extends Div {
    private final Button run;
    private final Button arrow;

    RunButton(StudioToolbar.Actions actions) {
        addClassName("sl-split-button");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("studio.run"));
        run = new Button(getTranslation("studio.run"), Icon.PLAY.create(), click -> actions.run());
        run.setId("studio-run");
        run.addThemeNames("primary");
        run.setTooltipText(getTranslation("studio.run.key"));
        arrow = new Button(Icon.CHEVRON_DOWN.create());
        arrow.setId("studio-run-more");
        arrow.addThemeNames("primary", "icon");
        arrow.setAriaLabel(getTranslation("studio.run.more"));
        arrow.setTooltipText(getTranslation("studio.run.more"));
        arrow.getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(arrow);
        menu.setOpenOnClick(true);
        menu.setPosition(ContextMenuPosition.BOTTOM_END);
        menu.addItem(getTranslation("studio.run.parameters"), click -> actions.runWithParameters())
                .setId("studio-run-parameters");
        menu.addItem(
                        entry(getTranslation("run.kind.dry"), getTranslation("run.kind.dry.hint")),
                        click -> actions.runAs(RunKind.DRY_RUN))
                .setId("studio-run-dry");
        menu.addItem(
                        entry(getTranslation("run.kind.verify"), getTranslation("run.kind.verify.hint")),
                        click -> actions.runAs(RunKind.VERIFY))
                .setId("studio-run-verify");
        add(run, arrow);
    }

    private static Div entry(String name, String hint) {
        return Blocks.block("sl-menu-entry", Blocks.text("sl-menu-name", name), Blocks.text("sl-small sl-muted", hint));
    }

    void enabled(boolean enabled) {
        run.setEnabled(enabled);
        arrow.setEnabled(enabled);
    }
}

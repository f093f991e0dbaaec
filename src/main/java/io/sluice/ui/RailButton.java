package io.sluice.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.shared.Tooltip.TooltipPosition;

/** A button of the rail: an icon whose name is its tooltip. */
final class RailButton extends NativeButton {
    RailButton(Icon icon, String name) {
        addClassName("sl-railitem");
        getElement().setAttribute("type", "button").setAttribute("aria-label", name);
        add(icon.create());
        Tooltip.forComponent(this).withText(name).withPosition(TooltipPosition.END);
    }
}

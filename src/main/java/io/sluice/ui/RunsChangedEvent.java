package io.sluice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/** A run began or ended on this page, which what stands around it need not find out by its next look. */
public final class RunsChangedEvent extends ComponentEvent<UI> {
    private RunsChangedEvent(UI page) {
        super(page, false);
    }

    /** Tells the page on which {@code component} is. */
    public static void tell(Component component) {
        component.getUI().ifPresent(page -> ComponentUtil.fireEvent(page, new RunsChangedEvent(page)));
    }

    static Registration follow(UI page, Runnable action) {
        return ComponentUtil.addListener(page, RunsChangedEvent.class, changed -> action.run());
    }
}

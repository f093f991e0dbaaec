package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * What the dock and the task above it take of the screen. Where somebody puts the bar between them is kept in the
 * browser, for the low and the high dock apart.
 */
final class DockRoom {
    private static final double LEAST = 8;
    private static final double MOST = 92;

    private final SplitLayout stack = new SplitLayout(SplitLayout.Orientation.VERTICAL);

    /** Percent of the task. */
    private final Map<Dock.Size, Double> shares = new EnumMap<>(Map.of(Dock.Size.LOW, 78.0, Dock.Size.HIGH, 22.0));

    private Dock.Size size = Dock.Size.CLOSED;

    DockRoom() {
        stack.addClassName("sl-stack");
        stack.addSplitterDragEndListener(moved -> keep());
        shares.keySet().forEach(one -> WebStorage.getItem(key(one), kept -> recall(one, kept == null ? "" : kept)));
    }

    /** The dock below something else, with the bar between. */
    SplitLayout layout(Component upper, Component dock) {
        stack.addToPrimary(upper);
        stack.addToSecondary(dock);
        return stack;
    }

    /** Puts another dock into the room of the one before. */
    void replace(Component dock) {
        stack.addToSecondary(dock);
    }

    void show(Dock.Size wanted) {
        size = wanted;
        for (Dock.Size one : Dock.Size.values()) {
            stack.setClassName("dock-" + name(one), one == wanted);
        }
        apply();
    }

    private void apply() {
        Double share = shares.get(size);
        if (share != null) {
            stack.setSplitterPosition(share);
        }
    }

    private void recall(Dock.Size one, String kept) {
        if (kept.matches("\\d{1,2}(\\.\\d{1,6})?")) {
            shares.put(one, Math.clamp(Double.parseDouble(kept), LEAST, MOST));
            apply();
        }
    }

    private void keep() {
        Double share = stack.getSplitterPosition();
        if (share != null && shares.containsKey(size)) {
            shares.put(size, Math.clamp(share, LEAST, MOST));
            WebStorage.setItem(key(size), String.format(Locale.ROOT, "%.2f", shares.get(size)));
        }
    }

    private static String key(Dock.Size size) {
        return "sluice.dock." + name(size);
    }

    private static String name(Dock.Size size) {
        return size.name().toLowerCase(Locale.ROOT);
    }
}

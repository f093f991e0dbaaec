package io.sluice.studio.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import io.sluice.run.ui.Blocks;

/** Lays the parts of the studio out: the tree at the left; tabs, toolbar and the editor above the dock at the right. */
final class StudioFrame {
    private StudioFrame() {}

    static SplitLayout of(String title, TaskTree tree, TreeNotice notice, TaskTabs tabs, Component... below) {
        H1 heading = new H1(title);
        heading.addClassName("sl-tree-title");
        Div side = Blocks.block("sl-tree", Blocks.block("sl-tree-head", heading), tree, notice);
        Div work = Blocks.block("sl-work", tabs);
        work.add(below);
        side.add(new DividerKeys(side.getTranslation("tree.divider")).kept("sluice.tree.width"));
        SplitLayout frame = new SplitLayout(side, work);
        frame.addClassName("sl-frame");
        return frame;
    }

    /** The editor above the dock, with the panels and the strip of properties at their right. */
    static Div withProperties(SplitLayout stack, TaskVersions versions) {
        return Blocks.block("sl-with-properties", stack, versions.panel());
    }
}

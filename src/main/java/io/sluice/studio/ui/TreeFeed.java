package io.sluice.studio.ui;

import io.sluice.run.LastRun;
import io.sluice.run.LastRuns;
import io.sluice.run.RunService;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeNode;
import io.sluice.studio.TreeService;
import io.sluice.workspace.Member;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps the tree of one screen as it is stored. As long as nothing changes, asking costs two small queries. */
final class TreeFeed {
    private static final long NONE = -1;

    private final StudioService studio;
    private final TreeService trees;
    private final RunService runs;
    private final Member member;
    private final TaskTree tree;
    private final Consumer<List<TreeNode>> changed;
    private long revision = NONE;
    private long nextRun;

    /** @param changed told all nodes whenever they are others than before */
    TreeFeed(StudioServices services, Member member, TaskTree tree, Consumer<List<TreeNode>> changed) {
        this.studio = services.studio();
        this.trees = services.tree().changes();
        this.runs = services.runs();
        this.member = member;
        this.tree = tree;
        this.changed = changed;
    }

    /** Shows everything: a browser has nothing when it comes, nor when it lost a message and asks for all again. */
    void begin() {
        revision = NONE;
        nextRun = 0;
        refresh();
    }

    /** Shows what changed since the last time, whoever changed it. */
    void refresh() {
        long now = trees.revision(member);
        boolean first = revision == NONE;
        if (now != revision) {
            revision = now;
            List<TreeNode> nodes = studio.tree(member);
            if (first) {
                tree.fill(nodes, lastRuns());
            } else {
                tree.change(nodes);
            }
            changed.accept(nodes);
        }
        if (!first) {
            refreshRuns();
        }
    }

    /** Shows how the runs stand that were not at their end the last time or have begun since. */
    void refreshRuns() {
        tree.runs(lastRuns());
    }

    private Map<UUID, LastRun> lastRuns() {
        LastRuns last = runs.lastRuns(member, nextRun);
        nextRun = last.next();
        return last.byTask();
    }
}

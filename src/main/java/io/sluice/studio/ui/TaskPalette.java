package io.sluice.studio.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.ui.LocalTime;
import io.sluice.run.ui.RunStateLook;
import io.sluice.studio.NodeKind;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeNode;
import io.sluice.ui.PaletteEntry;
import io.sluice.ui.PaletteEntry.Kind;
import io.sluice.ui.PaletteSource;
import io.sluice.workspace.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets the palette find every task of the workspace, and the recent runs. */
@Component
@Order(1)
final class TaskPalette implements PaletteSource {
    private static final int RUNS = 50;

    private final StudioService studio;
    private final RunService runs;

    TaskPalette(StudioService studio, RunService runs) {
        this.studio = studio;
        this.runs = runs;
    }

    @Override
    public List<PaletteEntry> entries(Member member) {
        List<TreeNode> nodes = studio.tree(member);
        Map<UUID, TreeNode> byId = nodes.stream().collect(Collectors.toMap(TreeNode::id, node -> node));
        Map<UUID, String> paths = new HashMap<>();
        List<PaletteEntry> entries = new ArrayList<>();
        for (TreeNode node : nodes) {
            if (node.kind() == NodeKind.TASK) {
                String path = path(node.parentId(), byId, paths);
                entries.add(new PaletteEntry(Kind.TASK, node.name(), path, () -> open(node.id())));
            }
        }
        for (RunView run : runs.recent(member, RUNS)) {
            if (byId.containsKey(run.taskId())) {
                entries.add(entry(run));
            }
        }
        return entries;
    }

    /** The names from the flow down; a section is left out, since every flow has one of the same name. */
    private static String path(@Nullable UUID id, Map<UUID, TreeNode> nodes, Map<UUID, String> known) {
        TreeNode node = id == null ? null : nodes.get(id);
        if (id == null || node == null) {
            return "";
        }
        String before = known.get(id);
        if (before != null) {
            return before;
        }
        String above = path(node.parentId(), nodes, known);
        String own = above.isEmpty() ? node.name() : above + " › " + node.name();
        String path = node.kind() == NodeKind.SECTION ? above : own;
        known.put(id, path);
        return path;
    }

    private static PaletteEntry entry(RunView run) {
        String name = translate("palette.run", Long.toString(run.number()), run.taskName());
        String state = RunStateLook.word(run.state(), (key, words) -> translate(key, words));
        return new PaletteEntry(
                Kind.RUN, name, state + " · " + LocalTime.of(run.startedAt()), () -> open(run.taskId(), run.id()));
    }

    private static void open(UUID task) {
        UI.getCurrent().navigate(StudioView.class, new RouteParameters("taskId", task.toString()));
    }

    private static void open(UUID task, UUID run) {
        UI.getCurrent()
                .navigate(
                        StudioView.class,
                        new RouteParameters("taskId", task.toString()),
                        QueryParameters.of("run", run.toString()));
    }
}

package io.sluice.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.StoreKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deleting parts of the tree and taking it back. */
@ParameterizedClass
@EnumSource(StoreKind.class)
class DeletionTest extends TreeStory {
    DeletionTest(StoreKind kind) {
        super(kind);
    }

    private Deletion delete(UUID... ids) {
        return trees.delete(member, List.of(ids));
    }

    private Restored restore(Deletion deletion) {
        return trees.restore(member, deletion.id());
    }

    @Test
    void takesEverythingBelowAndBringsItBackAsItWas() {
        UUID folder = tree.folder(section, "daily");
        tree.task(section, "behind");
        UUID task = tree.task(folder, "copy");
        UUID flow = tree.flow();
        List<TreeNode> before = tree.studio.tree(member);
        Deletion folderOnly = delete(folder, task);
        assertThat(folderOnly.nodes()).extracting(TreeNode::name).containsExactly("daily");
        assertThat(restore(folderOnly)).isEqualTo(new Restored(1, 1, 0, 0, 0));
        assertThat(tree.studio.tree(member)).isEqualTo(before);
        Deletion all = delete(flow);
        assertThat(all.tasks()).isEqualTo(2);
        assertThat(all.folders()).isEqualTo(2);
        assertThat(tree.studio.tree(member)).isEmpty();
        assertThat(tree.studio.open(member, task)).isEmpty();
        assertThat(tree.studio.save(member, task, "x", 1)).isEqualTo(new SaveResult.Gone());
        assertThat(restore(all)).isEqualTo(new Restored(2, 2, 0, 0, 0));
        assertThat(tree.studio.tree(member)).isEqualTo(before);
        assertThat(restore(all)).isEqualTo(new Restored(0, 0, 0, 0, 0));
    }

    @Test
    void textVersionsDraftsAndRunsComeBack() {
        String text = "{\n  // Größe, 数量, 😀\t\n}\r\n ".repeat(2_000);
        UUID task = tree.task(section, "copy", text);
        VersionService versions = tree.services.get(VersionService.class);
        versions.submit(member, task, 1, "first");
        DraftService drafts = tree.services.get(DraftService.class);
        drafts.keep(member, task, "unsaved", 1);
        drafts.write();
        JdbcClient store = tree.services.get(JdbcClient.class);
        store.sql("""
                INSERT INTO task_run (id, workspace_id, number, task_id, task_name, task_text, parameters, state,
                    started_by_id, started_by, started_at, owner_id, heartbeat_at, statistics, log_lines_dropped)
                SELECT :id, workspace_id, 1, node_id, 'copy', '{}', '{}', 'SUCCEEDED', '-', '-', changed_at, '-',
                    changed_at, '{}', 0 FROM task WHERE node_id = :task
                """)
                .param("id", UUID.randomUUID().toString())
                .param("task", task.toString())
                .update();
        Task before = tree.studio.open(member, task).orElseThrow();
        List<TaskVersion> versionsBefore = versions.list(member, task);
        Deletion deletion = delete(task);
        drafts.write();
        restore(deletion);
        assertThat(tree.studio.open(member, task)).contains(before);
        assertThat(before.text()).isEqualTo(text);
        assertThat(versions.list(member, task)).isEqualTo(versionsBefore).hasSize(1);
        assertThat(drafts.find(member, task).orElseThrow().text()).isEqualTo("unsaved");
        int runs = store.sql("SELECT COUNT(*) FROM task_run WHERE task_id = ?")
                .param(task.toString())
                .query(Integer.class)
                .single();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void textKeptWhileTheTaskIsDeletedIsThereWhenItIsBack() {
        UUID task = tree.task(section, "copy");
        Deletion deletion = delete(task);
        DraftService drafts = tree.services.get(DraftService.class);
        drafts.keep(member, task, "typed meanwhile", 1);
        drafts.write();
        restore(deletion);
        assertThat(drafts.find(member, task).orElseThrow().text()).isEqualTo("typed meanwhile");
    }

    @Test
    void aNameTakenMeanwhileGetsANumber() {
        UUID first = tree.task(section, "copy");
        Deletion one = delete(first);
        Deletion other = delete(tree.task(section, "copy"));
        tree.task(section, "copy");
        assertThat(restore(one).renamed()).isEqualTo(1);
        assertThat(restore(other).renamed()).isEqualTo(1);
        assertThat(tree.children(section)).containsExactlyInAnyOrder("copy", "copy (2)", "copy (3)");
    }

    @Test
    void comesBackFurtherUpWhenItsFolderIsGone() {
        UUID outer = tree.folder(section, "outer");
        UUID inner = tree.folder(outer, "inner");
        UUID task = tree.task(inner, "copy");
        UUID kept = tree.task(inner, "kept");
        Deletion ofTask = delete(task);
        Deletion ofFolders = delete(outer);
        assertThat(restore(ofTask)).isEqualTo(new Restored(1, 0, 0, 1, 0));
        assertThat(tree.children(section)).containsExactly("copy");
        restore(ofFolders);
        assertThat(tree.children(inner)).containsExactly("kept");
        assertThat(tree.studio.open(member, kept)).isPresent();
    }

    @Test
    void waitsForItsFlowToComeBackFirst() {
        UUID task = tree.task(section, "copy");
        Deletion ofTask = delete(task);
        Deletion ofFlow = delete(tree.flow());
        assertThat(restore(ofTask)).isEqualTo(new Restored(0, 0, 0, 0, 1));
        restore(ofFlow);
        assertThat(restore(ofTask)).isEqualTo(new Restored(1, 0, 0, 0, 0));
        assertThat(tree.children(section)).containsExactly("copy");
    }

    @Test
    void sectionsStayAndWhatIsGoneIsNotDeletedTwice() {
        UUID task = tree.task(section, "copy");
        assertThat(delete(section).nodes()).isEmpty();
        delete(task);
        assertThat(delete(task).nodes()).isEmpty();
        assertThat(tree.trees.folders(member)).hasSize(2);
    }
}

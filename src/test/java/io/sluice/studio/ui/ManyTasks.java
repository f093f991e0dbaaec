package io.sluice.studio.ui;

import io.sluice.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** A workspace with 15,000 tasks on MariaDB: 10,000 in 400 folders of 20 flows, and 5,000 in one folder more. */
final class ManyTasks {
    /** The workspace of a first start has one flow already; these come after it. */
    private static final String FLOWS = """
            INSERT INTO tree_node (id, workspace_id, parent_id, kind, name, live_name, position)
            SELECT CONCAT('10000000-0000-4000-8000-', LPAD(seq, 12, '0')), w.id, w.id, 'FLOW',
                CONCAT('Region ', LPAD(seq, 2, '0')), CONCAT('Region ', LPAD(seq, 2, '0')), 100000 + 1024 * seq
            FROM seq_1_to_20, workspace w
            """;

    private static final String SECTIONS = """
            INSERT INTO tree_node (id, workspace_id, parent_id, kind, name, live_name, position)
            SELECT CONCAT('20000000-0000-4000-8000-', LPAD(seq, 12, '0')), w.id,
                CONCAT('10000000-0000-4000-8000-', LPAD(seq, 12, '0')), 'SECTION', 'Data integration',
                'Data integration', 0
            FROM seq_1_to_20, workspace w
            """;

    private static final String FOLDERS = """
            INSERT INTO tree_node (id, workspace_id, parent_id, kind, name, live_name, position)
            SELECT CONCAT('30000000-0000-4000-8000-', LPAD(seq, 12, '0')), w.id,
                CONCAT('20000000-0000-4000-8000-', LPAD(1 + MOD(seq, 20), 12, '0')), 'FOLDER',
                CONCAT('batch ', LPAD(seq, 3, '0')), CONCAT('batch ', LPAD(seq, 3, '0')), 1024 * seq
            FROM seq_0_to_400, workspace w
            """;

    private static final String TASKS = """
            INSERT INTO tree_node (id, workspace_id, parent_id, kind, name, live_name, position)
            SELECT CONCAT('40000000-0000-4000-8000-', LPAD(seq, 12, '0')), w.id,
                CONCAT('30000000-0000-4000-8000-', LPAD(IF(seq > 10000, 0, 1 + MOD(seq, 400)), 12, '0')), 'TASK',
                CONCAT(ELT(1 + MOD(seq, 7), 'orders', 'customers', 'stock', 'prices', 'invoices', 'clicks', 'returns'),
                    '_', LPAD(seq, 5, '0')),
                CONCAT(ELT(1 + MOD(seq, 7), 'orders', 'customers', 'stock', 'prices', 'invoices', 'clicks', 'returns'),
                    '_', LPAD(seq, 5, '0')), 1024 * seq
            FROM seq_1_to_15000, workspace w
            """;

    private static final String TEXTS = """
            INSERT INTO task (node_id, workspace_id, text, revision, changed_by, changed_at)
            SELECT n.id, n.workspace_id,
                '{\\n  // as it is\\n  "type": "job", "version": "2.0", "steps": []\\n}\\n', 1, 'lin', NOW(6)
            FROM tree_node n LEFT JOIN task t ON t.node_id = n.id WHERE n.kind = 'TASK' AND t.node_id IS NULL
            """;

    /** Three runs of nearly every task; most succeed. */
    private static final String RUNS = """
            INSERT INTO task_run (id, workspace_id, number, task_id, task_name, task_text, parameters, state,
                started_by_id, started_by, started_at, ended_at, owner_id, heartbeat_at, statistics, log_lines_dropped)
            SELECT CONCAT('50000000-0000-4000-8000-', LPAD(seq, 12, '0')), w.id, seq,
                CONCAT('40000000-0000-4000-8000-', LPAD(1 + MOD(seq, 14990), 12, '0')), 'task', '{}', '{}',
                IF(MOD(seq, 97) = 0, 'FAILED', 'SUCCEEDED'), '-', 'lin', NOW(6), NOW(6), '-', NOW(6),
                '{"recordsRead":1000,"recordsWritten":1000,"recordsDirty":0,"elapsed":"PT1S"}', 0
            FROM seq_1_to_45000, workspace w
            """;

    /** The text of every task. */
    static final String TEXT = "{\n  // as it is\n  \"type\": \"job\", \"version\": \"2.0\", \"steps\": []\n}\n";

    /** Tells the screens that the tree is another. */
    static final String CHANGED = "UPDATE tree_revision SET revision = revision + 1";

    private static final String DESK = """
            INSERT INTO tree_node (id, workspace_id, parent_id, kind, name, live_name, position)
            SELECT UUID(), w.id, p.id, '%s', '%s', '%s', %d FROM workspace w JOIN (%s) p
            """;

    private ManyTasks() {}

    static void create(TestDatabase store) {
        store.run(FLOWS, SECTIONS, FOLDERS, TASKS, TEXTS, RUNS, CHANGED);
    }

    /**
     * A flow of this name with a folder “name archive”, in which is the task name_kept, and behind it the tasks name_a to
     * name_d. Answers the id of the folder.
     */
    static @Nullable String desk(TestDatabase store, String name) {
        store.run(node("FLOW", name, 0, "SELECT id FROM workspace"));
        String flow = "SELECT id FROM tree_node WHERE kind = 'FLOW' AND name = '" + name + "'";
        store.run(node("SECTION", "Data integration", 0, flow));
        String section = "SELECT id FROM tree_node WHERE kind = 'SECTION' AND parent_id = (" + flow + ")";
        store.run(node("FOLDER", name + " archive", 0, section));
        String archive = "SELECT id FROM tree_node WHERE kind = 'FOLDER' AND name = '" + name + " archive'";
        store.run(node("TASK", name + "_kept", 0, archive));
        for (int i = 0; i < 4; i++) {
            store.run(node("TASK", name + "_" + (char) ('a' + i), i + 1, section));
        }
        store.run(TEXTS, CHANGED);
        return store.value(archive);
    }

    private static String node(String kind, String name, int position, String parent) {
        return DESK.formatted(kind, name, name, 1024 * position, parent);
    }

    static String rename(String name, String to) {
        return "UPDATE tree_node SET name = '" + to + "', live_name = '" + to + "' WHERE name = '" + name + "'";
    }

    /** As if somebody deleted it. */
    static String delete(String name) {
        return "UPDATE tree_node SET deletion_id = UUID(), live_name = NULL WHERE name = '" + name + "'";
    }

    /** A run of a task as it is or was. */
    static String run(String task, int number, String state, int dirty) {
        return """
                INSERT INTO task_run (id, workspace_id, number, task_id, task_name, task_text, parameters, state,
                    started_by_id, started_by, started_at, owner_id, heartbeat_at, statistics, records_dirty,
                    log_lines_dropped)
                SELECT UUID(), workspace_id, %d, id, name, '{}', '{}', '%s', '-', 'lin', NOW(6), '-', NOW(6),
                    '{"recordsRead":1,"elapsed":"PT1S"}', %d, 0 FROM tree_node WHERE name = '%s'
                """.formatted(number, state, dirty, task);
    }
}

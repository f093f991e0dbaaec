package io.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.WorkbenchApplication;
import io.sluice.run.LogLine;
import io.sluice.run.RunService;
import io.sluice.run.RunView;
import io.sluice.run.RunWatcher;
import io.sluice.run.StartResult;
import io.sluice.studio.NodeKind;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeNode;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import io.sluice.workspace.Workspace;
import io.sluice.workspace.WorkspaceService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoWorkspaceTest {
    @TempDir
    static Path home;

    private ConfigurableApplicationContext workbench;
    private Member owner;

    @BeforeAll
    void starts() {
        workbench = new SpringApplicationBuilder(WorkbenchApplication.class)
                .properties(Map.of(
                        "SLUICE_HOME", home.toString(),
                        "SLUICE_ADMIN_USER", "grace",
                        "SLUICE_ADMIN_PASSWORD", "difference engine 2"))
                .run("--server.port=0", "--server.address=127.0.0.1");
        String grace = workbench
                .getBean(JdbcClient.class)
                .sql("SELECT id FROM app_user")
                .query((row, number) -> row.getString("id"))
                .single();
        Workspace workspace = workbench
                .getBean(WorkspaceService.class)
                .of(UUID.fromString(grace))
                .getFirst();
        owner = new Member(UUID.fromString(grace), workspace.id(), "grace", "grace", Role.OWNER);
    }

    @AfterAll
    void stops() {
        workbench.close();
    }

    private UUID task(String name) {
        return workbench.getBean(StudioService.class).tree(owner).stream()
                .filter(node -> node.kind() == NodeKind.TASK && node.name().equals(name))
                .map(TreeNode::id)
                .findFirst()
                .orElseThrow();
    }

    private RunView run(String task) throws Exception {
        RunService runs = workbench.getBean(RunService.class);
        StartResult started = runs.start(owner, task(task), Map.of());
        assertThat(started).isInstanceOf(StartResult.Started.class);
        CompletableFuture<RunView> end = new CompletableFuture<>();
        runs.watch(owner, ((StartResult.Started) started).runId(), new RunWatcher() {
            @Override
            public void changed(RunView view) {
                if (view.state().ended()) {
                    end.complete(view);
                }
            }

            @Override
            public void logged(List<LogLine> lines) {}
        });
        return end.get(60, TimeUnit.SECONDS);
    }

    private void awaitFiles() {
        Path shop = home.resolve("files/demo/shop.db");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (Files.notExists(shop)) {
            assertThat(System.nanoTime()).as("the shop appears in time").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private long count(String query) throws SQLException {
        try (Connection shop = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("files/demo/shop.db"));
                Statement statement = shop.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    @Test
    void shopHasFiveTablesAndFiftyThousandOrders() throws Exception {
        awaitFiles();
        assertThat(count("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'"))
                .isEqualTo(5);
        assertThat(count("SELECT COUNT(*) FROM orders")).isEqualTo(50_000);
        assertThat(count("SELECT COUNT(*) FROM orders WHERE note IS NULL")).isPositive();
        assertThat(count("SELECT COUNT(*) FROM customer WHERE name LIKE '%小明'")).isPositive();
        assertThat(count("SELECT COUNT(*) FROM (SELECT o.id FROM orders o JOIN order_item i ON i.order_id = o.id"
                        + " GROUP BY o.id HAVING ABS(SUM(i.quantity * i.unit_price) - o.total) > 0.001)"))
                .isZero();
    }

    @Test
    void ordersGoToCsvAtOnce() throws Exception {
        awaitFiles();
        RunView end = run("Orders to CSV");
        assertThat(end.failure()).isNull();
        assertThat(end.statistics().recordsWritten()).isEqualTo(50_000);
        long lines = 0;
        try (Stream<Path> files = Files.list(home.resolve("files/demo/export"))) {
            for (Path file : files.toList()) {
                assertThat(Files.size(file)).isPositive();
                lines++;
            }
        }
        assertThat(lines).isPositive();
    }

    @Test
    void pricesGoIntoTheShopAtOnceAndAgain() throws Exception {
        awaitFiles();
        assertThat(run("Supplier prices to shop").failure()).isNull();
        assertThat(run("Supplier prices to shop").statistics().recordsDirty()).isZero();
        assertThat(count("SELECT COUNT(*) FROM supplier_price")).isEqualTo(1_600);
        assertThat(count("SELECT COUNT(*) FROM supplier_price WHERE remark = 'says \"soon\" again'"))
                .isPositive();
    }
}

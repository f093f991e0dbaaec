package io.sluice.studio;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(StoreKind.class)
class DraftServiceTest {
    private static final Executor OWN_THREAD =
            task -> Thread.ofPlatform().daemon().start(task);

    private final Services services;
    private final DraftService drafts;
    private final TreeFixture tree;
    private final UUID task;

    DraftServiceTest(StoreKind kind) {
        services = kind.services();
        drafts = services.get(DraftService.class);
        tree = new TreeFixture(services);
        task = tree.task(tree.section, "orders");
    }

    private String stored(Member member) {
        return services.get(JdbcClient.class)
                .sql("SELECT text FROM task_draft WHERE task_id = ? AND user_id = ?")
                .params(task.toString(), member.userId().toString())
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Test
    void aTextThatTheStoreRefusesLetsTheOthersPassAndStaysKept() {
        Member other = services.join(tree.member.workspaceId(), Role.DEVELOPER);
        JdbcClient store = services.get(JdbcClient.class);
        store.sql("ALTER TABLE task_draft ADD CONSTRAINT refused CHECK (text NOT LIKE 'refused%')")
                .update();
        drafts.keep(tree.member, task, "refused", 1);
        drafts.keep(other, task, "typed later", 1);
        drafts.write();
        assertThat(stored(tree.member)).isEmpty();
        assertThat(stored(other)).isEqualTo("typed later");
        assertThat(drafts.find(tree.member, task)).map(Draft::text).contains("refused");
        store.sql("ALTER TABLE task_draft DROP CONSTRAINT refused").update();
        drafts.write();
        assertThat(stored(tree.member)).isEqualTo("refused");
    }

    @Test
    void nobodyWhoTypesWaitsForAStoreThatDoesNotAnswer() throws SQLException {
        Member other = services.join(tree.member.workspaceId(), Role.DEVELOPER);
        drafts.keep(tree.member, task, "first", 1);
        drafts.write();
        try (Connection silent = services.get(DataSource.class).getConnection();
                Statement lock = silent.createStatement()) {
            silent.setAutoCommit(false);
            lock.executeUpdate("UPDATE task_draft SET text = 'locked' WHERE task_id = '" + task + "'");
            drafts.keep(tree.member, task, "second", 1);
            CompletableFuture<Void> waits = CompletableFuture.runAsync(drafts::write, OWN_THREAD);
            assertThat(CompletableFuture.runAsync(() -> typeFor(other, Duration.ofMillis(300)), OWN_THREAD))
                    .succeedsWithin(Duration.ofSeconds(20));
            assertThat(waits).isNotDone();
            silent.rollback();
            assertThat(waits).succeedsWithin(Duration.ofSeconds(20));
        }
        drafts.write();
        assertThat(stored(tree.member)).isEqualTo("second");
        assertThat(stored(other)).isEqualTo("typed");
    }

    /** Long enough for the writer to have begun. */
    private void typeFor(Member member, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            drafts.keep(member, task, "typed", 1);
            assertThat(drafts.find(tree.member, task)).map(Draft::text).contains("second");
        }
    }
}

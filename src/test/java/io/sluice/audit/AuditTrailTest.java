package io.sluice.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.datasource.ConnectionTest;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceResult;
import io.sluice.datasource.DataSourceService;
import io.sluice.datasource.FieldProblem;
import io.sluice.run.RunService;
import io.sluice.run.StartResult;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeService;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource(StoreKind.class)
class AuditTrailTest {
    private static final String CANARY = "Zx9!canary-" + UUID.randomUUID();
    private static final String SLOW = """
            {"type": "job", "version": "2.0",
             "steps": [
               {"stepType": "stream", "name": "Reader", "category": "reader",
                "parameter": {"sliceRecordCount": "1000000", "column": [{"type": "long", "random": "1,9"}]}},
               {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {"print": false}}],
             "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
             "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1, "record": 10}}}
            """;

    private final Services services;
    private final AuditService audit;
    private final DataSourceService sources;
    private final StudioService studio;
    private final RunService runs;
    private final Member member;

    AuditTrailTest(StoreKind kind) {
        services = kind.services();
        audit = services.get(AuditService.class);
        sources = services.get(DataSourceService.class);
        studio = services.get(StudioService.class);
        runs = services.get(RunService.class);
        member = services.member(Role.ADMINISTRATOR);
    }

    private List<AuditEvent> trail(Member of) {
        return audit.ofWorkspace(of.workspaceId(), 100).stream()
                .map(AuditEntry::event)
                .toList()
                .reversed();
    }

    private AuditEvent event(Member by, AuditKind kind, String subject, String detail) {
        return new AuditEvent(kind, by.userName(), by.workspaceId(), subject, detail);
    }

    private static DataSourceDraft draft(String host, Map<String, String> properties) {
        ConfigValue.Obj given = ConfigValue.Obj.EMPTY;
        for (Map.Entry<String, String> property : properties.entrySet()) {
            given = given.with(property.getKey(), new ConfigValue.Text(property.getValue()));
        }
        ConfigValue.Obj settings = ConfigValue.Obj.EMPTY
                .with("host", new ConfigValue.Text(host))
                .with("port", new ConfigValue.Num(3306))
                .with("database", new ConfigValue.Text("shop"))
                .with("username", new ConfigValue.Text("reader"))
                .with("password", new ConfigValue.Text(CANARY))
                .with("properties", given);
        return new DataSourceDraft(null, "shop", "mysql", "", settings);
    }

    private DataSource saved() {
        DataSourceResult result = sources.save(member, draft("db.example.org", Map.of()));
        assertThat(result).isInstanceOf(DataSourceResult.Saved.class);
        return ((DataSourceResult.Saved) result).dataSource();
    }

    private UUID task() {
        UUID flow = ((NodeResult.Done) studio.create(member, null, NodeKind.FLOW, "flow"))
                .node()
                .id();
        return ((NodeResult.Done) studio.createTask(member, flow, "copy", SLOW))
                .node()
                .id();
    }

    private void assertRefused(DataSourceDraft draft, String code) {
        assertThat(sources.save(member, draft))
                .isInstanceOfSatisfying(
                        DataSourceResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::code)
                                .containsExactly(code));
    }

    @Test
    void changesOfADataSourceAreToldWithoutItsSecret() {
        DataSource created = saved();
        DataSourceDraft change = new DataSourceDraft(
                created.id(),
                "shop2",
                "mysql",
                "",
                draft("db.example.org", Map.of()).settings());
        assertThat(sources.save(member, change)).isInstanceOf(DataSourceResult.Saved.class);
        sources.delete(member, created.id());
        assertThat(trail(member))
                .containsExactly(
                        event(member, AuditKind.DATA_SOURCE_CREATED, "shop", "mysql " + created.id()),
                        event(member, AuditKind.DATA_SOURCE_CHANGED, "shop2", "mysql " + created.id()),
                        event(
                                member,
                                AuditKind.DATA_SOURCE_DELETED,
                                "shop2",
                                created.id().toString()));
        assertThat(trail(member).toString()).doesNotContain(CANARY);
    }

    /** S01 */
    @Test
    void deniedPropertyIsRefusedWithItsCodeAndTold() {
        DataSourceDraft evil = draft("db.example.org", Map.of("allowLoadLocalInfile", "true"));
        assertRefused(evil, "CONN_PROP_DENIED");
        assertThat(sources.test(member, evil)).isInstanceOf(ConnectionTest.Invalid.class);
        assertThat(sources.list(member)).isEmpty();
        AuditEvent told = event(member, AuditKind.DATA_SOURCE_REFUSED, "shop", "CONN_PROP_DENIED at settings");
        assertThat(trail(member)).containsExactly(told, told);
    }

    /** S04 */
    @Test
    void hostThatIsNoneIsRefusedWithItsCodeAndToldWithoutItsText() {
        assertRefused(draft("(host=h,password=" + CANARY + ")", Map.of()), "HOST_INVALID");
        assertThat(trail(member))
                .containsExactly(event(member, AuditKind.DATA_SOURCE_REFUSED, "shop", "HOST_INVALID at settings"));
    }

    @Test
    void ordinaryMistakesLeaveNoEntry() {
        sources.save(member, new DataSourceDraft(null, "1 bad name", "mysql", "", ConfigValue.Obj.EMPTY));
        assertThat(sources.find(member, UUID.randomUUID())).isEmpty();
        assertThat(studio.open(member, UUID.randomUUID())).isEmpty();
        assertThat(runs.view(member, UUID.randomUUID())).isEmpty();
        assertThat(trail(member)).isEmpty();
    }

    @Test
    void deniedPermissionIsToldAlthoughTheActionRollsBack() {
        Member visitor = services.join(member.workspaceId(), Role.VISITOR);
        assertThatThrownBy(() -> sources.save(visitor, draft("db.example.org", Map.of())))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> studio.create(visitor, null, NodeKind.FLOW, "flow"))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> runs.start(visitor, UUID.randomUUID(), Map.of()))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(trail(member)).hasSize(3).allSatisfy(event -> {
            assertThat(event.kind()).isEqualTo(AuditKind.PERMISSION_DENIED);
            assertThat(event.actor()).isEqualTo(visitor.userName());
            assertThat(event.subject()).isEqualTo("VISITOR");
        });
    }

    /** S56 */
    @Test
    void idsOfAnotherWorkspaceLookAbsentAndAreTold() {
        UUID source = saved().id();
        UUID task = task();
        UUID run = ((StartResult.Started) runs.start(member, task, Map.of())).runId();
        List<AuditEvent> before = trail(member);
        Member stranger = services.member(Role.OWNER);
        assertThat(sources.find(stranger, source)).isEmpty();
        sources.delete(stranger, source);
        assertThat(studio.open(stranger, task)).isEmpty();
        studio.save(stranger, task, "{}", 1);
        studio.rename(stranger, task, "mine");
        assertThat(services.get(TreeService.class)
                        .delete(stranger, List.of(task))
                        .tasks())
                .isZero();
        assertThat(runs.view(stranger, run)).isEmpty();
        assertThat(runs.log(stranger, run, 0, 10)).isEmpty();
        runs.stop(stranger, run);
        assertThat(trail(member)).isEqualTo(before);
        assertThat(trail(stranger)).extracting(AuditEvent::kind).hasSize(9).containsOnly(AuditKind.FOREIGN_ACCESS);
        assertThat(trail(stranger)).extracting(AuditEvent::actor).containsOnly(stranger.userName());
        assertThat(trail(stranger))
                .extracting(AuditEvent::subject)
                .containsOnly("data source " + source, "task or folder " + task, "run " + run);
        assertThat(sources.find(member, source)).isPresent();
        assertThat(studio.open(member, task).orElseThrow().name()).isEqualTo("copy");
        runs.stop(member, run);
    }

    @Test
    void runsTellWhoStartedAndWhoStoppedThem() {
        Member colleague = services.join(member.workspaceId(), Role.OPERATOR);
        UUID run = ((StartResult.Started) runs.start(member, task(), Map.of())).runId();
        runs.stop(colleague, run);
        runs.stop(member, run);
        assertThat(trail(member))
                .containsExactly(
                        event(member, AuditKind.RUN_STARTED, "copy", "run " + run),
                        event(colleague, AuditKind.RUN_STOPPED, "copy", "run " + run));
    }

    @Test
    void lineCannotBeForgedAndLongTextIsCut() {
        String forged = "x\r\n2026-01-01 SIGNED_IN admin\u001b[2J\u202e";
        audit.record(new AuditEvent(
                AuditKind.RUN_STARTED, forged, member.workspaceId(), "😀".repeat(500), "y".repeat(5000)));
        AuditEvent kept = trail(member).getFirst();
        assertThat(kept.actor()).isEqualTo("x\\r\\n2026-01-01 SIGNED_IN admin\\u001b[2J\\u202e");
        assertThat(kept.subject()).isEqualTo("😀".repeat(127) + "…");
        assertThat(kept.detail()).isEqualTo("y".repeat(999) + "…");
    }

    @Test
    void onlyWhatWasKeptIsTold() {
        TransactionTemplate transaction = new TransactionTemplate(services.get(PlatformTransactionManager.class));
        transaction.executeWithoutResult(status -> {
            audit.record(event(member, AuditKind.DATA_SOURCE_CREATED, "undone", ""));
            audit.record(event(member, AuditKind.DATA_SOURCE_REFUSED, "attempted", ""));
            status.setRollbackOnly();
        });
        assertThat(trail(member)).extracting(AuditEvent::subject).containsExactly("attempted");
        assertThat(services.get(JdbcClient.class)
                        .sql("SELECT COUNT(*) FROM audit_event WHERE subject = 'undone'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}

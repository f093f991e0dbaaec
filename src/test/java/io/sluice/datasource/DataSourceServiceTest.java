package io.sluice.datasource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.SupportsConnectionTest.State;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeService;
import io.sluice.testing.MariaDbServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ParameterizedClass
@EnumSource(StoreKind.class)
class DataSourceServiceTest {
    private static final String CANARY = "Zx9!canary-" + UUID.randomUUID();

    private final Services services;
    private final DataSourceService sources;
    private final Member member;

    DataSourceServiceTest(StoreKind kind) {
        services = kind.services();
        sources = services.get(DataSourceService.class);
        member = services.member(Role.ADMINISTRATOR);
    }

    private static ConfigValue.Obj settings(String password) {
        ConfigValue.Obj settings = ConfigValue.Obj.EMPTY
                .with("host", new ConfigValue.Text("db.example.org"))
                .with("port", new ConfigValue.Num(3306))
                .with("database", new ConfigValue.Text("shop"))
                .with("username", new ConfigValue.Text("reader"));
        return password.isEmpty() ? settings : settings.with("password", new ConfigValue.Text(password));
    }

    private static DataSourceDraft draft(UUID id, String name, ConfigValue.Obj settings) {
        return new DataSourceDraft(id, name, "mysql", "Where orders come from", settings);
    }

    private static DataSourceDraft newDraft(String name, ConfigValue.Obj settings) {
        return new DataSourceDraft(null, name, "mysql", "Where orders come from", settings);
    }

    private DataSource saved(DataSourceDraft draft) {
        DataSourceResult result = sources.save(member, draft);
        assertThat(result).isInstanceOf(DataSourceResult.Saved.class);
        return ((DataSourceResult.Saved) result).dataSource();
    }

    private String password(String name) {
        return sources.reveal(member, name)
                .orElseThrow()
                .settings()
                .find("password")
                .orElseThrow()
                .toString();
    }

    @Test
    void secretGoesInAndNeverComesOut() {
        DataSource created = saved(newDraft("shop", settings(CANARY)));
        assertThat(created.secretsSet()).containsExactly("password");
        assertThat(created.settings().find("password")).isEmpty();
        assertThat(sources.find(member, created.id())).contains(created);
        assertThat(sources.findByName(member, "shop")).contains(created);
        assertThat(sources.list(member)).containsExactly(created);
        assertThat(List.of(
                                created,
                                sources.list(member),
                                newDraft("x", settings(CANARY)),
                                sources.reveal(member, "shop"))
                        .toString())
                .doesNotContain(CANARY);
        assertThat(password("shop")).isEqualTo(CANARY);
    }

    @Test
    void secretIsSealedAtRestAndBoundToItsPlace() {
        DataSource created = saved(newDraft("shop", settings(CANARY)));
        DataSource other = saved(newDraft("other", settings("another secret")));
        JdbcClient store = services.get(JdbcClient.class);
        assertThat(store.sql("SELECT content FROM data_source_secret WHERE data_source_id = ?")
                        .param(created.id().toString())
                        .query(String.class)
                        .single())
                .doesNotContain(CANARY);
        assertThat(store.sql("SELECT settings FROM data_source")
                        .query(String.class)
                        .list()
                        .toString())
                .doesNotContain(CANARY);
        String content = store.sql("SELECT content FROM data_source_secret WHERE data_source_id = ?")
                .param(created.id().toString())
                .query(String.class)
                .single();
        store.sql("UPDATE data_source_secret SET content = ? WHERE data_source_id = ?")
                .params(Objects.requireNonNull(content), other.id().toString())
                .update();
        assertThatThrownBy(() -> password("other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Enter it again");
    }

    @Test
    void anAbsentSecretStaysAsItIsAndATypedOneReplacesIt() {
        UUID id = saved(newDraft("shop", settings(CANARY))).id();
        DataSource renamed = saved(draft(id, "shop2", settings("")));
        assertThat(renamed.revision()).isEqualTo(2);
        assertThat(password("shop2")).isEqualTo(CANARY);
        saved(draft(id, "shop2", settings("new secret")));
        assertThat(password("shop2")).isEqualTo("new secret");
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        DataSourceResult result = sources.save(
                member,
                newDraft(
                        "1 bad name",
                        settings(CANARY)
                                .with("port", new ConfigValue.Num(99_999))
                                .with("host", new ConfigValue.Text(""))));
        assertThat(result)
                .isInstanceOfSatisfying(
                        DataSourceResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::path)
                                .contains("name", "settings.port", "settings.host"));
        assertThat(sources.save(member, new DataSourceDraft(null, "x", "h2", "", ConfigValue.Obj.EMPTY)))
                .isInstanceOfSatisfying(
                        DataSourceResult.Invalid.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(FieldProblem::code)
                                .containsExactly("TYPE_UNKNOWN"));
    }

    @Test
    void deniedPropertyIsRefusedOnSaveWithItsCode() {
        for (String property :
                List.of("allowLoadLocalInfile", "autoDeserialize", "socketFactory", " ALLOWLOCALINFILE ")) {
            ConfigValue.Obj properties = ConfigValue.Obj.EMPTY.with(property, new ConfigValue.Text("true"));
            DataSourceResult result =
                    sources.save(member, newDraft("evil", settings(CANARY).with("properties", properties)));
            assertThat(result)
                    .as(property)
                    .isInstanceOfSatisfying(
                            DataSourceResult.Invalid.class,
                            invalid -> assertThat(invalid.problems())
                                    .anySatisfy(problem ->
                                            assertThat(problem.path()).startsWith("settings")));
        }
        assertThat(sources.list(member)).isEmpty();
    }

    @Test
    void namesAreTakenOncePerWorkspace() {
        saved(newDraft("shop", settings(CANARY)));
        assertThat(sources.save(member, newDraft("shop", settings(CANARY))))
                .isEqualTo(new DataSourceResult.NameTaken("shop"));
        Member stranger = services.member(Role.OWNER);
        assertThat(sources.save(stranger, newDraft("shop", settings("theirs"))))
                .isInstanceOf(DataSourceResult.Saved.class);
    }

    @Test
    void isNotDeletedWhileATaskNamesIt() {
        DataSource source = saved(newDraft("shop", settings(CANARY)));
        StudioService studio = services.get(StudioService.class);
        NodeResult flow = studio.create(member, null, NodeKind.FLOW, "Sales");
        NodeResult task =
                studio.createTask(member, ((NodeResult.Done) flow).node().id(), "copy", "{\"datasource\" : \"shop\"}");
        assertThat(sources.usedBy(member)).containsEntry("shop", List.of("copy"));
        assertThat(sources.delete(member, source.id())).isEqualTo(new DeleteResult.InUse(List.of("copy")));
        services.get(TreeService.class)
                .delete(member, List.of(((NodeResult.Done) task).node().id()));
        assertThat(sources.delete(member, source.id())).isEqualTo(new DeleteResult.Deleted());
        assertThat(sources.list(member)).isEmpty();
    }

    @Test
    void testUsesTheStoredSecretAndKeepsItsReport() {
        TestDatabase database = MariaDbServer.shared().database();
        ConfigValue.Obj settings = settings(database.password())
                .with("host", new ConfigValue.Text(database.host()))
                .with("port", new ConfigValue.Num(database.port()))
                .with("database", new ConfigValue.Text(database.name()))
                .with("username", new ConfigValue.Text(database.user()));
        DataSource source = saved(newDraft("maria", settings));
        ConnectionTest outcome = sources.test(member, draft(source.id(), "maria", source.settings()));
        assertThat(outcome).isInstanceOfSatisfying(ConnectionTest.Done.class, done -> {
            assertThat(done.report().layers()).isNotEmpty();
            assertThat(done.report().layers().toString()).doesNotContain(database.password());
            assertThat(sources.find(member, source.id()).orElseThrow().lastTest())
                    .isEqualTo(done.report());
        });
        ConnectionTest wrong = sources.test(
                member, draft(source.id(), "maria", source.settings().with("password", new ConfigValue.Text(CANARY))));
        assertThat(wrong).isInstanceOfSatisfying(ConnectionTest.Done.class, done -> {
            assertThat(done.report().state()).isEqualTo(State.FAILED);
            assertThat(done.report().toString()).doesNotContain(CANARY);
        });
    }

    @Test
    void storedSecretIsNeverHandedToAnotherHostByWhoMayNotChangeIt() {
        DataSource source = saved(newDraft("shop", settings(CANARY)));
        Member developer = services.join(member.workspaceId(), Role.DEVELOPER);
        ConfigValue.Obj elsewhere = source.settings().with("host", new ConfigValue.Text("evil.example.org"));
        assertThatThrownBy(() -> sources.test(developer, draft(source.id(), "shop", elsewhere)))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> sources.save(developer, draft(source.id(), "shop", elsewhere)))
                .isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> sources.delete(developer, source.id())).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void anotherWorkspaceSeesAndChangesNothing() {
        DataSource source = saved(newDraft("shop", settings(CANARY)));
        Member stranger = services.member(Role.OWNER);
        assertThat(sources.list(stranger)).isEmpty();
        assertThat(sources.find(stranger, source.id())).isEmpty();
        assertThat(sources.findByName(stranger, "shop")).isEmpty();
        assertThat(sources.reveal(stranger, "shop")).isEmpty();
        assertThat(sources.save(stranger, draft(source.id(), "theirs", settings(""))))
                .isEqualTo(new DataSourceResult.Gone());
        assertThat(sources.test(stranger, draft(source.id(), "shop", source.settings()))
                        .toString())
                .doesNotContain(CANARY);
        sources.delete(stranger, source.id());
        assertThat(sources.find(member, source.id())).contains(source);
    }
}

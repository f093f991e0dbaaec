package io.sluice.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.audit.AuditKind;
import io.sluice.audit.AuditService;
import io.sluice.datasource.DataSource;
import io.sluice.datasource.DataSourceService;
import io.sluice.script.Path;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.config.ConfigValue;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.Refusal;
import io.sluice.studio.StudioService;
import io.sluice.studio.Task;
import io.sluice.studio.TreeNode;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.workspace.Member;
import io.sluice.workspace.PermissionDeniedException;
import io.sluice.workspace.Role;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(StoreKind.class)
class JobImportTest {
    private static final String URL = "jdbc:mysql://db:3306/shop?useUnicode=true&characterEncoding=utf8";

    private final Services services;
    private final JobImport imports;
    private final JobExport exports;
    private final StudioService studio;
    private final DataSourceService dataSources;
    private final Member owner;
    private final UUID flow;

    JobImportTest(StoreKind kind) {
        services = kind.services();
        imports = services.get(JobImport.class);
        exports = services.get(JobExport.class);
        studio = services.get(StudioService.class);
        dataSources = services.get(DataSourceService.class);
        owner = services.member(Role.OWNER);
        flow = flow(owner);
    }

    private UUID flow(Member member) {
        NodeResult created = studio.create(member, null, NodeKind.FLOW, "shop");
        return ((NodeResult.Done) created).node().id();
    }

    private static String datax(String table, String url, String user, String password) {
        return """
                {"job": {"setting": {"speed": {"channel": 2}}, "content": [{
                  "reader": {"name": "mysqlreader", "parameter": {"username": "%s", "password": "%s",
                    "column": ["id"], "connection": [{"table": ["%s"], "jdbcUrl": ["%s"]}]}},
                  "writer": {"name": "streamwriter", "parameter": {"print": false}}}]}}
                """.formatted(user, password, table, url);
    }

    private static GivenJobs jobs(String... texts) {
        List<JobText> all = new ArrayList<>();
        for (String text : texts) {
            all.add(new JobText("job" + all.size() + ".json", text));
        }
        return new GivenJobs(all, List.of());
    }

    private static Map<Integer, String> all(ImportPlan plan) {
        Map<Integer, String> names = new HashMap<>();
        plan.jobs().stream().filter(PlannedJob::importable).forEach(job -> names.put(job.number(), job.name()));
        return names;
    }

    private ImportPlan plan(Member member, UUID folder, GivenJobs jobs) {
        return imports.plan(member, folder, jobs, done -> {});
    }

    private List<JobResult> carryOut(Member member, ImportPlan plan) {
        return imports.carryOut(member, plan, all(plan), Map.of(), done -> {});
    }

    private List<Task> tasks() {
        return studio.all(owner);
    }

    @Test
    void makesOneDataSourceOfEachDistinctConnection() {
        ImportPlan plan = plan(
                owner,
                flow,
                jobs(
                        datax("orders", URL, "anna", "Zx9!canary"),
                        datax("users", URL, "anna", "Zx9!canary"),
                        datax("orders", URL, "berta", "Zx9!canary")));
        assertThat(plan.sources())
                .extracting(PlannedSource::name, PlannedSource::state, PlannedSource::jobs)
                .containsExactly(
                        tuple("mysql_shop", PlannedSource.State.NEW, List.of(0, 1)),
                        tuple("mysql_shop_2", PlannedSource.State.NEW, List.of(2)));
        assertThat(plan.toString()).doesNotContain("canary");
        assertThat(tasks()).isEmpty();
        assertThat(carryOut(owner, plan)).hasSize(3).allMatch(JobResult.Created.class::isInstance);
        assertThat(dataSources.list(owner)).extracting(DataSource::name).containsExactly("mysql_shop", "mysql_shop_2");
        assertThat(dataSources
                        .reveal(owner, "mysql_shop")
                        .orElseThrow()
                        .settings()
                        .find("password"))
                .contains(new ConfigValue.Text("Zx9!canary"));
        assertThat(tasks())
                .hasSize(3)
                .allSatisfy(task -> assertThat(task.text()).doesNotContain("canary"));
    }

    @Test
    void findsAnEqualDataSourceAgain() {
        carryOut(owner, plan(owner, flow, jobs(datax("orders", URL, "anna", "Zx9!canary"))));
        ImportPlan again = plan(owner, flow, jobs(datax("orders", "jdbc:mysql://db/shop", "anna", "other")));
        assertThat(again.sources())
                .extracting(PlannedSource::name, PlannedSource::state)
                .containsExactly(tuple("mysql_shop", PlannedSource.State.REGISTERED));
        assertThat(again.jobs()).extracting(PlannedJob::name).containsExactly("job0_2");
        carryOut(owner, again);
        assertThat(dataSources.list(owner)).hasSize(1);
        assertThat(dataSources
                        .reveal(owner, "mysql_shop")
                        .orElseThrow()
                        .settings()
                        .find("password"))
                .contains(new ConfigValue.Text("Zx9!canary"));
    }

    @Test
    void showsWhatIsMissingToThoseWhoMayNotCreateDataSources() {
        Member developer = services.join(owner.workspaceId(), Role.DEVELOPER);
        ImportPlan plan = plan(developer, flow, jobs(datax("orders", URL, "anna", "Zx9!canary")));
        assertThat(plan.sources()).extracting(PlannedSource::state).containsExactly(PlannedSource.State.MISSING);
        assertThat(carryOut(developer, plan)).allMatch(JobResult.Created.class::isInstance);
        assertThat(dataSources.list(owner)).isEmpty();
        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.text())
                        .contains("\"datasource\": \"mysql_shop\"")
                        .doesNotContain("canary"));
        Member visitor = services.join(owner.workspaceId(), Role.VISITOR);
        assertThatThrownBy(() -> plan(visitor, flow, jobs("{}"))).isInstanceOf(PermissionDeniedException.class);
        assertThatThrownBy(() -> carryOut(visitor, plan)).isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aJobComesWholeOrNotAtAll() {
        ImportPlan plan = plan(
                owner,
                flow,
                jobs(datax("orders", URL, "anna", "p"), datax("users", "jdbc:mysql://other/d", "anna", "p")));
        List<JobResult> results = imports.carryOut(owner, plan, Map.of(0, "bad/name", 1, "good"), Map.of(), done -> {});
        assertThat(results.get(0)).isInstanceOf(JobResult.TaskRefused.class);
        assertThat(results.get(1)).isInstanceOf(JobResult.Created.class);
        assertThat(dataSources.list(owner)).extracting(DataSource::name).containsExactly("mysql_d");
        assertThat(tasks()).extracting(Task::name).containsExactly("good");
    }

    @Test
    void takesOtherNamesForNewDataSources() {
        ImportPlan plan = plan(owner, flow, jobs(datax("orders", URL, "anna", "p")));
        imports.carryOut(owner, plan, Map.of(0, "copy"), Map.of(0, "shop_main"), done -> {});
        assertThat(tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.text()).contains("\"datasource\": \"shop_main\""));
        assertThat(dataSources.findByName(owner, "shop_main")).isPresent();
    }

    @Test
    void judgesEveryJob() {
        ImportPlan plan = plan(
                owner,
                flow,
                jobs(
                        """
                        {"type": "job", "version": "2.0", "steps": [
                          {"stepType": "stream", "name": "Reader", "category": "reader",
                           "parameter": {"column": [{"type": "long", "value": "1"}], "sliceRecordCount": 1}},
                          {"stepType": "stream", "name": "Writer", "category": "writer", "parameter": {}}],
                         "setting": {"errorLimit": {"strategy": "ZeroTolerance"}, "speed": {"concurrent": 1, "throttle": false}},
                         "order": {"hops": [{"from": "Reader", "to": "Writer"}]}}
                        """,
                        datax("orders", URL, "anna", "p"),
                        "{\"job\": {\"content\": [{\"reader\": {\"name\": \"oraclereader\", \"parameter\": {}}, "
                                + "\"writer\": {\"name\": \"streamwriter\", \"parameter\": {}}}]}}",
                        "{\"job\": {\n  \"content\": [",
                        "{\"a\": 1}",
                        "{\"stepType\": \"stream\", \"name\": \"Writer\", \"category\": \"writer\", \"parameter\": {}},"));
        assertThat(plan.jobs())
                .extracting(PlannedJob::outcome)
                .containsExactly(
                        Outcome.IDENTICAL,
                        Outcome.MAPPED,
                        Outcome.UNSUPPORTED,
                        Outcome.UNREADABLE,
                        Outcome.UNREADABLE,
                        Outcome.MAPPED);
        assertThat(plan.jobs().get(2).remarks()).first().satisfies(remark -> {
            assertThat(remark.kind()).isEqualTo(Remark.Kind.MISSING);
            assertThat(remark.path()).isEqualTo("steps[0].stepType");
            assertThat(remark.message()).contains("oracle");
        });
        assertThat(plan.jobs().get(2).missing()).hasToString("Optional[There is no reader for 'oracle']");
        assertThat(new ImportChoices(plan).names().keySet()).containsExactly(0, 1, 5);
        assertThat(plan.jobs().get(3).remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.path()).isEqualTo("2:14"));
        assertThat(plan.jobs().get(5).ends()).isEqualTo("… → stream");
        assertThat(carryOut(owner, plan)).hasSize(4);
    }

    @Test
    void keepsADangerousUrlOutAndTellsTheTrail() {
        String url = "jdbc:mysql://db/shop?allowLoadLocalInfile=true";
        ImportPlan plan = plan(owner, flow, jobs(datax("orders", url, "anna", "Zx9!canary")));
        assertThat(plan.sources()).isEmpty();
        assertThat(plan.jobs().get(0).remarks())
                .anyMatch(remark -> remark.kind() == Remark.Kind.UNSUPPORTED
                        && remark.message().contains("allowLoadLocalInfile"));
        carryOut(owner, plan);
        assertThat(tasks())
                .singleElement()
                .satisfies(
                        task -> assertThat(task.text()).doesNotContain("canary").contains("${reader_password}"));
        assertThat(services.get(AuditService.class).ofWorkspace(owner.workspaceId(), 20))
                .anyMatch(entry -> entry.event().kind() == AuditKind.DATA_SOURCE_REFUSED);
    }

    @Test
    void staysInsideItsWorkspace() {
        Member stranger = services.member(Role.OWNER);
        ImportPlan plan = plan(stranger, flow, jobs(datax("orders", URL, "anna", "p")));
        assertThat(carryOut(stranger, plan))
                .singleElement()
                .isEqualTo(new JobResult.TaskRefused(0, new NodeResult.Refused(Refusal.GONE)));
        assertThat(dataSources.list(stranger)).isEmpty();
        assertThat(exports.export(stranger, flow, ExportFormat.SCRIPT)).isEmpty();
    }

    @Test
    void bringsAJobBackAsItCame() throws IOException {
        String text = datax("orders", URL, "anna", "Zx9!canary");
        carryOut(owner, plan(owner, flow, jobs(text)));
        ExportedFile file =
                exports.export(owner, tasks().get(0).id(), ExportFormat.DATAX).orElseThrow();
        String back = new String(file.content(), StandardCharsets.UTF_8);
        assertThat(file.name()).isEqualTo("job0.datax.json");
        assertThat(ScriptDocument.parse(back).read(Path.ROOT))
                .isEqualTo(ScriptDocument.parse(text.replace("Zx9!canary", "${mysql_shop_password}"))
                        .read(Path.ROOT));
        assertThat(file.remarks()).anyMatch(one -> one.remark().message().contains("${mysql_shop_password}"));
    }

    @Test
    void exportsAFolderAsAnArchiveWithoutSecrets() throws IOException {
        TreeNode folder = ((NodeResult.Done) studio.create(owner, flow, NodeKind.FOLDER, "..")).node();
        studio.createTask(
                owner,
                folder.id(),
                "a:b",
                "{\"type\": \"job\", \"version\": \"2.0\", // mine\n \"steps\": ["
                        + "{\"stepType\": \"oss\", \"category\": \"reader\", \"parameter\": {\"accessKey\": \"Zx9!canary\"}}]}");
        studio.createTask(owner, folder.id(), "broken", "{\"password\": \"Zx9!canary\"");
        ExportedFile file = exports.export(owner, flow, ExportFormat.SCRIPT).orElseThrow();
        Map<String, String> entries = unzipped(file.content());
        assertThat(entries).containsOnlyKeys("_/a_b.json", "report.txt");
        assertThat(entries.get("_/a_b.json"))
                .contains("// mine", "${reader_accessKey}")
                .doesNotContain("canary");
        assertThat(entries.get("report.txt")).contains("broken").doesNotContain("canary");
        assertThat(file.tasks()).isEqualTo(1);
    }

    @Test
    void fiveHundredJobsStayUsable() throws IOException {
        String text = Files.readString(java.nio.file.Path.of("src/test/resources/datax/mysql-to-postgresql.json"));
        GivenJobs jobs = jobs(IntStream.range(0, 500)
                .mapToObj(number -> text.replace("\"orders\"", "\"orders_" + number + "\""))
                .toArray(String[]::new));
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();
        ImportPlan plan = plan(owner, flow, jobs);
        long planned = thread.getCurrentThreadCpuTime();
        assertThat(carryOut(owner, plan)).hasSize(500).allMatch(JobResult.Created.class::isInstance);
        long done = thread.getCurrentThreadCpuTime();
        assertThat(dataSources.list(owner)).hasSize(2);
        assertThat(Duration.ofNanos(planned - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(Duration.ofNanos(done - planned)).isLessThan(Duration.ofSeconds(20));
    }

    private static Map<String, String> unzipped(byte[] content) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}

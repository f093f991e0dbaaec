package io.sluice.jobfile;

import io.sluice.audit.AuditKind;
import io.sluice.datasource.DataSourceDraft;
import io.sluice.datasource.DataSourceResult;
import io.sluice.datasource.DataSourceService;
import io.sluice.script.Catalog;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeNode;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes tasks and data sources of job files. */
@Service
public class JobImport {
    private static final Set<CommonError> SUSPICIOUS = Set.of(CommonError.CONN_PROP_DENIED, CommonError.HOST_INVALID);

    private final StudioService studio;
    private final DataSourceService dataSources;
    private final JobCatalog catalog;
    private final WorkspaceGuard guard;
    private final TransactionTemplate transaction;

    JobImport(
            StudioService studio,
            DataSourceService dataSources,
            JobCatalog catalog,
            WorkspaceGuard guard,
            PlatformTransactionManager transactions) {
        this.studio = studio;
        this.dataSources = dataSources;
        this.catalog = catalog;
        this.guard = guard;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Says what an import of these jobs below a folder would do. Changes nothing.
     *
     * @param progress told the number of jobs read
     */
    public ImportPlan plan(Member member, UUID folder, GivenJobs given, IntConsumer progress) {
        guard.requireEdit(member);
        SourcePlanning sources = new SourcePlanning(
                catalog, dataSources.list(member), member.role().mayAdminister());
        List<String> taken = taken(member, folder);
        Catalog known = catalog.catalog(member, Map.of());
        JobReading reading = new JobReading(sources, new TaskNames(taken), known);
        List<PlannedJob> jobs = new ArrayList<>();
        for (JobText text : given.texts()) {
            JobReading.Read read = reading.read(text, jobs.size());
            jobs.add(read.job());
            read.refusals().forEach(refusal -> tell(member, text, refusal));
            progress.accept(jobs.size());
        }
        return new ImportPlan(folder, jobs, sources.sources(), given.refused(), taken);
    }

    /** A URL with properties that no honest data source has is worth an entry in the trail. */
    private void tell(Member member, JobText text, SluiceException refusal) {
        if (refusal.code() instanceof CommonError code && SUSPICIOUS.contains(code)) {
            guard.tell(member, AuditKind.DATA_SOURCE_REFUSED, text.file(), code.name() + " at jdbcUrl");
        }
    }

    private List<String> taken(Member member, UUID folder) {
        List<TreeNode> tree = studio.tree(member);
        UUID place = tree.stream()
                .filter(node -> node.kind() == NodeKind.SECTION && folder.equals(node.parentId()))
                .map(TreeNode::id)
                .findFirst()
                .orElse(folder);
        return tree.stream()
                .filter(node -> place.equals(node.parentId()))
                .map(TreeNode::name)
                .toList();
    }

    /**
     * Carries a plan out. Every job comes with its data sources or not at all, whatever becomes of the others.
     *
     * @param names of the tasks to make, by number of the job; other jobs are left out
     * @param sourceNames other names for data sources to be created, by number of the source
     * @param progress told the number of jobs done
     */
    public List<JobResult> carryOut(
            Member member,
            ImportPlan plan,
            Map<Integer, String> names,
            Map<Integer, String> sourceNames,
            IntConsumer progress) {
        guard.requireEdit(member);
        Carrying carrying = new Carrying(member, named(plan, sourceNames));
        List<JobResult> results = new ArrayList<>();
        for (PlannedJob job : plan.jobs()) {
            String name = names.get(job.number());
            if (name != null && job.importable()) {
                results.add(carrying.create(job, name));
                progress.accept(results.size());
            }
        }
        return results;
    }

    private static ImportPlan named(ImportPlan plan, Map<Integer, String> names) {
        List<PlannedSource> sources = new ArrayList<>();
        for (PlannedSource source : plan.sources()) {
            boolean registered = source.state() == PlannedSource.State.REGISTERED;
            String name = names.getOrDefault(sources.size(), source.name());
            sources.add(registered ? source : source.named(name));
        }
        return new ImportPlan(plan.folder(), plan.jobs(), sources, plan.refused(), plan.taken());
    }

    /** One import under way, which creates each data source with the first job that needs it. */
    private final class Carrying {
        private final Member member;
        private final ImportPlan plan;
        private final Set<Integer> created = new TreeSet<>();

        Carrying(Member member, ImportPlan plan) {
            this.member = member;
            this.plan = plan;
        }

        JobResult create(PlannedJob job, String name) {
            Set<Integer> fresh = new TreeSet<>();
            JobResult result = Objects.requireNonNull(transaction.execute(status -> {
                JobResult both = createBoth(job, name, fresh);
                if (!(both instanceof JobResult.Created)) {
                    status.setRollbackOnly();
                    fresh.clear();
                }
                return both;
            }));
            created.addAll(fresh);
            return result;
        }

        private JobResult createBoth(PlannedJob job, String name, Set<Integer> fresh) {
            for (int number : new TreeSet<>(job.sources().values())) {
                PlannedSource source = plan.sources().get(number);
                if (source.state() == PlannedSource.State.NEW && !created.contains(number)) {
                    DataSourceResult result = dataSources.save(member, draft(source));
                    if (!(result instanceof DataSourceResult.Saved)) {
                        return new JobResult.SourceRefused(job.number(), source.name(), result);
                    }
                    fresh.add(number);
                }
            }
            NodeResult result = studio.createTask(member, plan.folder(), name, plan.text(job));
            return result instanceof NodeResult.Done task
                    ? new JobResult.Created(job.number(), task.node())
                    : new JobResult.TaskRefused(job.number(), result);
        }
    }

    private static DataSourceDraft draft(PlannedSource source) {
        return new DataSourceDraft(
                null,
                source.name(),
                source.type(),
                "",
                SourcePlanning.withPassword(source.settings(), source.password()));
    }
}

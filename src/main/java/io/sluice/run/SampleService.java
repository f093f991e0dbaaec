package io.sluice.run;

import io.sluice.engine.SampleJob;
import io.sluice.engine.preview.DataProfile;
import io.sluice.engine.preview.Sample;
import io.sluice.engine.preview.SampleRequest;
import io.sluice.engine.preview.Sampling;
import io.sluice.run.JobPreparation.Sampled;
import io.sluice.studio.StudioService;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Looks at the first rows of tasks: reads only, for a short time, and in the background. */
@Service
public class SampleService {
    private final JobPreparation jobs;
    private final RunRepository runs;
    private final StudioService studio;
    private final WorkspaceGuard guard;
    private final int atOnce;
    private final Map<UUID, Integer> underWay = new ConcurrentHashMap<>();

    SampleService(
            JobPreparation jobs,
            RunRepository runs,
            StudioService studio,
            WorkspaceGuard guard,
            @Value("${SLUICE_SAMPLES_PER_MEMBER:4}") int atOnce) {
        this.jobs = jobs;
        this.runs = runs;
        this.studio = studio;
        this.guard = guard;
        this.atOnce = Math.max(1, atOnce);
    }

    /** The values that a task's parameters have in a look at its data: those of the last run, and the system's own now. */
    public Map<String, String> values(Member member, UUID taskId) {
        return jobs.values(runs.remembered(member.workspaceId(), taskId, member.userId()));
    }

    /** Shows the first rows and what becomes of them. Returns at once. */
    public SampleStart<Sample> preview(Member member, SampleOrder order) {
        return start(member, order, Sampling::preview);
    }

    /** Counts over the first rows what would be dirty and why. Returns at once. */
    public SampleStart<DataProfile> profile(Member member, SampleOrder order) {
        return start(member, order, Sampling::profile);
    }

    private <T> SampleStart<T> start(
            Member member, SampleOrder order, BiFunction<SampleJob, SampleRequest, Sampling<T>> begin) {
        requireLook(member, order);
        Map<String, String> values =
                new HashMap<>(runs.remembered(member.workspaceId(), order.taskId(), member.userId()));
        values.putAll(order.parameters());
        return switch (jobs.sample(member, order.text(), values)) {
            case Sampled.Invalid invalid -> new SampleStart.Invalid<>(invalid.problems());
            case Sampled.Missing missing -> new SampleStart.MissingParameters<>(missing.parameters());
            case Sampled.Ready ready ->
                takePlace(member)
                        ? started(member, begin.apply(ready.job(), order.request()))
                        : new SampleStart.TooMany<>();
        };
    }

    private <T> SampleStart<T> started(Member member, Sampling<T> sampling) {
        var unused = sampling.ended().thenRun(() -> giveBack(member));
        return new SampleStart.Started<>(sampling);
    }

    /** Who may only run tasks may look at what a run would read, and at nothing that they wrote themselves. */
    private void requireLook(Member member, SampleOrder order) {
        if (guard.current(member).filter(now -> now.role().mayEdit()).isPresent()) {
            return;
        }
        guard.requireRun(member);
        boolean saved = studio.open(member, order.taskId())
                .filter(task -> task.text().equals(order.text()))
                .isPresent();
        if (!saved) {
            guard.requireEdit(member);
        }
    }

    /** False when the member has no place left. */
    private boolean takePlace(Member member) {
        AtomicBoolean taken = new AtomicBoolean();
        underWay.compute(member.userId(), (user, count) -> {
            int now = count == null ? 0 : count;
            taken.set(now < atOnce);
            return taken.get() ? Integer.valueOf(now + 1) : count;
        });
        return taken.get();
    }

    private void giveBack(Member member) {
        underWay.computeIfPresent(member.userId(), (user, count) -> count == 1 ? null : count - 1);
    }
}

package io.sluice.run;

import io.sluice.audit.AuditKind;
import io.sluice.engine.verify.VerifyResult;
import io.sluice.engine.verify.VerifyResult.ComparedColumn;
import io.sluice.engine.verify.VerifyResult.Difference;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * The rows that differ between source and target, as runs have found them. Their values may be personal data, so they are
 * shown to members only who may start runs.
 */
@Service
public class DifferenceService {
    private static final int MOST_ROWS = 200;

    private final RunService runs;
    private final LiveRuns live;
    private final DifferenceRepository differences;
    private final WorkspaceGuard guard;

    DifferenceService(RunService runs, LiveRuns live, DifferenceRepository differences, WorkspaceGuard guard) {
        this.runs = runs;
        this.live = live;
        this.differences = differences;
        this.guard = guard;
    }

    /** How many of the rows that are kept match. */
    public long count(Member member, UUID runId, DifferenceQuery query) {
        guard.requireRun(member);
        List<Difference> here = inMemory(member, runId);
        return here.isEmpty()
                ? differences.count(place(member, runId), query)
                : here.stream().filter(query::matches).count();
    }

    /** Rows that differ, in the order in which they were found; at most 200 at a time. */
    public List<Difference> page(Member member, UUID runId, DifferenceQuery query, int offset, int limit) {
        guard.requireRun(member);
        return rows(member, runId, query, Math.max(0, offset), Math.clamp(limit, 0, MOST_ROWS));
    }

    private List<Difference> rows(Member member, UUID runId, DifferenceQuery query, int offset, int limit) {
        List<Difference> here = inMemory(member, runId);
        return here.isEmpty()
                ? differences.page(place(member, runId), query, offset, limit)
                : here.stream().filter(query::matches).skip(offset).limit(limit).toList();
    }

    /** Those of a live run, and those of a run that was stored before rows had a place of their own. */
    private List<Difference> inMemory(Member member, UUID runId) {
        Optional<LiveRun> now = live.find(runId)
                .filter(run -> run.order().member().workspaceId().equals(member.workspaceId()));
        if (now.isPresent()) {
            return now.get().differences();
        }
        return runs.view(member, runId)
                .map(RunView::verified)
                .map(VerifyResult::differences)
                .orElse(List.of());
    }

    private static RunPlace place(Member member, UUID runId) {
        return new RunPlace(member.workspaceId(), runId);
    }

    /** Writes the rows that match as a CSV file. */
    public void export(Member member, UUID runId, DifferenceQuery query, Writer out) throws IOException {
        guard.requireRun(member);
        guard.tell(member, AuditKind.DIFFERENCES_EXPORTED, "run " + runId, "CSV");
        List<ComparedColumn> columns = runs.view(member, runId)
                .map(RunView::verified)
                .map(VerifyResult::columns)
                .orElse(List.of());
        DifferenceExport export =
                new DifferenceExport(columns.stream().map(ComparedColumn::name).toList(), out);
        int offset = 0;
        for (List<Difference> rows = rows(member, runId, query, offset, MOST_ROWS);
                !rows.isEmpty();
                rows = rows(member, runId, query, offset, MOST_ROWS)) {
            for (Difference one : rows) {
                export.write(one);
            }
            offset += rows.size();
        }
        out.flush();
    }
}

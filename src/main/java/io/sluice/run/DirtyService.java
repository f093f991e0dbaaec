package io.sluice.run;

import io.sluice.audit.AuditKind;
import io.sluice.engine.DirtyShape;
import io.sluice.spi.data.Schema;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * The dirty records of a workspace's runs. Their values may be personal data, so they are shown to members only who may
 * start runs.
 */
@Service
public class DirtyService {
    private static final int MOST_ROWS = 1_000;

    private final DirtyRepository records;
    private final RunRepository runs;
    private final ReplayStarter replays;
    private final BulkChanges bulk;
    private final WorkspaceGuard guard;

    /** How often records of a run were changed through this process. */
    private final Map<UUID, Long> changes = new ConcurrentHashMap<>();

    DirtyService(
            DirtyRepository records,
            RunRepository runs,
            ReplayStarter replays,
            BulkChanges bulk,
            WorkspaceGuard guard) {
        this.records = records;
        this.bulk = bulk;
        this.runs = runs;
        this.replays = replays;
        this.guard = guard;
    }

    /** Another number than before when somebody changed records of a run; it asks no store, so screens may ask often. */
    public long changes(UUID runId) {
        return changes.getOrDefault(runId, 0L);
    }

    private void changed(UUID runId) {
        changes.merge(runId, 1L, Long::sum);
    }

    /** The causes of a run's dirty records. */
    public DirtySummary summary(Member member, UUID runId) {
        RunPlace run = readable(member, runId);
        List<DirtyCause> causes = records.causes(run);
        List<Schema> columns = records.shapes(run).values().stream()
                .sorted(Comparator.comparing(DirtyShape::stage))
                .map(DirtyShape::columns)
                .distinct()
                .toList();
        return new DirtySummary(
                causes, columns, causes.stream().mapToLong(DirtyCause::count).sum());
    }

    /** Dirty records of a run in the order in which they were found; at most 1,000 at a time. */
    public List<DirtyRow> page(Member member, UUID runId, DirtyQuery query, int offset, int limit) {
        return records.page(readable(member, runId), query, Math.max(0, offset), Math.clamp(limit, 0, MOST_ROWS));
    }

    public long count(Member member, UUID runId, DirtyQuery query) {
        return records.count(readable(member, runId), query);
    }

    /** The matching records that can be written, in their order. */
    public List<Long> sequences(Member member, UUID runId, DirtyQuery query) {
        return records.sequences(readable(member, runId), query);
    }

    public Optional<DirtyRow> find(Member member, UUID runId, long sequence) {
        return records.find(readable(member, runId), sequence);
    }

    /** How much room the values at fault take in the open records with a cause. */
    public ValueExtent extent(Member member, UUID runId, DirtyCause.Key cause) {
        RunPlace run = readable(member, runId);
        DirtyQuery query = new DirtyQuery(cause, "", DirtyQuery.Show.OPEN);
        ValueExtent extent = ValueExtent.NONE;
        long after = 0;
        for (List<DirtyRow> rows = records.next(run, query, after, MOST_ROWS);
                !rows.isEmpty();
                rows = records.next(run, query, after, MOST_ROWS)) {
            for (DirtyRow row : rows) {
                extent = extent.with(row);
            }
            after = rows.getLast().sequence();
        }
        return extent;
    }

    /** A text of the task with the values that its parameters had in a run; those it had no value for stay. */
    public String asThen(Member member, UUID runId, String text) {
        return text.contains("${") ? replays.filled(member, readable(member, runId), text) : text;
    }

    private RunPlace readable(Member member, UUID runId) {
        guard.requireRun(member);
        RunPlace place = new RunPlace(member.workspaceId(), runId);
        if (runs.elsewhere(member.workspaceId(), runId)) {
            guard.foreign(member, "run", runId);
        }
        return place;
    }

    /**
     * Sets one value of an open record.
     *
     * @param revision of the record that the member saw
     * @param column from 0; up to one behind the last value of a record that is too short
     * @param value null for NULL
     */
    public CorrectResult correct(Member member, UUID runId, DirtyRow seen, int column, @Nullable String value) {
        RunPlace run = readable(member, runId);
        DirtyRow now = records.find(run, seen.sequence()).orElse(null);
        if (now == null
                || column < 0
                || column >= Math.max(now.values().size(), now.columns().size())) {
            return new CorrectResult.Gone();
        }
        List<@Nullable String> values = new ArrayList<>(now.values());
        while (values.size() <= column) {
            values.add(null);
        }
        values.set(column, value);
        return store(member, run, seen, values);
    }

    /** Takes all corrections of a record back. */
    public CorrectResult restore(Member member, UUID runId, DirtyRow seen) {
        return store(member, readable(member, runId), seen, seen.original());
    }

    private CorrectResult store(Member member, RunPlace run, DirtyRow seen, List<@Nullable String> values) {
        return after(member, run, seen, records.correct(run, new CorrectedRow(seen, values)), "");
    }

    private CorrectResult after(Member member, RunPlace run, DirtyRow seen, boolean done, String how) {
        DirtyRow now = records.find(run, seen.sequence()).orElse(null);
        if (now == null) {
            return new CorrectResult.Gone();
        }
        if (!done) {
            return new CorrectResult.Changed(now);
        }
        changed(run.id());
        guard.tell(
                member,
                AuditKind.DIRTY_RECORDS_CORRECTED,
                "run " + run.id(),
                "record " + seen.sequence() + (how.isEmpty() ? "" : " " + how));
        return new CorrectResult.Corrected(now);
    }

    /** Begins to make the same correction in many open records. */
    public BulkStart correctMany(Member member, UUID runId, ManyRecords which, Correction correction) {
        RunPlace run = readable(member, runId);
        long total = which.only() == null
                ? records.count(run, which.query())
                : which.only().size();
        return begin(
                member,
                run,
                new BulkChange(BulkChange.Kind.CORRECT, member, total),
                new ManyCorrections(records, run, which, correction));
    }

    /** Begins to settle of open records that they are not written. */
    public BulkStart ignore(Member member, UUID runId, Collection<Long> sequences) {
        RunPlace run = readable(member, runId);
        return begin(
                member,
                run,
                new BulkChange(BulkChange.Kind.IGNORE, member, sequences.size()),
                new InPortions(sequences, some -> records.ignore(run, some)));
    }

    /** Begins to take that back. */
    public BulkStart reopen(Member member, UUID runId, Collection<Long> sequences) {
        RunPlace run = readable(member, runId);
        return begin(
                member,
                run,
                new BulkChange(BulkChange.Kind.REOPEN, member, sequences.size()),
                new InPortions(sequences, some -> records.reopen(run, some)));
    }

    private BulkStart begin(Member member, RunPlace run, BulkChange change, BulkChange.Work work) {
        String what = switch (change.kind()) {
            case CORRECT -> " records at once";
            case IGNORE -> " records ignored";
            case REOPEN -> " records no longer ignored";
        };
        return bulk.begin(
                run,
                change,
                work,
                ended -> told(member, run.id(), ended.progress().tally().changed(), what));
    }

    /** What is done to many of a run's records now, or was a few minutes ago; it asks no store. */
    public Optional<BulkChange> bulkChange(Member member, UUID runId) {
        return member.role().mayRun() ? bulk.of(new RunPlace(member.workspaceId(), runId)) : Optional.empty();
    }

    /** Has a change of many records end after the batch at hand. False when it ends anyhow. */
    public boolean cancel(Member member, UUID runId) {
        return bulk.of(readable(member, runId))
                .map(change -> change.stop(member.displayName()))
                .orElse(false);
    }

    /** Looks what a CSV file that was exported and changed would change. @param file its bytes, no more than 64 MB */
    public DirtyImport readCsv(Member member, UUID runId, byte[] file) {
        RunPlace run = readable(member, runId);
        DirtyColumns columns = new DirtyColumns(summary(member, runId).columns());
        return new DirtyFileReader(columns, sequences -> records.find(run, sequences)).read(file);
    }

    /** Makes the corrections of a file; records that were changed meanwhile are left out. @return how many were changed */
    public int apply(Member member, UUID runId, DirtyImport file) {
        RunPlace run = readable(member, runId);
        int changed = 0;
        List<CorrectedRow> all = file.changes();
        for (int from = 0; from < all.size(); from += MOST_ROWS) {
            changed += records.correct(run, all.subList(from, Math.min(from + MOST_ROWS, all.size())));
        }
        changed(runId);
        guard.tell(member, AuditKind.DIRTY_RECORDS_CORRECTED, "run " + runId, changed + " records from a file");
        return changed;
    }

    /** Says of a record that may have arrived that it has: somebody has seen it in the target. */
    public CorrectResult arrived(Member member, UUID runId, DirtyRow seen) {
        RunPlace run = readable(member, runId);
        return after(member, run, seen, replays.arrived(run, seen), "seen in the target");
    }

    /** Takes back that a record is ignored. False when it was not. */
    public boolean reopen(Member member, UUID runId, long sequence) {
        int changed = records.reopen(readable(member, runId), List.of(sequence));
        return told(member, runId, changed, " records no longer ignored") > 0;
    }

    private long told(Member member, UUID runId, long changed, String what) {
        if (changed > 0) {
            changed(runId);
            guard.tell(member, AuditKind.DIRTY_RECORDS_CORRECTED, "run " + runId, changed + what);
        }
        return changed;
    }

    /** Whether the records of a run can be written, and what is promised of it. */
    public ReplayOutlook outlook(Member member, UUID runId) {
        return replays.outlook(member, readable(member, runId));
    }

    /** Writes records of a run into the target of its task; each is taken by one replay only. */
    public ReplayResult replay(Member member, UUID runId, Collection<Long> sequences) {
        RunPlace run = readable(member, runId);
        ReplayResult result = replays.replay(member, run, List.copyOf(sequences));
        changed(runId);
        return result;
    }

    /** As {@link #replay}, with all records that somebody has corrected and that have certainly not arrived. */
    public ReplayResult replayCorrected(Member member, UUID runId) {
        RunPlace run = readable(member, runId);
        ReplayResult result = replays.replayCorrected(member, run);
        changed(runId);
        return result;
    }

    /** How far a replay of a run's records is. */
    public ReplayShare share(Member member, UUID runId, UUID replay) {
        return replays.share(readable(member, runId), replay);
    }

    /** Writes records of a run as a file; what cannot be told apart from a formula is marked as text. */
    public void export(Member member, UUID runId, DirtyQuery query, DirtyExport.Format format, Writer out)
            throws IOException {
        RunPlace run = readable(member, runId);
        guard.tell(member, AuditKind.DIRTY_RECORDS_EXPORTED, "run " + runId, format.name());
        DirtyExport export = DirtyExport.of(format, summary(member, runId).columns(), out);
        long after = 0;
        for (List<DirtyRow> rows = records.next(run, query, after, MOST_ROWS);
                !rows.isEmpty();
                rows = records.next(run, query, after, MOST_ROWS)) {
            for (DirtyRow row : rows) {
                export.write(row);
            }
            after = rows.getLast().sequence();
        }
        out.flush();
    }
}

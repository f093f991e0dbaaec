package io.sluice.datasource;

import io.sluice.audit.AuditKind;
import io.sluice.spi.error.CommonError;
import io.sluice.workspace.Member;
import io.sluice.workspace.WorkspaceGuard;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks whether a member may, and enters into the audit trail what became of a data source. */
@Component
class DataSourceTrail {
    private static final Set<String> SUSPICIOUS =
            Set.of(CommonError.CONN_PROP_DENIED.name(), CommonError.HOST_INVALID.name());

    private final WorkspaceGuard guard;
    private final DataSourceRepository sources;

    DataSourceTrail(WorkspaceGuard guard, DataSourceRepository sources) {
        this.guard = guard;
        this.sources = sources;
    }

    void requireAdministration(Member member) {
        guard.requireAdministration(member);
    }

    void requireRun(Member member) {
        guard.requireRun(member);
    }

    void saved(Member member, DataSource saved) {
        AuditKind kind = saved.revision() == 1 ? AuditKind.DATA_SOURCE_CREATED : AuditKind.DATA_SOURCE_CHANGED;
        guard.tell(member, kind, saved.name(), saved.type() + " " + saved.id());
    }

    /** Whose statements reach a data source must be one who may write tasks. */
    void requireEdit(Member member) {
        guard.requireEdit(member);
    }

    void tableCreated(Member member, String dataSource, String table) {
        guard.tell(member, AuditKind.TABLE_CREATED, dataSource, table);
    }

    void columnWidened(Member member, TableWidening.Target target) {
        guard.tell(member, AuditKind.COLUMN_WIDENED, target.dataSource(), target.table() + " " + target.column());
    }

    void deleted(Member member, String name, UUID id) {
        guard.tell(member, AuditKind.DATA_SOURCE_DELETED, name, id.toString());
    }

    /**
     * Tells of denied properties and of hosts that are none, by code and place; other mistakes are nobody's business.
     * Messages stay out of the trail, because they repeat what was typed.
     */
    void refused(Member member, DataSourceDraft draft, List<FieldProblem> problems) {
        String suspicious = problems.stream()
                .filter(problem -> SUSPICIOUS.contains(problem.code()))
                .map(problem -> problem.code() + " at " + problem.path())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!suspicious.isEmpty()) {
            guard.tell(member, AuditKind.DATA_SOURCE_REFUSED, draft.name(), suspicious);
        }
    }

    /** Tells of an id that the workspace does not have because it is another's. */
    void missing(Member member, UUID id) {
        if (sources.elsewhere(member.workspaceId(), id)) {
            guard.foreign(member, "data source", id);
        }
    }
}

package io.sluice.audit;

/** What the audit trail tells of. The names are stored. */
public enum AuditKind {
    SIGNED_IN(false),
    SIGN_IN_REFUSED(true),
    ADMINISTRATOR_CREATED(false),
    DATA_SOURCE_CREATED(false),
    DATA_SOURCE_CHANGED(false),
    DATA_SOURCE_DELETED(false),
    TABLE_CREATED(false),
    COLUMN_WIDENED(false),
    /** Settings that no honest data source has: a denied connection property, or a host that is none. */
    DATA_SOURCE_REFUSED(true),
    /** The member's role does not allow the action. */
    PERMISSION_DENIED(true),
    /** Somebody asked for a thing by its id that lies in another workspace. */
    FOREIGN_ACCESS(true),
    RUN_STARTED(false),
    RUN_STOPPED(false),
    /** Somebody changed the limits of a live run. */
    RUN_CHANGED(false),
    /** Dirty records, which may hold personal data, left the workbench as a file. */
    DIRTY_RECORDS_EXPORTED(false),
    DIRTY_RECORDS_CORRECTED(false),
    /** Rows that differ between source and target, which may hold personal data, left the workbench as a file. */
    DIFFERENCES_EXPORTED(false);

    private final boolean refusal;

    AuditKind(boolean refusal) {
        this.refusal = refusal;
    }

    /** Whether something was attempted in vain; such an entry stands even when the attempt is rolled back. */
    public boolean refusal() {
        return refusal;
    }
}

package io.sluice.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the audit trail: who signed in, changed what, ran what, and who was refused. */
@Service
public class AuditService {
    private static final Logger LOG = LoggerFactory.getLogger(AuditService.class);
    private static final int MOST_ENTRIES = 1_000;

    private final AuditRepository entries;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    AuditService(AuditRepository entries, PlatformTransactionManager transactions, Clock clock) {
        this.entries = entries;
        this.clock = clock;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Adds an entry. Inside a transaction it is written after the end, and only if what it tells of was kept; refusals
     * are written in any case. Never throws for a store that fails: the action stands, and the log tells what the trail
     * lacks.
     */
    public void record(AuditEvent event) {
        Instant now = clock.instant();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(now, event);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (event.kind().refusal() || status != STATUS_ROLLED_BACK) {
                    write(now, event);
                }
            }
        });
    }

    private void write(Instant at, AuditEvent event) {
        try {
            ownTransaction.executeWithoutResult(begun -> entries.insert(at, event));
        } catch (DataAccessException | TransactionException failure) {
            LOG.error(
                    "The audit trail lacks an entry: {} of {} by {} at {}",
                    event.kind(),
                    OneLine.of(event.subject(), 255),
                    OneLine.of(event.actor(), 128),
                    at,
                    failure);
        }
    }

    /** What happened in a workspace, newest first; at most 1,000 entries. */
    public List<AuditEntry> ofWorkspace(UUID workspaceId, int limit) {
        return entries.ofWorkspace(workspaceId, Math.clamp(limit, 0, MOST_ENTRIES));
    }

    /** What concerns the whole installation, such as sign-ins, newest first; at most 1,000 entries. */
    public List<AuditEntry> ofInstallation(int limit) {
        return entries.ofInstallation(Math.clamp(limit, 0, MOST_ENTRIES));
    }
}

package io.sluice.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.api.ErrorCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets go of connections to an embedded store that has closed itself, as it does when its disk is full: the next one opens
 * the file again. The pool would give them out for ever, as long as somebody asks often enough.
 */
final class ClosedStore implements SQLExceptionOverride {
    private static final Logger LOG = LoggerFactory.getLogger(ClosedStore.class);
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private static final Set<Integer> BROKEN = Set.of(
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2,
            ErrorCode.FILE_CORRUPTED_1,
            ErrorCode.OUT_OF_MEMORY);

    private static final Set<Integer> CLOSED = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.OBJECT_CLOSED);

    private final Path file;
    private final AtomicLong saidAt = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

    ClosedStore(Path file) {
        this.file = file;
    }

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        int code = failure.getErrorCode();
        if (BROKEN.contains(code)) {
            tell(failure);
        }
        return BROKEN.contains(code) || CLOSED.contains(code) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }

    /** Once a minute, as everybody who asks the store now meets the same. */
    private void tell(SQLException failure) {
        long said = saidAt.get();
        long now = System.nanoTime();
        if (now - said >= PAUSE_NANOS && saidAt.compareAndSet(said, now)) {
            LOG.error(
                    "The store {} cannot be read or written: {}. Is its disk full, free space on it: the workbench goes on"
                            + " by itself then, and nothing that was stored is lost.",
                    file,
                    reason(failure));
        }
    }

    private static String reason(SQLException failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason.toString();
    }
}

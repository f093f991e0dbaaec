package io.sluice.run;

import io.sluice.engine.Checkpoint;
import io.sluice.engine.CheckpointStore;
import io.sluice.engine.JournalFile;
import io.sluice.spi.error.SluiceException;
import io.sluice.store.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The checkpoints of runs that are not complete: one file for each, in the folder of the installation. */
@Component
class RunCheckpoints {
    private static final Logger LOG = LoggerFactory.getLogger(RunCheckpoints.class);

    private final Path folder;

    RunCheckpoints(Home home) {
        folder = home.folder("checkpoints");
    }

    /** Whether another run can go on where this one ended. */
    boolean has(UUID run) {
        return Files.exists(file(run));
    }

    /** Whether all rows of a run are loaded, so that another only publishes them. */
    boolean loaded(UUID run) {
        try (CheckpointStore store = open(run)) {
            return store.read().stream()
                    .anyMatch(one -> one instanceof Checkpoint.Publishing || one instanceof Checkpoint.Published);
        } catch (IOException | SluiceException unreadable) {
            LOG.warn("The checkpoints of run {} cannot be looked at", run, unreadable);
            return false;
        }
    }

    /** The checkpoints of a run that begins or goes on; the caller closes them. */
    CheckpointStore open(UUID run) throws IOException {
        return JournalFile.open(file(run));
    }

    /** Hands the checkpoints of one run to another. @return false when somebody else has taken them */
    boolean hand(UUID from, UUID to) throws IOException {
        try {
            Files.move(file(from), file(to), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException taken) {
            return false;
        }
    }

    private Path file(UUID run) {
        return folder.resolve(run + ".jsonl");
    }
}

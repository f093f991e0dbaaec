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
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The checkpoints of runs that are not complete: one file for each, in the folder of the installation. */
@Component
class RunCheckpoints {
    private static final String KEPT = ".jsonl";
    private static final String GIVEN_UP = ".given-up";
    private static final int UUID_LENGTH = 36;
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
        return any(run, one -> one instanceof Checkpoint.Publishing || one instanceof Checkpoint.Published);
    }

    /** Whether what a run wrote may be wrong, so that nobody may go on with it. */
    boolean spoiled(UUID run) {
        return any(run, one -> one instanceof Checkpoint.Spoiled);
    }

    private boolean any(UUID run, Predicate<Checkpoint> what) {
        try (CheckpointStore store = open(run)) {
            return store.read().stream().anyMatch(what);
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

    /** The runs that have some. */
    List<UUID> kept() throws IOException {
        return runs(KEPT);
    }

    /** Nobody can go on with them any more. @return false when there are none, or somebody has taken them */
    boolean giveUp(UUID run) throws IOException {
        try {
            Files.move(file(run), givenUp(run), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException taken) {
            return false;
        }
    }

    /** The runs whose checkpoints nobody can go on with, but whose target may have something of them. */
    List<UUID> givenUp() throws IOException {
        return runs(GIVEN_UP);
    }

    /**
     * The checkpoints of a run that was given up; the caller closes them.
     *
     * @throws io.sluice.spi.error.SluiceException CHECKPOINT_BUSY while the run goes on
     */
    CheckpointStore openGivenUp(UUID run) throws IOException {
        return JournalFile.open(givenUp(run));
    }

    private List<UUID> runs(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.length() == UUID_LENGTH + ending.length() && name.endsWith(ending))
                    .map(name -> UUID.fromString(name.substring(0, UUID_LENGTH)))
                    .toList();
        }
    }

    private Path file(UUID run) {
        return folder.resolve(run + KEPT);
    }

    private Path givenUp(UUID run) {
        return folder.resolve(run + GIVEN_UP);
    }
}

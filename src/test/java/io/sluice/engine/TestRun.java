package io.sluice.engine;

import io.sluice.script.Path;
import io.sluice.spi.FileAccess;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Starts runs between a source and a target of a test. */
final class TestRun {
    private TestRun() {}

    /** No file may be touched. */
    static final class NoFiles implements FileAccess {
        @Override
        public java.nio.file.Path existing(String path) throws IOException {
            throw new IOException("No files here");
        }

        @Override
        public java.nio.file.Path target(String path) throws IOException {
            throw new IOException("No files here");
        }

        @Override
        public List<java.nio.file.Path> roots() {
            return List.of();
        }
    }

    static Job job(JobReader.Opening reader, JobWriter.Opening writer, RunSettings settings) {
        return new Job(
                new JobReader("Reader", Path.of("reader"), new TestConnector(), reader),
                new JobWriter("Writer", Path.of("writer"), new TestConnector(), writer),
                settings,
                name -> Optional.empty(),
                new NoFiles());
    }

    static RunHandle start(Job job, RunListener listener) {
        return new Engine(Clock.systemUTC()).start(job, listener);
    }

    static RunResult run(Job job, RunListener listener) throws InterruptedException {
        return start(job, listener).await();
    }
}

package io.sluice.connector.file;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Puts a file on the disk while it is still growing. Otherwise the system keeps hundreds of megabytes in memory, and the
 * run waits for the disk when all else is done. Used by one thread; the disk is waited for by another, one at a time.
 */
final class EarlyForce {
    private static final long STEP = 32L << 20;

    private final FileChannel channel;
    private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(true);
    private long written;

    EarlyForce(FileChannel channel) {
        this.channel = channel;
    }

    /** Counts bytes that went to the file. @throws IOException when the disk could not take earlier ones */
    void wrote(int bytes) throws IOException {
        written += bytes;
        if (written >= STEP && running.isDone()) {
            await();
            written = 0;
            CompletableFuture<Boolean> next = new CompletableFuture<>();
            running = next;
            Thread.ofPlatform().daemon().name("sluice-force").start(() -> force(next));
        }
    }

    private void force(CompletableFuture<Boolean> result) {
        try {
            channel.force(false);
            result.complete(true);
        } catch (ClosedChannelException aborted) {
            result.complete(false);
        } catch (IOException | RuntimeException failure) {
            result.completeExceptionally(failure);
        }
    }

    /** Waits for the disk; a failure is told here because the system tells it only once. */
    void await() throws IOException {
        try {
            running.join();
        } catch (CompletionException failed) {
            throw new IOException("The disk did not take what was written", failed.getCause());
        }
    }
}

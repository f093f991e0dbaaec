package io.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The workbench on a machine with one processor. */
class OneProcessorTest {
    private static final int AT_ONCE = 10;

    @Test
    void whoWorksWithoutAPauseKeepsNobodyElseWaiting() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ActiveProcessorCount=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Working.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("all of " + AT_ONCE + " are at work");
    }

    /** Has some threads of the kind that serves screens work without a pause. */
    static final class Working {
        private Working() {}

        public static void main(String[] words) throws InterruptedException {
            WorkbenchApplication.shareProcessors();
            CountDownLatch begun = new CountDownLatch(AT_ONCE);
            for (int i = 0; i < AT_ONCE; i++) {
                Thread.ofVirtual().start(() -> {
                    begun.countDown();
                    while (!Thread.interrupted()) {
                        Thread.onSpinWait();
                    }
                });
            }
            boolean all = begun.await(30, TimeUnit.SECONDS);
            System.out.println(all ? "all of " + AT_ONCE + " are at work" : begun.getCount() + " wait");
        }
    }
}

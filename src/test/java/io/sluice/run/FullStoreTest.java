package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.studio.NodeKind;
import io.sluice.studio.NodeResult;
import io.sluice.studio.StudioService;
import io.sluice.testing.Services;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** A workbench whose embedded store has no place to grow, until it gets some. */
class FullStoreTest {
    private static final String NAMES = "SELECT COUNT(*) FROM tree_node WHERE name LIKE 'filler%'";

    private final List<String> said = new ArrayList<>();

    @Test
    void nothingThatWasStoredIsLostAndTheWorkbenchGoesOnWhenThereIsSpaceAgain(@TempDir Path home) throws Exception {
        Process workbench = limited(home, 6_000);
        try (BufferedReader lines = workbench.inputReader()) {
            String stored = await(lines, "stored ");
            await(lines, "still there " + stored);
            await(lines, "at work RUNNING");

            free(workbench);

            await(lines, "ended SUCCEEDED");
            await(lines, "new ones too");
            assertThat(workbench.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(String.join("\n", said))
                    .contains("The store " + home + "/store.mv.db cannot be read or written", "free space on it");
            assertThat(workbench.exitValue()).isZero();
            try (Services again = Services.start(home, Map.of())) {
                assertThat(count(again)).isEqualTo(Integer.parseInt(stored) + 1);
            }
        } finally {
            workbench.destroyForcibly().waitFor();
        }
    }

    /** @return what follows the words on their line */
    private String await(BufferedReader lines, String words) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.add(line);
            if (line.startsWith(words)) {
                return line.substring(words.length());
            }
        }
        throw new AssertionError("It never said “" + words + "”, but:\n" + String.join("\n", said));
    }

    /** Files of this process can have no more than so many kilobytes, as if their disk was full. */
    private static Process limited(Path home, int kilobytes) throws IOException {
        return new ProcessBuilder(
                        "bash",
                        "-c",
                        "ulimit -S -f " + kilobytes + "; exec \"$@\"",
                        "-",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filling.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static void free(Process process) throws Exception {
        Process freeing = new ProcessBuilder("prlimit", "--fsize=unlimited", "--pid", Long.toString(process.pid()))
                .inheritIO()
                .start();
        assertThat(freeing.waitFor()).isZero();
    }

    private static int count(Services services) {
        return services.get(JdbcClient.class).sql(NAMES).query(Integer.class).single();
    }

    /** Fills its store until there is no space, in a process of its own. */
    static final class Filling {
        private final Services services;
        private final Member member;
        private final UUID flow;

        private Filling(Services services) {
            this.services = services;
            member = services.member(Role.OWNER);
            NodeResult made = services.get(StudioService.class).create(member, null, NodeKind.FLOW, "flow");
            flow = ((NodeResult.Done) made).node().id();
        }

        public static void main(String[] words) throws Exception {
            try (Services services = Services.start(Path.of(words[0]), Map.of())) {
                new Filling(services).work();
            }
        }

        private void work() throws InterruptedException {
            RunService runs = services.get(RunService.class);
            UUID task = create("task", RunServiceTest.GENERATE.formatted("50", ", \"record\": 10"));
            UUID run = ((StartResult.Started) runs.start(member, task, Map.of())).runId();
            System.out.println("stored " + fill());
            System.out.println("still there " + countPatiently());
            Thread.sleep(7_000);
            System.out.println("at work " + runs.view(member, run).orElseThrow().state());
            while (services.get(LiveRuns.class).find(run).isPresent()) {
                Thread.sleep(100);
            }
            System.out.println("ended " + runs.view(member, run).orElseThrow().state());
            create("filler after", "x");
            System.out.println("new ones too");
        }

        /** Each connection of the pool has to notice by itself that the store was closed under it. */
        private int countPatiently() throws InterruptedException {
            for (int attempt = 1; ; attempt++) {
                try {
                    return count(services);
                } catch (DataAccessException closed) {
                    if (attempt == 20) {
                        throw closed;
                    }
                    Thread.sleep(100);
                }
            }
        }

        private UUID create(String name, String text) {
            NodeResult made = services.get(StudioService.class).createTask(member, flow, name, text);
            return ((NodeResult.Done) made).node().id();
        }

        /** With texts that become smaller and smaller, until there is no room for a letter. */
        private int fill() {
            Random random = new Random(1);
            int made = 0;
            for (int refused = 0; refused < 16; ) {
                StringBuilder text = new StringBuilder();
                random.ints(20_000 >> refused, ' ', 'z').forEach(letter -> text.append((char) letter));
                try {
                    create("filler" + made, text.toString());
                    made++;
                } catch (DataAccessException | TransactionException full) {
                    refused++;
                }
            }
            return made;
        }
    }
}

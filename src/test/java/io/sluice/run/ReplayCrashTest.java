package io.sluice.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.MariaDbServer;
import io.sluice.testing.Services;
import io.sluice.testing.StoreKind;
import io.sluice.testing.TestDatabase;
import io.sluice.workspace.Member;
import io.sluice.workspace.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbench that is killed in the middle of a replay knows afterwards which records have arrived. */
class ReplayCrashTest {
    private static final String READY = "replays run ";

    private final TestDatabase shop = MariaDbServer.shared().database();

    /** The workbench that is killed: loads, corrects and replays. */
    public static void main(String[] words) throws InterruptedException {
        Services services = StoreKind.H2.start(Path.of(words[0]));
        Member member = services.member(Role.OWNER);
        TestDatabase shop =
                new TestDatabase(words[1], Integer.parseInt(words[2]), words[3], words[4], words[5], words[6]);
        ReplayScene scene = new ReplayScene(services, member);
        UUID run = scene.load(shop, shop, "mysql", "");
        scene.cutAll(run);
        services.get(DirtyService.class).replayCorrected(member, run);
        System.out.println(READY + run + " " + member.workspaceId() + " " + member.userId());
        Thread.currentThread().join();
    }

    private Process start(Path home) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReplayCrashTest.class.getName(),
                        home.toString(),
                        shop.host(),
                        Integer.toString(shop.port()),
                        shop.name(),
                        shop.user(),
                        shop.password(),
                        shop.url()))
                .redirectErrorStream(true)
                .start();
    }

    private static String[] awaitReplay(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length()).split(" ");
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The process ended early: " + said);
    }

    @Test
    void ofAtMostOneRecordItIsNotKnownWhetherItArrived(@TempDir Path home) throws Exception {
        ReplayScene.source(shop, 600);
        shop.run("create table dst (id int, note varchar(5))");
        Process process = start(home);
        String[] ids;
        try {
            ids = awaitReplay(process);
            while (Integer.parseInt(String.valueOf(shop.value("select count(*) from dst"))) < 60) {
                assertThat(process.isAlive()).isTrue();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        UUID run = UUID.fromString(ids[0]);
        Member member = new Member(UUID.fromString(ids[2]), UUID.fromString(ids[1]), "ada", "Ada Lovelace", Role.OWNER);
        try (Services after = Services.start(home, Map.of())) {
            ReplayScene scene = new ReplayScene(after, member);
            DirtyService dirty = after.get(DirtyService.class);
            Set<String> there = new HashSet<>(shop.rows("select id from dst where id > 0"));
            int doubtful = 0;
            for (DirtyRow row : scene.rows(run)) {
                String id = row.values().getFirst();
                if (row.uncertain()) {
                    doubtful++;
                } else {
                    assertThat(row.state() == DirtyState.REPLAYED).as(id).isEqualTo(there.contains(id));
                }
            }
            assertThat(doubtful).isLessThanOrEqualTo(1);
            assertThat(dirty.summary(member, run).open()).isGreaterThan(100);

            scene.settle(run, there);
            ((ReplayResult.Started) dirty.replayCorrected(member, run)).runs().forEach(scene::ended);
            assertThat(shop.rows("select id from dst where id > 0"))
                    .hasSize(600)
                    .doesNotHaveDuplicates();
            assertThat(dirty.summary(member, run).open()).isZero();
        }
    }
}

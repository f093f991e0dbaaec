package io.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.MariaDbServer;
import io.sluice.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes with too little memory. */
class MemoryTest {
    private static final String JOB = """
            {"type": "job", "version": "2.0",
             "steps": [
               {"stepType": "mysql", "name": "Reader", "category": "reader",
                "parameter": {"datasource": "shop", "table": "src", "column": ["id", "content"]}},
               {"stepType": "mysql", "name": "Writer", "category": "writer",
                "parameter": {"datasource": "shop", "table": "t", "column": ["id", "content"], "progressTable": true,
                    "batchSize": 1}}],
             "order": {"hops": [{"from": "Reader", "to": "Writer"}]},
             "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1}}}
            """;

    private @TempDir Path folder;

    private record Ended(int status, String said) {}

    private static Ended java(List<String> options, String main, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** Nothing is dirty, nothing is lost: with more memory the load goes on. */
    @Test
    void aRunWithoutMemoryFailsAndGoesOnWithMore() throws Exception {
        TestDatabase shop = MariaDbServer.shared().database();
        shop.run(
                "create table src (id int primary key, content longblob)",
                "insert into src select seq, repeat('x', 100) from seq_1_to_50",
                "insert into src values (51, repeat('x', 12000000))",
                "create table t (id int primary key, content longblob)");
        Path job = Files.writeString(folder.resolve("job.json"), JOB);
        Path sources = Files.writeString(
                folder.resolve("sources.json"),
                "{\"shop\": {\"type\": \"mysql\", \"host\": \"%s\", \"port\": %d, \"database\": \"%s\", \"username\": \"%s\", \"password\": \"%s\"}}"
                        .formatted(shop.host(), shop.port(), shop.name(), shop.user(), shop.password()));
        String[] words = {
            "run",
            job.toString(),
            "--datasources",
            sources.toString(),
            "--checkpoint",
            folder.resolve("load.jsonl").toString(),
            "--resume"
        };

        Ended poor = java(List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"), "io.sluice.Sluice", words);

        assertThat(poor.status()).as(poor.said()).isEqualTo(1);
        assertThat(poor.said()).contains("MEMORY_EXHAUSTED", "Give Java more memory (-Xmx)", "resume the run");
        assertThat(poor.said()).doesNotContain("Dirty record");
        Ended rich = java(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"), "io.sluice.Sluice", words);
        assertThat(rich.status()).as(rich.said()).isZero();
        assertThat(shop.value("select concat(count(*), ' ', sum(length(content))) from t"))
                .isEqualTo("51 12005000");
    }

    @Test
    void aProcessWhoseThreadEndsForWantOfMemoryEnds() throws Exception {
        Ended ended = java(List.of("-Xmx32m"), Hoarding.class.getName());
        assertThat(ended.status()).as(ended.said()).isEqualTo(MemoryWatch.STATUS);
        assertThat(ended.said()).contains("Sluice ends, because its thread \"hoarding\" has no memory left");
    }

    /** Has a background thread that takes all memory, and another that would keep the process alive. */
    static final class Hoarding {
        private Hoarding() {}

        public static void main(String[] words) throws Exception {
            MemoryWatch.begin();
            Thread.ofVirtual().name("hoarding").start(() -> {
                List<byte[]> kept = new ArrayList<>();
                while (kept.size() < Integer.MAX_VALUE) {
                    kept.add(new byte[1 << 20]);
                }
            });
            Thread.sleep(60_000);
        }
    }
}

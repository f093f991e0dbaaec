package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.testing.MariaDbServer;
import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscardCommandTest {
    private static final String JOB = """
            {"type": "job", "version": "2.0",
             "steps": [
               {"stepType": "mysql", "name": "Reader", "category": "reader",
                "parameter": {"datasource": "shop", "querySql": "select 1 as id union all select null"}},
               {"stepType": "mysql", "name": "Writer", "category": "writer",
                "parameter": {"datasource": "shop", "table": "t", "column": ["id"], "loadMode": "staging"}}],
             "setting": {"errorLimit": {"record": "0"}, "speed": {"concurrent": 1}}}
            """;

    private final TestDatabase shop = MariaDbServer.shared().database();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @BeforeEach
    void jobAndTable() throws IOException {
        shop.run("create table t (id int primary key)", "insert into t values (7)");
        Files.writeString(folder.resolve("job.json"), JOB);
        Files.writeString(folder.resolve("sources.json"), """
                {"shop": {"type": "mysql", "host": "%s", "port": %d, "database": "%s", "username": "%s", "password": "%s"}}""".formatted(
                        shop.host(), shop.port(), shop.name(), shop.user(), shop.password()));
    }

    private int execute(String command) {
        return SluiceCommand.execute(
                new PrintWriter(out),
                new PrintWriter(err),
                command,
                folder.resolve("job.json").toString(),
                "--datasources",
                folder.resolve("sources.json").toString(),
                "--checkpoint",
                checkpoint().toString());
    }

    private Path checkpoint() {
        return folder.resolve("load.jsonl");
    }

    private List<String> tables() {
        return shop.rows("show tables");
    }

    @Test
    void removesWhatAFailedLoadLeftAndItsCheckpoints() {
        assertThat(execute("run")).isEqualTo(1);
        assertThat(tables()).hasSize(3);
        assertThat(checkpoint()).exists();

        assertThat(execute("run"))
                .as("the load is neither resumed nor given up")
                .isEqualTo(2);
        assertThat(err.toString()).contains("add --resume to go on with it, or give it up");

        assertThat(execute("discard")).isZero();
        assertThat(tables()).containsExactly("t");
        assertThat(checkpoint()).doesNotExist();
        assertThat(shop.rows("select id from t")).containsExactly("7");
        assertThat(execute("discard")).as("again").isZero();
        assertThat(execute("run")).as("from the start").isEqualTo(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void leavesALoadAloneThatGoesOn() throws IOException {
        assertThat(execute("run")).isEqualTo(1);
        try (FileChannel file = FileChannel.open(checkpoint(), StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(execute("discard")).isEqualTo(1);
            assertThat(err.toString()).contains("Not discarded: Another run uses");
            assertThat(tables()).hasSize(3);
        }
    }

    @Test
    void saysWhyATargetCannotBeReached() throws IOException {
        assertThat(execute("run")).isEqualTo(1);
        String sources = Files.readString(folder.resolve("sources.json"));
        Files.writeString(folder.resolve("sources.json"), sources.replace("\"port\": " + shop.port(), "\"port\": 1"));

        assertThat(execute("discard")).isEqualTo(1);

        assertThat(err.toString()).contains("Not discarded: ");
        assertThat(checkpoint()).exists();
    }
}

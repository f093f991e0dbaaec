package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import io.sluice.connector.Steps;
import io.sluice.spi.FileRoots;
import io.sluice.spi.Reader;
import io.sluice.spi.Writer;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.data.Column;
import io.sluice.spi.data.LogicalType;
import io.sluice.spi.data.Schema;
import io.sluice.spi.error.CommonError;
import io.sluice.testing.RecordingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S33 to S35: a task of the workbench reads and writes inside the configured roots only. */
class TxtFileSecurityTest {
    private static final Schema ONE_COLUMN = Schema.of(new Column("a", LogicalType.Text.UNBOUNDED));

    @TempDir
    Path folder;

    private final TxtFileConnector connector = new TxtFileConnector();
    private Path root;
    private Path outside;
    private RecordingContext context;

    @BeforeEach
    void createsRoot() throws IOException {
        root = folder.toRealPath().resolve("files");
        outside = Files.createDirectories(folder.toRealPath().resolve("conf"));
        Files.writeString(outside.resolve("secret.key"), "secret\n");
        context = new RecordingContext(FileRoots.within(List.of(root)), 1);
        Files.writeString(root.resolve("orders.csv"), "1\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "../../etc/passwd",
                "/data/in/..%2f..%2f",
                "\\\\server\\share",
                "/etc/pass*",
                "../conf/*",
                "..",
                "file:///etc/passwd"
            })
    void readsNothingOutside(String path) {
        assertThat(connector.classify(catchException(() -> read(path)))).isEqualTo(CommonError.PATH_DENIED);
    }

    @Test
    void readsNothingThroughLinks() throws IOException {
        Files.createSymbolicLink(root.resolve("link.csv"), outside.resolve("secret.key"));
        Files.createSymbolicLink(root.resolve("folder"), outside);

        assertThat(connector.classify(catchException(() -> read("link.csv")))).isEqualTo(CommonError.PATH_DENIED);
        assertThat(connector.classify(catchException(() -> read("*.csv")))).isEqualTo(CommonError.PATH_DENIED);
        assertThat(connector.classify(catchException(() -> read("folder/*")))).isEqualTo(CommonError.PATH_DENIED);
    }

    @Test
    void readsWhatLiesInside() throws Exception {
        read("orders.csv");
        read("*.csv");
        read(root.resolve("orders.csv").toString());
    }

    private void read(String path) throws Exception {
        try (Reader<?> reader = Steps.reader(connector, ConfigValue.Obj.EMPTY.with("path", path), context)) {
            reader.discover();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tmp", "../conf", "..", "link", "link/static", "/root/.ssh"})
    void writesNothingOutside(String path) throws IOException {
        Files.createSymbolicLink(root.resolve("link"), outside);

        Exception failure = catchException(() -> prepare(path));

        assertThat(connector.classify(failure)).isEqualTo(CommonError.PATH_DENIED);
        assertThat(outside).isDirectoryContaining("glob:**secret.key");
        assertThat(Files.list(outside)).hasSize(1);
    }

    @Test
    void doesNotWriteThroughALinkInPlaceOfTheFile() throws IOException {
        Files.createSymbolicLink(root.resolve("out.csv"), outside.resolve("new.csv"));

        assertThat(connector.classify(catchException(() -> prepare(".")))).isEqualTo(CommonError.PATH_DENIED);
    }

    @Test
    void createsFoldersInside() throws Exception {
        prepare("new/deeper");

        assertThat(root.resolve("new/deeper")).isDirectory();
    }

    private void prepare(String path) throws Exception {
        ConfigValue.Obj parameters = ConfigValue.Obj.EMPTY.with("path", path).with("fileName", "out.csv");
        try (Writer<?> writer = Steps.writer(connector, parameters, context)) {
            writer.prepare(ONE_COLUMN);
        }
    }
}

package io.sluice.connector.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that go from a server to CSV files and back: what stands in the file, and what the server shows afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FidelityFileTest {
    private final FidelityServer mariaDb = FidelityServer.mariaDb();
    private final FidelityServer postgreSql = FidelityServer.postgreSql();
    private final FileDirection fromMariaDb = FileDirection.of(mariaDb, "mariadb-files.txt");
    private final FileDirection fromPostgreSql = FileDirection.of(postgreSql, "postgresql-files.txt");

    @AfterAll
    void close() throws Exception {
        mariaDb.close();
        postgreSql.close();
    }

    /** @param files how many channels write, each its own file */
    record Run(String zone, int files, boolean single) {
        @Override
        public String toString() {
            return "%s, %d splits, %s".formatted(zone, files, single ? "row by row" : "in batches");
        }
    }

    static List<Run> runs() {
        if (!FidelityRuns.complete()) {
            return List.of(new Run("America/New_York", 1, false), new Run("Asia/Shanghai", 4, false));
        }
        List<Run> runs = new ArrayList<>();
        for (String zone : FidelityRuns.allZones()) {
            for (boolean single : new boolean[] {false, true}) {
                runs.add(new Run(zone, 1, single));
                runs.add(new Run(zone, 4, single));
            }
        }
        return runs;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void mariaDbToFilesAndBack(Run run, @TempDir Path folder) throws Exception {
        assertThat(fromMariaDb.problems(run, folder)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void postgreSqlToFilesAndBack(Run run, @TempDir Path folder) throws Exception {
        assertThat(fromPostgreSql.problems(run, folder)).isEmpty();
    }
}

package io.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.testing.Services;
import io.sluice.workspace.Role;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Embedded stores that are damaged, gone or in use: nothing is lost without a word, and nothing is made worse. */
class DamagedStoreTest {
    /** A home as a killed process leaves it: its store was not tidied up. */
    private static @TempDir Path killed;

    private @TempDir Path home;

    @BeforeAll
    static void leaveAHome(@TempDir Path before) throws Exception {
        Services.start(before, Map.of()).close();
        try (Services services = Services.start(before, Map.of())) {
            JdbcClient store = services.get(JdbcClient.class);
            while (store.sql("SELECT number FROM store_mark").query(Long.class).single() < 3
                    || StoreMark.of(settings(before)).read().orElse(0) < 3) {
                Thread.sleep(20);
            }
            for (String name : List.of("store.mv.db", "store.mark", "secret.key")) {
                Files.copy(before.resolve(name), killed.resolve(name));
            }
        }
    }

    private static StoreSettings settings(Path home) {
        return new StoreSettings(home, null, null, null);
    }

    private Path store() {
        return settings(home).file();
    }

    private byte[] whole() throws Exception {
        Files.copy(killed.resolve("store.mark"), home.resolve("store.mark"));
        return Files.readAllBytes(killed.resolve("store.mv.db"));
    }

    private void requireRefusal(byte[] damaged) throws Exception {
        Files.write(store(), damaged);
        assertThatThrownBy(() -> new StoreInspection(settings(home)).requireWhole())
                .isInstanceOfSatisfying(StoreUnusableException.class, refused -> {
                    assertThat(refused).hasMessageContaining(store().toString());
                    assertThat(refused.action()).contains("Restore " + home, "store.mark");
                });
        assertThat(Files.readAllBytes(store())).as("what a recovery needs").isEqualTo(damaged);
    }

    @Test
    void aStoreThatWasKilledOpens() throws Exception {
        Files.write(store(), whole());
        new StoreInspection(settings(home)).requireWhole();
        Services.start(home, Map.of()).close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000, 4_096, 12_288})
    void aStoreOfWhichNearlyNothingIsLeftIsRefused(int left) throws Exception {
        requireRefusal(Arrays.copyOf(whole(), left));
    }

    @Test
    void aStoreOfNothingButNoiseIsRefused() throws Exception {
        byte[] noise = whole();
        new Random(1).nextBytes(noise);
        requireRefusal(noise);
    }

    @Test
    void aStoreWithoutItsBeginningIsRefused() throws Exception {
        byte[] damaged = whole();
        Arrays.fill(damaged, 0, 8_192, (byte) 0);
        requireRefusal(damaged);
    }

    /** H2 itself opens most of them, each as it was at some time before. */
    @Test
    void whereverTheEndIsCutOffNothingFromBeforeTheLastMarkIsMissed() throws Exception {
        byte[] whole = whole();
        int refused = 0;
        for (int part = 1; part < 16; part++) {
            byte[] damaged = Arrays.copyOf(whole, whole.length * part / 16);
            Files.write(store(), damaged);
            try {
                new StoreInspection(settings(home)).requireWhole();
                assertThat(number()).as("with " + part + "/16 left").isGreaterThanOrEqualTo(3);
            } catch (StoreUnusableException older) {
                refused++;
                assertThat(Files.readAllBytes(store())).isEqualTo(damaged);
            }
        }
        assertThat(refused).isPositive();
    }

    private long number() throws SQLException {
        try (Connection connection = DriverManager.getConnection(settings(home).address(), StoreSettings.H2_USER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number FROM store_mark")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** What is missed after a damage is what was stored in the seconds before it. A store at rest is left alone. */
    @Test
    void whatIsStoredIsMarkedWithinSeconds() throws Exception {
        try (Services services = Services.start(home, Map.of())) {
            StoreMark mark = StoreMark.of(settings(home));
            await(() -> mark.read().orElse(0) > 0);
            FileTime atRest = Files.getLastModifiedTime(store());
            long before = mark.read().orElseThrow();
            Thread.sleep(12_000);
            assertThat(Files.getLastModifiedTime(store())).isEqualTo(atRest);
            assertThat(mark.read()).hasValue(before);
            services.member(Role.OWNER);
            await(() -> mark.read().orElseThrow() > before);
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tenths = 0; tenths < 300 && !condition.getAsBoolean(); tenths++) {
            Thread.sleep(100);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void aStoreThatIsGoneIsNotReplacedByAnEmptyOne() throws Exception {
        whole();
        assertThatThrownBy(() -> Services.start(home, Map.of()))
                .hasRootCauseInstanceOf(StoreUnusableException.class)
                .rootCause()
                .hasMessageContaining(store() + " is missing or empty");
        assertThat(store()).doesNotExist();
    }

    @Test
    void anOlderStoreIsTakenAfterItsMarkWasRemoved() throws Exception {
        byte[] whole = whole();
        Files.write(store(), whole);
        StoreMark.of(settings(home)).write(1_000);
        requireRefusal(whole);
        Files.delete(home.resolve("store.mark"));
        Services.start(home, Map.of()).close();
        assertThat(StoreMark.of(settings(home)).read()).isPresent();
    }

    /** Of a transaction that was open when its process died nothing is left, and it keeps nobody from opening the store. */
    @Test
    void aStoreWithATransactionThatNeverEndedOpens() throws Exception {
        Files.write(store(), whole());
        Process writer = start("write");
        assertThat(writer.getInputStream().read()).isEqualTo('x');
        writer.destroyForcibly().waitFor();

        new StoreInspection(settings(home)).requireWhole();
        Services.start(home, Map.of()).close();
    }

    @Test
    void aSecondWorkbenchInTheSameFolderSaysSoAndEnds() throws Exception {
        Files.write(store(), whole());
        Process first = start("write");
        try {
            assertThat(first.getInputStream().read()).isEqualTo('x');
            Process second = start("open");
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isNotZero();
            assertThat(said)
                    .contains("APPLICATION FAILED TO START", store() + " is in use by another process")
                    .contains("Stop the other one first, or choose another folder with SLUICE_HOME.");
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    private Process start(String what) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opening.class.getName(),
                        what,
                        home.toString())
                .redirectErrorStream(true)
                .start();
    }

    /** Opens a store in a process of its own. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] words) throws Exception {
            Path home = Path.of(words[1]);
            if (words[0].equals("open")) {
                Services.start(home, Map.of());
                return;
            }
            try (Connection connection =
                            DriverManager.getConnection(settings(home).address(), StoreSettings.H2_USER, "");
                    Statement statement = connection.createStatement()) {
                statement.execute("create table filler (n int primary key, text varchar(1000))");
                connection.setAutoCommit(false);
                statement.execute("insert into filler select x, repeat('a', 1000) from system_range(1, 20000)");
                System.out.write('x');
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }
}

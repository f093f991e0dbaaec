package io.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSettingsTest {
    @Test
    void aCommitIsInTheFileWhenItReturns(@TempDir Path home, @TempDir Path killed) throws Exception {
        StoreSettings settings = new StoreSettings(home, null, null, null);
        try (Connection connection = DriverManager.getConnection(settings.address());
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (n int)");
            for (int n = 1; n <= 20; n++) {
                statement.execute("insert into kept values (" + n + ")");
            }
            Files.copy(settings.file(), new StoreSettings(killed, null, null, null).file());
        }
        try (Connection connection =
                        DriverManager.getConnection(new StoreSettings(killed, null, null, null).address());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from kept")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(20);
        }
    }
}

package io.sluice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/** The stores the services run on; tests of services are made once and run on each. */
public enum StoreKind {
    H2 {
        @Override
        public Services start(Path home) {
            return Services.start(home, Map.of());
        }
    },
    MARIADB {
        @Override
        public Services start(Path home) {
            TestDatabase database = MariaDbServer.shared().database();
            return Services.start(home, settings(database));
        }
    };

    private final Shared shared = new Shared();

    /** Services over a fresh store of this kind. */
    public abstract Services start(Path home);

    /** The services all tests of this JVM share; each test takes a workspace of its own in them. */
    public Services services() {
        return shared.get(this);
    }

    /** What makes the workbench use this database. */
    public static Map<String, Object> settings(TestDatabase database) {
        return Map.of(
                "SLUICE_DB_URL", database.url(),
                "SLUICE_DB_USER", database.user(),
                "SLUICE_DB_PASSWORD", database.password());
    }

    private static final class Shared {
        private volatile Services services;

        synchronized Services get(StoreKind kind) {
            if (services == null) {
                Path home = newHome();
                Services started = kind.start(home);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started, home)));
                services = started;
            }
            return services;
        }

        private static Path newHome() {
            try {
                return Files.createTempDirectory("sluice-services");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static void end(Services services, Path home) {
            services.close();
            try {
                FileSystemUtils.deleteRecursively(home);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

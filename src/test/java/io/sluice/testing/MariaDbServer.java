package io.sluice.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real MariaDB on the loopback interface, or the MySQL that {@code -Dsluice.test.mysqld} names. Tests share one per JVM ({@link #shared}) and take a {@link #database} of
 * their own in it; a test that harms the server starts another one ({@link #start}).
 */
public final class MariaDbServer implements AutoCloseable {
    public static final String USER = "sluice";
    public static final String PASSWORD = "Zx9!canary";

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
            List<String> flags = MysqlProgram.find().encrypting(TestCertificate.in(folder));
            return start(folder, flags.toArray(String[]::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Starts another server. */
    public static MariaDbServer start(String... flags) {
        return start(ServerProcess.newFolder("m"), flags);
    }

    private static MariaDbServer start(Path folder, String... flags) {
        MysqlProgram program = MysqlProgram.find();
        Path template = ServerFiles.prepared(MysqlProgram.CACHE, program.name() + "-data", program::install);
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
        server.admit(USER, PASSWORD);
        return server;
    }

    /**
     * Signs a user in once. A MySQL takes the first password of a user, also after {@link #startAgain}, only under a key
     * or on an encrypted connection; who came before may come as the product does.
     */
    public void admit(String user, String password) {
        in("information_schema", user, password)
                .withProperty("allowPublicKeyRetrieval", "true")
                .run("select 1");
    }

    private static List<String> command(MysqlProgram program, Path folder, int port, String... flags) {
        List<String> command = new ArrayList<>();
        command.add(program.server().toString());
        command.addAll(List.of(
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--datadir=" + folder.resolve("data"),
                "--socket=" + folder.resolve("s"),
                "--pid-file=" + folder.resolve("pid"),
                "--tmpdir=" + folder,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-name-resolve",
                "--local-infile=1",
                "--character-set-server=utf8mb4",
                "--max-allowed-packet=256M",
                "--max-connections=300",
                "--lock-wait-timeout=120",
                "--innodb-buffer-pool-size=128M",
                "--innodb-flush-log-at-trx-commit=2"));
        command.addAll(program.options());
        command.addAll(List.of(flags));
        return command;
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
        return MysqlProgram.MariaDb.find().server().resolveSibling("mariadb");
    }

    /** Whether it is a MySQL; what differs between the two is said where a test depends on it. */
    public static boolean isMySql() {
        return MysqlProgram.find() instanceof MysqlProgram.MySql;
    }

    /** A query on {@code seq_1_to_…} in words that the server knows, for tasks that are given it. */
    public static String query(String sql) {
        return isMySql() ? MysqlSpelling.query(sql) : sql;
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
        admit(USER, PASSWORD);
    }

    @Override
    public void close() {
        process.close();
    }
}

package io.sluice.connector.jdbc;

import io.sluice.spi.SupportsConnectionTest.Layer;
import io.sluice.spi.SupportsConnectionTest.LayerKind;
import io.sluice.spi.SupportsConnectionTest.State;
import io.sluice.spi.config.Bound;
import io.sluice.spi.config.ConfigProblem;
import io.sluice.spi.config.ConfigSpec;
import io.sluice.spi.config.ConfigValue;
import io.sluice.spi.error.ErrorCode;
import io.sluice.spi.error.ServerMessage;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Tries out a database server layer by layer; what comes behind a failed layer is skipped. */
public final class ServerTest {
    private static final int TCP_TIMEOUT = 5000;

    private final List<Layer> layers = new ArrayList<>();
    private final Function<Exception, ErrorCode> classifier;
    private boolean failed;

    private ServerTest(Function<Exception, ErrorCode> classifier) {
        this.classifier = classifier;
    }

    /** What one system contributes. Answers are sentences for people, free of secrets. */
    public interface Probe {
        ServerAddress address();

        Connection open() throws SQLException;

        /** The protocol of the encryption in use; empty when there is none. */
        String encryption(Connection connection) throws SQLException;

        String privileges(Connection connection) throws SQLException;

        String version(Connection connection) throws SQLException;

        String charsetAndZone(Connection connection) throws SQLException;
    }

    /** Asks a server one thing. */
    @FunctionalInterface
    private interface Question {
        String answer() throws SQLException, IOException;
    }

    /** Binds the settings and tries them. Never throws for a connection that does not work. */
    public static <D extends Record> List<Layer> run(
            ConfigValue.Obj settings,
            ConfigSpec<D> spec,
            Function<Exception, ErrorCode> classifier,
            Function<D, Probe> probes) {
        ServerTest test = new ServerTest(classifier);
        switch (spec.bind(settings)) {
            case Bound.Valid<D> valid -> test.tryOut(probes.apply(valid.value()));
            case Bound.Invalid<D> invalid -> test.refuse(invalid.problems());
        }
        return List.copyOf(test.layers);
    }

    private void refuse(List<ConfigProblem> problems) {
        String first = problems.stream()
                .filter(ConfigProblem::isError)
                .map(problem -> (problem.path() + " " + problem.message()).strip())
                .findFirst()
                .orElse("The settings are not valid");
        add(LayerKind.NAME_RESOLUTION, State.FAILED, Duration.ZERO, first, "Correct the settings.");
        skip(LayerKind.TCP, LayerKind.TLS, LayerKind.LOGIN);
        skip(LayerKind.PRIVILEGES, LayerKind.VERSION, LayerKind.CHARSET_AND_ZONE);
    }

    private void tryOut(Probe probe) {
        ServerAddress address = probe.address();
        EgressPolicy egress = EgressPolicy.ofInstallation();
        List<InetAddress> found = new ArrayList<>();
        ask(LayerKind.NAME_RESOLUTION, () -> {
            found.addAll(egress.resolve(address.host()));
            return found.getFirst().getHostAddress();
        });
        ask(LayerKind.TCP, () -> {
            reach(found.getFirst(), address.port());
            return "port " + address.port() + " answers";
        });
        if (failed) {
            skip(LayerKind.TLS, LayerKind.LOGIN, LayerKind.PRIVILEGES);
            skip(LayerKind.VERSION, LayerKind.CHARSET_AND_ZONE);
            return;
        }
        logIn(probe);
    }

    private static void reach(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TCP_TIMEOUT);
        }
    }

    private void logIn(Probe probe) {
        long begin = System.nanoTime();
        try (Connection connection = probe.open()) {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            String encryption = probe.encryption(connection);
            encrypted(probe.address().tls(), encryption);
            add(
                    LayerKind.LOGIN,
                    State.PASSED,
                    took,
                    "signed in as " + probe.address().login().user(),
                    "");
            ask(LayerKind.PRIVILEGES, () -> probe.privileges(connection));
            ask(LayerKind.VERSION, () -> probe.version(connection));
            ask(LayerKind.CHARSET_AND_ZONE, () -> probe.charsetAndZone(connection));
        } catch (SQLException | SluiceException failure) {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            boolean tls = isTlsFailure(failure) && probe.address().tls() != TlsMode.DISABLE;
            if (tls) {
                fail(LayerKind.TLS, took, JdbcError.TLS_FAILED, failure);
                skip(LayerKind.LOGIN);
            } else {
                add(LayerKind.TLS, State.SKIPPED, Duration.ZERO, "", "");
                fail(LayerKind.LOGIN, took, classifier.apply(failure), failure);
            }
            skip(LayerKind.PRIVILEGES, LayerKind.VERSION, LayerKind.CHARSET_AND_ZONE);
        }
    }

    private void encrypted(TlsMode mode, String protocol) {
        if (protocol.isEmpty()) {
            add(
                    LayerKind.TLS,
                    State.WARNING,
                    Duration.ZERO,
                    "not encrypted",
                    "Choose an encryption mode if data leaves this machine.");
        } else if (mode == TlsMode.REQUIRE) {
            add(
                    LayerKind.TLS,
                    State.WARNING,
                    Duration.ZERO,
                    protocol + ", server not checked",
                    "Check the certificate too.");
        } else {
            add(LayerKind.TLS, State.PASSED, Duration.ZERO, protocol, "");
        }
    }

    private static boolean isTlsFailure(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof SSLException || message.contains("ssl") || message.contains("tls")) {
                return true;
            }
        }
        return false;
    }

    private void ask(LayerKind kind, Question question) {
        if (failed) {
            skip(kind);
            return;
        }
        long begin = System.nanoTime();
        try {
            String answer = question.answer();
            add(kind, State.PASSED, Duration.ofNanos(System.nanoTime() - begin), answer, "");
        } catch (SQLException | IOException | SluiceException failure) {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            fail(kind, took, classifier.apply(failure), failure);
        }
    }

    /** A closed and a filtered port read the same, so that the test is no port scanner (cases/security.md S31). */
    private void fail(LayerKind kind, Duration took, ErrorCode code, Exception failure) {
        failed = true;
        String detail = kind == LayerKind.TCP ? "the port does not answer" : ServerMessage.of(failure);
        add(kind, State.FAILED, took, code.name() + ": " + detail, code.advice());
    }

    private void skip(LayerKind... kinds) {
        for (LayerKind kind : kinds) {
            add(kind, State.SKIPPED, Duration.ZERO, "", "");
        }
    }

    private void add(LayerKind kind, State state, Duration took, String message, String advice) {
        layers.add(new Layer(kind, state, took, message, advice));
    }
}

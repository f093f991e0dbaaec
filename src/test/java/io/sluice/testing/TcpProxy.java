package io.sluice.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between the product and a server of the tests and does to their connections what networks do. */
public final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 16 << 10;

    private final ServerSocket listener;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong cutAfter = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong passed = new AtomicLong();
    private final AtomicBoolean losingReply = new AtomicBoolean();
    private volatile boolean stalled;
    private volatile boolean refusing;
    private volatile long bytesPerSecond;

    private TcpProxy(ServerSocket listener, int target) {
        this.listener = listener;
        this.target = target;
    }

    /** A proxy on a free port of the loopback interface. */
    public static TcpProxy to(int port) {
        try {
            TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Thread.ofPlatform().daemon().name("proxy-" + port).start(proxy::accept);
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The database behind the proxy, reached through it. */
    public TestDatabase before(TestDatabase database) {
        String url = database.url().replace(":" + database.port() + "/", ":" + port() + "/");
        return new TestDatabase(database.host(), port(), database.name(), database.user(), database.password(), url);
    }

    /** Passes everything on as it comes, from now on. */
    public void pass() {
        stalled = false;
        refusing = false;
        bytesPerSecond = 0;
        cutAfter.set(Long.MAX_VALUE);
        losingReply.set(false);
    }

    /** Resets all connections, once. */
    public void reset() {
        links.forEach(Link::reset);
    }

    /** Resets the connection over which the n-th further byte, of both directions, would go; once. */
    public void cutAfter(long bytes) {
        cutAfter.set(passed.get() + bytes);
    }

    /** Lets the next bytes that a server answers vanish and resets their connection: what they answer has happened. */
    public void loseNextReply() {
        losingReply.set(true);
    }

    /** Keeps the connections open and passes nothing on, in neither direction. */
    public void stall() {
        stalled = true;
    }

    /** Passes on so many bytes a second, in each direction of each connection. */
    public void slow(long bytes) {
        bytesPerSecond = bytes;
    }

    /** Refuses new connections, as a server that is starting does. */
    public void refuse() {
        refusing = true;
    }

    /** Ends the direction from the server to the client, in good order; the other one stays open. */
    public void halfClose() {
        links.forEach(Link::halfClose);
    }

    /** Connections that are open now. */
    public int open() {
        return links.size();
    }

    /** Bytes that went through so far, both directions together. */
    public long passed() {
        return passed.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (refusing) {
                    client.setSoLinger(true, 0);
                    client.close();
                } else {
                    new Link(client, new Socket(InetAddress.getLoopbackAddress(), target)).start();
                }
            } catch (IOException refusedOrClosed) {
                Thread.yield();
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        reset();
    }

    /** One connection and its two ends. */
    private final class Link {
        private final Socket client;
        private final Socket server;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void start() {
            links.add(this);
            Thread.ofPlatform().daemon().name("proxy-up").start(() -> pump(client, server, false));
            Thread.ofPlatform().daemon().name("proxy-down").start(() -> pump(server, client, true));
        }

        private void pump(Socket from, Socket to, boolean answers) {
            byte[] buffer = new byte[BUFFER];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (answers && losingReply.compareAndSet(true, false)) {
                        reset();
                        return;
                    }
                    pass(buffer, read, out);
                }
                to.shutdownOutput();
            } catch (IOException broken) {
                reset();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                if (client.isClosed() || server.isClosed() || client.isInputShutdown() || answers) {
                    close();
                }
            }
        }

        private void pass(byte[] bytes, int length, OutputStream out) throws IOException, InterruptedException {
            while (stalled) {
                TimeUnit.MILLISECONDS.sleep(20);
                if (client.isClosed()) {
                    return;
                }
            }
            long total = passed.addAndGet(length);
            long most = cutAfter.get();
            if (total >= most && cutAfter.compareAndSet(most, Long.MAX_VALUE)) {
                out.write(bytes, 0, (int) Math.max(0, length - (total - most)));
                reset();
                return;
            }
            if (bytesPerSecond > 0) {
                TimeUnit.NANOSECONDS.sleep(1_000_000_000L * length / bytesPerSecond);
            }
            out.write(bytes, 0, length);
        }

        void reset() {
            links.remove(this);
            for (Socket end : new Socket[] {client, server}) {
                try {
                    end.setSoLinger(true, 0);
                    end.close();
                } catch (IOException alreadyGone) {
                    links.remove(this);
                }
            }
        }

        void halfClose() {
            try {
                client.shutdownOutput();
            } catch (IOException alreadyGone) {
                links.remove(this);
            }
        }

        private void close() {
            links.remove(this);
            try {
                client.close();
                server.close();
            } catch (IOException alreadyGone) {
                links.remove(this);
            }
        }
    }
}

package io.sluice.connector.postgresql;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the sockets of one connection without TLS. The driver finds this class by its name, which is why it is public. */
public final class MessageSockets extends SocketFactory {
    private static final String MADE = MessageSockets.class.getName() + ".made";

    private final Properties connection;

    /** @param connection the properties the connection is opened with, which take a note of its socket */
    public MessageSockets(Properties connection) {
        this.connection = connection;
    }

    /** What the server sends to the connection that was opened with these properties. */
    static ServerMessages messagesOf(Properties connection) {
        if (connection.get(MADE) instanceof MessageSocket made && made.messages != null) {
            return made.messages;
        }
        throw new IllegalStateException("The connection has no socket of ours");
    }

    @Override
    public Socket createSocket() {
        MessageSocket made = new MessageSocket();
        // The driver makes another one to cancel a statement.
        connection.putIfAbsent(MADE, made);
        return made;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw refusal();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw refusal();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw refusal();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw refusal();
    }

    private static IOException refusal() {
        return new IOException("The driver connects its sockets itself");
    }

    private static final class MessageSocket extends Socket {
        private @Nullable ServerMessages messages;

        @Override
        public InputStream getInputStream() throws IOException {
            ServerMessages known = messages;
            if (known == null) {
                known = new ServerMessages(super.getInputStream());
                messages = known;
            }
            return known;
        }
    }
}

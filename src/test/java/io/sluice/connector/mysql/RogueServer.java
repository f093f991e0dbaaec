package io.sluice.connector.mysql;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A false MySQL server: lets everybody in and answers every query by asking for a file of the client. Counts the bytes
 * of the file that it is given.
 */
final class RogueServer implements AutoCloseable {
    private static final int QUERY = 3;
    private static final int PREPARE = 22;
    private static final byte[] SALT = "12345678abcdefghijkl".getBytes(StandardCharsets.ISO_8859_1);

    private final ServerSocket socket;
    private final String wanted;
    private final AtomicInteger stolen = new AtomicInteger();
    private final AtomicBoolean asked = new AtomicBoolean();

    RogueServer(String wanted) {
        this.wanted = wanted;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Bytes of a file that reached this server. */
    int stolen() {
        return stolen.get();
    }

    /** Whether a client got so far that the file was asked for. */
    boolean asked() {
        return asked.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            send(out, 0, greeting());
            byte[] login = read(in);
            if (login.length > 0) {
                send(out, 2, ok());
            }
            while (true) {
                byte[] command = read(in);
                if (command.length == 0) {
                    return;
                }
                answer(command[0], in, out);
            }
        } catch (IOException gone) {
            // The client left, as it should.
            stolen.addAndGet(0);
        }
    }

    private void answer(byte command, DataInputStream in, OutputStream out) throws IOException {
        if (command != QUERY && command != PREPARE) {
            send(out, 1, ok());
            return;
        }
        asked.set(true);
        byte[] name = wanted.getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[name.length + 1];
        request[0] = (byte) 0xfb;
        System.arraycopy(name, 0, request, 1, name.length);
        send(out, 1, request);
        stolen.addAndGet(read(in).length);
        send(out, 3, ok());
    }

    private static byte[] greeting() {
        byte[] version = "8.0.99\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] plugin = "mysql_native_password\0".getBytes(StandardCharsets.ISO_8859_1);
        byte[] packet = new byte[1 + version.length + 4 + 9 + 2 + 1 + 2 + 2 + 1 + 10 + 13 + plugin.length];
        int at = 0;
        packet[at++] = 10;
        System.arraycopy(version, 0, packet, at, version.length);
        at += version.length;
        packet[at] = 1;
        at += 4;
        System.arraycopy(SALT, 0, packet, at, 8);
        at += 9;
        packet[at++] = (byte) 0xff;
        packet[at++] = (byte) 0xf7;
        packet[at++] = 45;
        packet[at++] = 2;
        packet[at++] = 0;
        packet[at++] = (byte) 0xff;
        packet[at++] = (byte) 0x81;
        packet[at++] = 21;
        at += 10;
        System.arraycopy(SALT, 8, packet, at, 12);
        at += 13;
        System.arraycopy(plugin, 0, packet, at, plugin.length);
        return packet;
    }

    private static byte[] ok() {
        return new byte[] {0, 0, 0, 2, 0, 0, 0};
    }

    private static void send(OutputStream out, int sequence, byte[] payload) throws IOException {
        byte[] packet = new byte[payload.length + 4];
        packet[0] = (byte) payload.length;
        packet[1] = (byte) (payload.length >> 8);
        packet[2] = (byte) (payload.length >> 16);
        packet[3] = (byte) sequence;
        System.arraycopy(payload, 0, packet, 4, payload.length);
        out.write(packet);
        out.flush();
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
        in.readUnsignedByte();
        return in.readNBytes(length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package io.sluice.connector.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What arrives in pieces of any size is rows and messages again. */
class ServerMessagesTest {
    /** Lengths around those of a buffer and of the largest that is kept. */
    private static final int[] LENGTHS = {0, 1, 200, 8186, 8187, 131_067, 131_072, 131_073, 1_100_000, 3};

    /** A socket that delivers a few bytes at a time, and now and then none in time. */
    private static final class Pieces extends InputStream {
        private final InputStream all;
        private final int most;
        private int reads;

        private Pieces(byte[] all, int most) {
            this.all = new ByteArrayInputStream(all);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            reads++;
            if (reads % 7 == 0) {
                throw new SocketTimeoutException("nothing in time");
            }
            return all.read(into, from, Math.min(count, most));
        }
    }

    private static byte[] message(char kind, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(kind);
            out.writeInt(Integer.BYTES + content.length);
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] content(int length, int seed) {
        byte[] content = new byte[length];
        Arrays.fill(content, (byte) seed);
        return content;
    }

    private static byte[] joined(List<byte[]> messages) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        messages.forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** As the driver does, which tries again after a socket was silent. */
    private static byte[] driverReads(ServerMessages messages, int count) throws IOException {
        byte[] read = new byte[count];
        for (int at = 0; at < count; ) {
            try {
                int got = messages.read(read, at, count - at);
                assertThat(got).isPositive();
                at += got;
            } catch (SocketTimeoutException silent) {
                assertThat(silent).isNotNull();
            }
        }
        return read;
    }

    private static boolean nextRow(ServerMessages messages) throws IOException {
        while (true) {
            try {
                return messages.nextRow();
            } catch (SocketTimeoutException silent) {
                assertThat(silent).isNotNull();
            }
        }
    }

    /** Whatever the sizes, and wherever other messages stand between the rows, both get exactly theirs. */
    @Property(tries = 60)
    void rowsAndMessagesOfTheDriverAreToldApart(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 19) Integer> kinds,
            @ForAll @IntRange(min = 1, max = 200_000) int piece)
            throws IOException {
        List<byte[]> sent = new ArrayList<>();
        for (int kind : kinds) {
            int length = LENGTHS[kind / 2];
            sent.add(message(kind % 2 == 0 ? 'd' : 'N', content(Math.min(length, 5000 * piece), kind)));
        }
        ServerMessages messages = new ServerMessages(new Pieces(joined(sent), piece));

        for (byte[] message : sent) {
            if (message[0] == 'd') {
                assertThat(nextRow(messages)).isTrue();
                assertThat(Arrays.copyOfRange(messages.row(), messages.rowStart(), messages.rowEnd()))
                        .isEqualTo(Arrays.copyOfRange(message, 5, message.length));
            } else {
                assertThat(nextRow(messages)).isFalse();
                assertThat(driverReads(messages, message.length)).isEqualTo(message);
            }
        }
        assertThat(nextRow(messages)).isFalse();
    }

    @Test
    void theDriverNeverGetsBytesOfTheNextMessage() throws IOException {
        byte[] begun = message('H', content(7, 1));
        byte[] row = message('d', content(9, 2));
        ServerMessages messages = new ServerMessages(new ByteArrayInputStream(joined(List.of(begun, row))));

        assertThat(messages.read(new byte[100], 0, 100)).isEqualTo(begun.length);

        assertThat(messages.nextRow()).isTrue();
        assertThat(messages.rowEnd() - messages.rowStart()).isEqualTo(9);
    }

    @Test
    void aRowIsNotTakenOutOfTheMiddleOfAMessage() throws IOException {
        byte[] notice = message('N', message('d', content(9, 2)));
        ServerMessages messages = new ServerMessages(new ByteArrayInputStream(notice));
        driverReads(messages, 5);

        assertThat(messages.nextRow()).isFalse();
    }

    @Test
    void aRowThatIsCutOffIsLeftToTheDriverWhichFindsTheEnd() throws IOException {
        byte[] row = message('d', content(500, 2));
        ServerMessages messages = new ServerMessages(new ByteArrayInputStream(row, 0, 300));

        assertThat(messages.nextRow()).isFalse();

        driverReads(messages, 300);
        assertThat(messages.read(new byte[10], 0, 10)).isEqualTo(-1);
    }

    @Test
    void whatIsNoMessageIsPassedOn() throws IOException {
        byte[] page = {'H', 0, 0, 0, 1, 'x', 'y'};
        ServerMessages messages = new ServerMessages(new ByteArrayInputStream(page));

        assertThat(driverReads(messages, page.length)).isEqualTo(page);
    }

    @Test
    void whatLooksLikeARowAndHasNoLengthIsNone() throws IOException {
        byte[] odd = {'d', 0, 0, 0, 3, 'x', 'y', 'z', 'd', 0, 0, 0, 5, 'q'};
        ServerMessages messages = new ServerMessages(new ByteArrayInputStream(odd));

        assertThat(messages.nextRow()).isFalse();
        assertThat(driverReads(messages, odd.length)).isEqualTo(odd);
    }

    @Test
    void aBrokenSocketIsTold() {
        ServerMessages messages = new ServerMessages(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });

        assertThatThrownBy(messages::nextRow).hasMessage("reset");
    }
}

package io.sluice.connector.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The start of a text file: a byte order mark is taken off and decides between UTF-8 and UTF-16. */
public final class TextInput implements Closeable {
    private static final int LONGEST_MARK = 3;

    private final InputStream bytes;
    private final Charset charset;
    private final int markLength;

    private TextInput(InputStream bytes, Charset charset, int markLength) {
        this.bytes = bytes;
        this.charset = charset;
        this.markLength = markLength;
    }

    /** Takes the mark off {@code bytes}, which it owns from now on. */
    public static TextInput open(InputStream bytes, Charset declared) throws IOException {
        PushbackInputStream input = new PushbackInputStream(bytes, LONGEST_MARK);
        byte[] start = input.readNBytes(LONGEST_MARK);
        Charset charset = declared;
        int mark = 0;
        if (startsWith(start, 0xEF, 0xBB, 0xBF) && isUnicode(declared)) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (startsWith(start, 0xFE, 0xFF) && isUnicode(declared)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (startsWith(start, 0xFF, 0xFE) && isUnicode(declared)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        }
        input.unread(start, mark, start.length - mark);
        return new TextInput(input, charset, mark);
    }

    /** The declared character set, or the one that the mark tells. */
    public Charset charset() {
        return charset;
    }

    /** How many bytes the mark takes; 0 without one. */
    public int markLength() {
        return markLength;
    }

    /** The bytes behind the mark. */
    public InputStream bytes() {
        return bytes;
    }

    /** The characters behind the mark; bytes that are no characters of the set end the reading with an exception. */
    public Reader characters() {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static boolean isUnicode(Charset charset) {
        return charset.name().startsWith("UTF-8") || charset.name().startsWith("UTF-16");
    }

    private static boolean startsWith(byte[] bytes, int... signs) {
        if (bytes.length < signs.length) {
            return false;
        }
        for (int at = 0; at < signs.length; at++) {
            if ((bytes[at] & 0xFF) != signs[at]) {
                return false;
            }
        }
        return true;
    }
}

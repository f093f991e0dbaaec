package io.sluice.connector.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns bytes into characters; a byte order mark is taken off and decides between UTF-8 and UTF-16. */
public final class TextInput {
    private TextInput() {}

    /** The characters of {@code bytes}; bytes that are no characters of the set end the reading with an exception. */
    public static Reader open(InputStream bytes, Charset declared) throws IOException {
        PushbackInputStream input = new PushbackInputStream(bytes, 3);
        byte[] start = input.readNBytes(3);
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
        return new InputStreamReader(
                input,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
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

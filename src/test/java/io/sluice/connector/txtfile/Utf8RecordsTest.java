package io.sluice.connector.txtfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.connector.file.Compression;
import io.sluice.connector.file.FileError;
import io.sluice.spi.error.SluiceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser of bytes beside the parser of characters, which is another implementation of the same rules. */
class Utf8RecordsTest {
    private static final String[] PIECES = {
        "a",
        "bc",
        "12345678",
        "long plain text",
        "\"",
        "\"\"",
        ",",
        ",",
        ";",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "é",
        "張偉",
        "😀",
        "\\N",
        "\"x\"",
        "\"a,b\"",
        "\"c\nd\"",
        "\"e\"\"f\"",
        "\"g\r\nh\rj\""
    };

    /** What a parser made of a file: records with their lines, and how it ended. */
    private record Outcome(List<String> records, @Nullable FileError failure) {}

    private static TxtFileReadConfig config(char delimiter, CsvReaderConfig switches) {
        return new TxtFileReadConfig(
                List.of(),
                List.of(),
                FileFormat.CSV,
                String.valueOf(delimiter),
                "\n",
                "UTF-8",
                "\\N",
                Compression.NONE,
                false,
                switches);
    }

    private static Utf8Records bytes(byte[] text, char delimiter, CsvReaderConfig switches, int capacity) {
        return new Utf8Records(
                FileSplit.whole("t.csv"), new ByteArrayInputStream(text), 0, config(delimiter, switches), capacity);
    }

    private static Outcome outcome(Records records, int most) throws IOException {
        List<String> found = new ArrayList<>();
        try (records) {
            while (records.read(most)) {
                FieldBlock fields = records.fields();
                assertThat(fields.records()).isBetween(1, most);
                for (int record = 0; record < fields.records(); record++) {
                    found.add(describe(fields, record));
                }
            }
            return new Outcome(found, null);
        } catch (SluiceException failure) {
            return new Outcome(found, (FileError) failure.code());
        }
    }

    private static String describe(FieldBlock fields, int record) {
        StringBuilder text = new StringBuilder("line " + fields.line(record));
        for (int field = 0; field < fields.width(record); field++) {
            text.append(fields.inQuotes(fields.first(record) + field) ? " quoted " : " plain ")
                    .append('<')
                    .append(fields.strings(record).get(field))
                    .append('>');
        }
        return text.toString();
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int piece = 0; piece < pieces; piece++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, true", "false, false", "true, false"})
    void readsWhatTheParserOfCharactersReads(boolean skipEmpty, boolean quotes) throws Exception {
        CsvReaderConfig switches = new CsvReaderConfig(false, skipEmpty, quotes);
        Random random = new Random(11);
        for (int sample = 0; sample < 8_000; sample++) {
            String text = text(random, random.nextInt(sample % 50 == 0 ? 400 : 14));
            char delimiter = random.nextInt(4) == 0 ? ';' : ',';
            Outcome expected = outcome(new CsvRecords("t.csv", new StringReader(text), delimiter, switches), 1);
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            int most = 1 + random.nextInt(FieldBlock.MOST_RECORDS);
            Outcome found = outcome(bytes(encoded, delimiter, switches, 1 + random.nextInt(40)), most);
            assertThat(found.failure()).as(text).isEqualTo(expected.failure());
            if (expected.failure() == null) {
                assertThat(found.records()).as(text).isEqualTo(expected.records());
            }
        }
    }

    @Test
    void continuesExactlyBehindAnyRecord() throws Exception {
        CsvReaderConfig switches = new CsvReaderConfig(false, false, true);
        byte[] text = "1,a\r\n2,\"b\nb\"\n\n3,\"c\"\"\"\r4,张\n5,e".getBytes(StandardCharsets.UTF_8);
        List<String> all = outcome(bytes(text, ',', switches, 64), 100).records();
        Utf8Records records = bytes(text, ',', switches, 4);
        for (int passed = 0; passed < all.size(); passed++) {
            FileSplit rest = FileSplit.whole("t.csv").behind(passed, records.nextByte(), records.nextLine());
            ByteArrayInputStream input = new ByteArrayInputStream(text);
            input.skipNBytes(rest.firstByte());
            Records behind = new Utf8Records(rest, input, rest.firstByte(), config(',', switches), 4);
            assertThat(outcome(behind, 3).records()).isEqualTo(all.subList(passed, all.size()));
            assertThat(records.read(1)).isTrue();
        }
        assertThat(records.read(1)).isFalse();
        assertThat(records.nextByte()).isEqualTo(text.length);
    }

    @Test
    void knowsWellFormedUtf8AsJavaDoes() {
        Random random = new Random(12);
        byte[] bytes = new byte[24];
        for (int sample = 0; sample < 50_000; sample++) {
            int length = 1 + random.nextInt(9);
            for (int at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) (random.nextInt(3) == 0 ? 'a' : 0x80 + random.nextInt(128));
            }
            if (sample % 2 == 0) {
                byte[] good = Character.toString(validCodePoint(random)).getBytes(StandardCharsets.UTF_8);
                length = 1 + good.length;
                System.arraycopy(good, 0, bytes, 1, good.length);
                bytes[0] = 'x';
            }
            boolean expected = decodes(StandardCharsets.UTF_8.newDecoder(), ByteBuffer.wrap(bytes, 0, length));
            assertThat(Utf8.validTo(bytes, 0, length) == length).isEqualTo(expected);
        }
    }

    private static int validCodePoint(Random random) {
        int point = random.nextInt(0x110000);
        return point >= 0xD800 && point < 0xE000 ? 'é' : point;
    }

    private static boolean decodes(java.nio.charset.CharsetDecoder decoder, ByteBuffer bytes) {
        try {
            decoder.decode(bytes);
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 64, 4096})
    void deliversWhatComesBeforeBytesThatAreNoUtf8(int capacity) {
        byte[] text = "1,a\n2,b\n3,\u00E9\n4,d\n".getBytes(StandardCharsets.ISO_8859_1);
        Utf8Records records = bytes(text, ',', new CsvReaderConfig(false, false, true), capacity);

        assertThatThrownBy(() -> {
                    while (records.read(1)) {
                        assertThat(records.fields().strings(0)).hasSize(2);
                    }
                })
                .isInstanceOfSatisfying(
                        SluiceException.class, e -> assertThat(e.code()).isEqualTo(FileError.CHARSET_MISMATCH))
                .hasMessageContaining("t.csv")
                .hasMessageContaining("line 3");
    }

    @Test
    void refusesACharacterCutOffByTheEndOfTheFile() throws Exception {
        byte[] text = {'1', ',', (byte) 0xE5, (byte) 0xBC};

        Outcome outcome = outcome(bytes(text, ',', new CsvReaderConfig(false, false, true), 64), 1);

        assertThat(outcome.failure()).isEqualTo(FileError.CHARSET_MISMATCH);
    }

    @Test
    void limitsFieldsByCharactersOnDemand() throws Exception {
        CsvReaderConfig limited = new CsvReaderConfig(true, false, true);
        byte[] longest = ("é".repeat(100_000) + ",\"" + "x".repeat(100_000) + "\"\n").getBytes(StandardCharsets.UTF_8);
        byte[] longer = ("1,2\n" + "é".repeat(100_001) + ",b\n").getBytes(StandardCharsets.UTF_8);

        assertThat(outcome(bytes(longest, ',', limited, 64), 1).failure()).isNull();
        assertThat(outcome(bytes(longer, ',', limited, 64), 1).failure()).isEqualTo(FileError.FIELD_TOO_LONG);
    }
}

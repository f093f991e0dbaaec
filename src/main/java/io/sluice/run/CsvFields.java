package io.sluice.run;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of a CSV file as spreadsheets write it: in UTF-8, with commas, semicolons or tabs between the fields. */
final class CsvFields {
    private CsvFields() {}

    /** A field. @param quoted tells an empty text from nothing */
    record Field(String text, boolean quoted) {}

    /** A line of the file. @param number of its first line, from 1 */
    record Line(long number, List<Field> fields) {
        Line {
            fields = List.copyOf(fields);
        }
    }

    /** @throws CharacterCodingException when the file is no UTF-8 */
    static CsvReader<Line> read(byte[] file) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(file))
                .toString();
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return CsvReader.builder()
                .fieldSeparator(separator(content))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new Lines(), new StringReader(content));
    }

    private static char separator(String text) {
        String head = text.lines().findFirst().orElse("");
        if (head.contains(",")) {
            return ',';
        }
        return head.contains("\t") ? '\t' : head.contains(";") ? ';' : ',';
    }

    private static final class Lines extends AbstractBaseCsvCallbackHandler<Line> {
        private final List<Field> fields = new ArrayList<>();

        @Override
        protected void handleBegin(long line) {
            fields.clear();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            fields.add(new Field(new String(buffer, offset, length), quoted));
        }

        @Override
        protected Line buildRecord() {
            return new Line(getStartingLineNumber(), fields);
        }
    }
}

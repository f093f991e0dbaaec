package io.sluice.engine.transform;

import io.sluice.script.transform.JsonPath;
import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads parts of JSON texts in one pass and without a tree; objects and lists come out as they are spelled. */
final class JsonParts {
    private static final int LONGEST_SHOWN = 200;

    private final JsonFactory factory = new JsonFactory();
    private final List<String> spellings;
    private final List<JsonPath> paths;

    /** @param spellings of the paths */
    JsonParts(List<String> spellings) {
        this.spellings = List.copyOf(spellings);
        this.paths = spellings.stream().map(JsonPath::parse).toList();
    }

    Found found() {
        return new Found(paths.size());
    }

    String path(int part) {
        return spellings.get(part);
    }

    /** What was found in one text. */
    static final class Found {
        private final byte[][] values;
        private final BitSet present = new BitSet();
        private final BitSet valued = new BitSet();

        private Found(int size) {
            values = new byte[size][];
        }

        int size() {
            return values.length;
        }

        boolean present(int part) {
            return present.get(part);
        }

        /** The text of a part in UTF-8; null when it is missing or JSON's null. */
        byte @Nullable [] value(int part) {
            return valued.get(part) ? values[part] : null;
        }

        void clear() {
            present.clear();
            valued.clear();
        }

        /** A name that stands twice in an object means its last value. */
        private void set(int part, byte @Nullable [] value) {
            present.set(part);
            valued.set(part, value != null);
            if (value != null) {
                values[part] = value;
            }
        }
    }

    /** @throws SluiceException VALUE_NOT_CONVERTIBLE when the bytes are no JSON */
    void read(byte[] utf8, int from, int to, Found found) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), utf8, from, to - from)) {
            if (parser.nextToken() == null) {
                throw invalid("it is empty");
            }
            List<Integer> all = new ArrayList<>();
            for (int part = 0; part < paths.size(); part++) {
                all.add(part);
            }
            new Walk(parser, utf8, from, found).value(all, 0);
            if (parser.nextToken() != null) {
                throw invalid("something stands behind the value");
            }
        } catch (JacksonException e) {
            String why = e.getOriginalMessage();
            throw invalid(why.length() > LONGEST_SHOWN ? why.substring(0, LONGEST_SHOWN) + "…" : why);
        }
    }

    private static SluiceException invalid(String why) {
        return new SluiceException(CommonError.VALUE_NOT_CONVERTIBLE, "The text is no JSON: " + why);
    }

    /** The way through one text. */
    private final class Walk {
        private final JsonParser parser;
        private final byte[] utf8;
        private final int from;
        private final Found found;

        Walk(JsonParser parser, byte[] utf8, int from, Found found) {
            this.parser = parser;
            this.utf8 = utf8;
            this.from = from;
            this.found = found;
        }

        /** Goes over the value that begins at the current token, {@code depth} names inside the parts {@code wanted}. */
        void value(List<Integer> wanted, int depth) {
            List<Integer> here = new ArrayList<>();
            List<Integer> inside = new ArrayList<>();
            for (Integer part : wanted) {
                (paths.get(part).names().size() == depth ? here : inside).add(part);
            }
            JsonToken token = parser.currentToken();
            int begin = offset(parser.currentTokenLocation().getByteOffset());
            byte @Nullable [] scalar = token.isScalarValue() && !here.isEmpty() ? scalar(token) : null;
            if (token.isStructStart()) {
                children(inside, depth, token == JsonToken.START_ARRAY);
            }
            int end = offset(parser.currentLocation().getByteOffset());
            for (Integer part : here) {
                found.set(part, token.isStructStart() ? Arrays.copyOfRange(utf8, begin, end) : scalar);
            }
        }

        /** Jackson counts from the first byte of the text it was given, which may stand inside a larger array. */
        private int offset(long location) {
            return from + (int) location;
        }

        private byte @Nullable [] scalar(JsonToken token) {
            return token == JsonToken.VALUE_NULL ? null : Texts.utf8(parser.getString());
        }

        private void children(List<Integer> wanted, int depth, boolean list) {
            int index = 0;
            for (JsonToken token = parser.nextToken(); !token.isStructEnd(); token = parser.nextToken()) {
                String name = list ? Integer.toString(index++) : parser.currentName();
                if (!list) {
                    parser.nextToken();
                }
                List<Integer> inside = named(wanted, name, depth);
                if (inside.isEmpty()) {
                    parser.skipChildren();
                } else {
                    value(inside, depth + 1);
                }
            }
        }

        private List<Integer> named(List<Integer> wanted, String name, int depth) {
            List<Integer> inside = new ArrayList<>();
            for (Integer part : wanted) {
                if (paths.get(part).names().get(depth).equals(name)) {
                    inside.add(part);
                }
            }
            return inside;
        }
    }
}

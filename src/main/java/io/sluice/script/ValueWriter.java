package io.sluice.script;

import io.sluice.spi.config.ConfigValue;
import java.util.Map;

/** Writes new values in the layout of the text they come into. */
final class ValueWriter {
    private final Layout layout;

    ValueWriter(Layout layout) {
        this.layout = layout;
    }

    /**
     * Writes a value.
     *
     * @param indent of the line the value starts on
     * @param flat on one line, whatever its length
     */
    void write(ConfigValue value, String indent, boolean flat, StringBuilder out) {
        if (flat || onOneLine(value, out)) {
            JsonText.inline(value, out);
        } else if (value instanceof ConfigValue.Array array) {
            lines(array, indent, out);
        } else if (value instanceof ConfigValue.Obj object) {
            lines(object, indent, out);
        }
    }

    private void lines(ConfigValue.Array array, String indent, StringBuilder out) {
        String inner = indent + layout.unit();
        String separator = "";
        out.append('[');
        for (ConfigValue item : array.items()) {
            out.append(separator).append(layout.lineEnd()).append(inner);
            boolean brief = item instanceof ConfigValue.Obj object && isSimple(object) && fits(item, out);
            write(item, inner, brief, out);
            separator = ",";
        }
        out.append(layout.lineEnd()).append(indent).append(']');
    }

    private void lines(ConfigValue.Obj object, String indent, StringBuilder out) {
        String inner = indent + layout.unit();
        String separator = "";
        out.append('{');
        for (Map.Entry<String, ConfigValue> entry : object.entries().entrySet()) {
            out.append(separator).append(layout.lineEnd()).append(inner);
            JsonText.quote(entry.getKey(), out);
            out.append(": ");
            write(entry.getValue(), inner, false, out);
            separator = ",";
        }
        out.append(layout.lineEnd()).append(indent).append('}');
    }

    private static boolean onOneLine(ConfigValue value, StringBuilder out) {
        return switch (value) {
            case ConfigValue.Obj object -> object.entries().isEmpty();
            case ConfigValue.Array array -> array.items().stream().allMatch(ValueWriter::isScalar) && fits(value, out);
            case ConfigValue.Text ignored -> true;
            case ConfigValue.Num ignored -> true;
            case ConfigValue.Bool ignored -> true;
            case ConfigValue.Null ignored -> true;
        };
    }

    private static boolean fits(ConfigValue value, StringBuilder out) {
        StringBuilder piece = new StringBuilder();
        JsonText.inline(value, piece);
        return Layout.column(out) + piece.length() + 1 <= Layout.WIDTH;
    }

    private static boolean isSimple(ConfigValue.Obj object) {
        return object.entries().values().stream().allMatch(ValueWriter::isScalarOrScalars);
    }

    private static boolean isScalarOrScalars(ConfigValue value) {
        return value instanceof ConfigValue.Array array
                ? array.items().stream().allMatch(ValueWriter::isScalar)
                : isScalar(value);
    }

    private static boolean isScalar(ConfigValue value) {
        return !(value instanceof ConfigValue.Array) && !(value instanceof ConfigValue.Obj);
    }
}

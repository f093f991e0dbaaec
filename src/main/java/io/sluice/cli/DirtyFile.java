package io.sluice.cli;

import io.sluice.engine.DirtyRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file with one JSON object for each dirty record; safe for use by the threads of a run. */
final class DirtyFile implements Closeable {
    private final Path file;
    private final PrintWriter lines;

    DirtyFile(Path file) throws IOException {
        this.file = file;
        lines = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    }

    void add(DirtyRecord record) {
        lines.println(new JsonLine()
                .with("stage", record.stage().name().toLowerCase(Locale.ROOT))
                .with("code", record.code().name())
                .with("column", Objects.requireNonNullElse(record.columnName(), ""))
                .with("message", record.message())
                .with("place", record.place())
                .withRaw(
                        "values",
                        record.values().stream().map(DirtyFile::value).collect(Collectors.joining(",", "[", "]"))));
    }

    private static String value(@Nullable String text) {
        return text == null ? "null" : JsonLine.quoted(text);
    }

    /** @throws IOException when records could not be written, for example because the disk is full */
    @Override
    public void close() throws IOException {
        lines.close();
        if (lines.checkError()) {
            throw new IOException("Not all dirty records could be written to " + file);
        }
    }
}

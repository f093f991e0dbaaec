package io.sluice.bench;

import io.sluice.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as COPY writes it: NULL is an empty field, the empty text is in quotes.
 *
 * @param checked where the file is loaded to be checked; null for a file that is only read
 */
record CsvFile(Path file, PostgreSqlClient client, @Nullable TestDatabase checked) implements Endpoint {
    @Override
    public String reader() {
        return """
                {"name": "txtfilereader", "parameter": {"path": ["%s"], "column": [%s], "fileFormat": "csv", "nullFormat": ""}}""".formatted(file, TableColumns.fields());
    }

    @Override
    public String writer(String more) {
        return """
                {"name": "txtfilewriter", "parameter": {"path": "%s", "fileName": "%s", "fileFormat": "csv", "nullFormat": ""%s}}""".formatted(file.getParent(), file.getFileName(), more.isBlank() ? "" : ", " + more);
    }

    @Override
    public void clear() {
        try {
            for (Path part : parts()) {
                Files.delete(part);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file and, when several channels wrote, its further parts. */
    private List<Path> parts() throws IOException {
        try (var files = Files.list(file.getParent())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The server reads the file back, so that only values count and not how they are spelled. */
    @Override
    public String fingerprint() {
        if (checked == null) {
            throw new IllegalStateException("Only written files are checked");
        }
        checked.run("truncate table t");
        try {
            for (Path part : parts()) {
                Commands load =
                        client.copyIn(checked, "copy t from stdin (format csv)").from(part);
                MeasuredProcess.run(load, file.resolveSibling("..").resolve("check.log"))
                        .requireSuccess();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new DatabaseTable(DatabaseTable.Kind.POSTGRESQL, checked).fingerprint();
    }
}

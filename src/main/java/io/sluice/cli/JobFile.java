package io.sluice.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads job files. */
final class JobFile {
    private JobFile() {}

    static String read(Path file) throws IOException, InvalidInput {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new InvalidInput("The job file " + file + " cannot be read");
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new InvalidInput("The job file " + file + " is no UTF-8 text");
        }
    }
}

package io.sluice.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The folder of the installation: {@code SLUICE_HOME}, by default {@code data} where the workbench was started. */
@Component
public class Home {
    private final Path folder;

    Home(Environment environment) {
        folder = Path.of(environment.getProperty("SLUICE_HOME", "data"))
                .toAbsolutePath()
                .normalize();
        if (folder.toString().contains(";")) {
            throw new IllegalArgumentException("SLUICE_HOME is " + folder
                    + ", but a semicolon cannot stand in the path of the store. Choose another folder.");
        }
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder + " cannot be created. Set SLUICE_HOME to a folder you may write to.", e);
        }
    }

    /** A folder inside, which is created when it is missing. */
    public Path folder(String name) {
        Path inside = folder.resolve(name);
        try {
            OwnerOnly.folder(inside);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + inside + " cannot be created.", e);
        }
        return inside;
    }

    /** Absolute; exists. */
    public Path folder() {
        return folder;
    }
}

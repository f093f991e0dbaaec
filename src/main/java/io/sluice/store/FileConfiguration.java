package io.sluice.store;

import io.sluice.spi.FileAccess;
import io.sluice.spi.FileRoots;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Opens the folders of {@code SLUICE_FILE_ROOTS} to tasks; by default {@code files} in the home folder. */
@Configuration(proxyBeanMethods = false)
class FileConfiguration {
    @Bean
    FileAccess taskFiles(Environment environment, Home home) throws IOException {
        String setting = environment.getProperty("SLUICE_FILE_ROOTS", "");
        List<Path> roots = new ArrayList<>();
        for (String folder : setting.split(File.pathSeparator)) {
            if (!folder.isBlank()) {
                roots.add(Path.of(folder.strip()).toAbsolutePath().normalize());
            }
        }
        if (roots.isEmpty()) {
            roots.add(home.folder().resolve("files"));
        }
        FileRoots files = FileRoots.within(roots);
        requireOutsideStore(files.roots(), home.folder().toRealPath());
        return files;
    }

    /** A task that may write the home folder could replace the store and the key. */
    private static void requireOutsideStore(List<Path> roots, Path home) {
        for (Path root : roots) {
            if (home.startsWith(root)) {
                throw new IllegalArgumentException("SLUICE_FILE_ROOTS names " + root
                        + ", which holds the store of the workbench in " + home + ". Choose folders beside it.");
            }
        }
    }
}

package io.sluice.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Attributes.Name;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * The packaged jar taken apart: Java keeps classes only of jars that lie in a folder, not of jars in a jar.
 *
 * @param jar the product's own classes; names the libraries beside it as its class path
 */
record UnpackedJar(Path jar) {
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** Belongs to Spring Boot's loader, which is not unpacked: Java would look for its class with every file of a jar. */
    private static final String OF_LOADER = "META-INF/services/java.nio.file.spi.FileSystemProvider";

    static void requirePackaged(Path jar) throws IOException, InvalidInput {
        if (Files.isRegularFile(jar)) {
            try (JarFile packaged = new JarFile(jar.toFile())) {
                if (packaged.getEntry(LIBRARIES) != null) {
                    return;
                }
            }
        }
        throw new InvalidInput("NOT_PACKAGED", "Only the packaged sluice.jar can be prepared");
    }

    /** Unpacks into {@code lib} in the folder and removes what an older version left there. */
    static UnpackedJar of(Path packaged, Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("lib"));
        try (var old = Files.newDirectoryStream(target, "*.jar")) {
            for (Path one : old) {
                Files.delete(one);
            }
        }
        Path own = target.resolve("sluice.jar");
        try (JarFile jar = new JarFile(packaged.toFile())) {
            List<String> names = libraries(jar);
            for (String name : names) {
                try (InputStream in = jar.getInputStream(jar.getEntry(LIBRARIES + name))) {
                    Files.copy(in, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            try (OutputStream out = Files.newOutputStream(own)) {
                writeOwn(jar, names, out);
            }
        }
        return new UnpackedJar(own);
    }

    /** In the order in which Spring Boot's loader asks them: lines such as {@code - "BOOT-INF/lib/a.jar"}. */
    private static List<String> libraries(JarFile jar) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream in = jar.getInputStream(jar.getEntry("BOOT-INF/classpath.idx"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int name = line.indexOf(LIBRARIES);
                if (name >= 0) {
                    names.add(line.substring(name + LIBRARIES.length(), line.lastIndexOf('"')));
                }
            }
        }
        return names;
    }

    /** What lies in {@code META-INF} of the packaged jar belongs to the product's classes, but Spring Boot put it outside. */
    private static void writeOwn(JarFile jar, List<String> libraries, OutputStream out) throws IOException {
        Set<String> written = new HashSet<>(Set.of("", JarFile.MANIFEST_NAME, OF_LOADER));
        try (JarOutputStream own = new JarOutputStream(out, manifest(jar.getManifest(), libraries))) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName().startsWith(CLASSES)
                        ? entry.getName().substring(CLASSES.length())
                        : entry.getName();
                boolean belongs = !name.equals(entry.getName()) || name.startsWith("META-INF/");
                if (belongs && written.add(name)) {
                    own.putNextEntry(new JarEntry(name));
                    try (InputStream in = jar.getInputStream(entry)) {
                        in.transferTo(own);
                    }
                    own.closeEntry();
                }
            }
        }
    }

    private static Manifest manifest(Manifest packaged, List<String> libraries) {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        packaged.getMainAttributes().forEach((name, value) -> {
            if (!name.toString().startsWith("Spring-Boot")) {
                attributes.put(name, value);
            }
        });
        attributes.put(Name.CLASS_PATH, String.join(" ", libraries));
        return manifest;
    }
}

package io.sluice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedJarsTest {
    private static final String LONG = "long ".repeat(1000);

    @TempDir
    Path folder;

    @Test
    void findsOwnClassesAndThoseOfLibrariesTheFirstOfThemWins() throws IOException {
        try (NestedJars jars = new NestedJars(product(true))) {
            assertThat(content(jars, "a/Own.class")).isEqualTo("own");
            assertThat(content(jars, "a/Both.class")).isEqualTo("own too");
            assertThat(content(jars, "a/Library.class")).isEqualTo(LONG);
            assertThat(content(jars, "b/Second.class")).isEqualTo("second");
            assertThat(jars.find("a/Nowhere.class")).isNull();
            assertThat(jars.find("a/note.txt")).isNull();
        }
    }

    @Test
    void findsFilesThatAreNoClassesWhereverTheyLie() throws IOException {
        try (NestedJars jars = new NestedJars(product(true))) {
            List<String> notes = new ArrayList<>();
            for (NestedJars.Entry entry : jars.others("a/note.txt")) {
                notes.add(new String(jars.content(entry), StandardCharsets.UTF_8));
            }
            assertThat(notes).containsExactly("no class", "of the library");
            assertThat(jars.others("a/Own.class")).isEmpty();
        }
    }

    @Test
    void readsNoLibraryThatItDoesNotNeed() throws IOException {
        Path jar = folder.resolve("lazy.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            add(zip, "BOOT-INF/classes/a/Own.class", "own");
            add(zip, "BOOT-INF/classes/META-INF/services/io.sluice.a.Service", "a.Own");
            add(zip, "BOOT-INF/classes/META-INF/services/b.Service", "a.Own");
            addLibrary(zip, "broken.jar", "no archive".getBytes(StandardCharsets.UTF_8), true);
            addLibrary(zip, "a-1.0.jar", first(), true);
        }
        try (NestedJars jars = new NestedJars(jar)) {
            assertThat(content(jars, "a/Own.class")).isEqualTo("own");
            assertThat(jars.others("META-INF/services/io.sluice.a.Service")).hasSize(1);
            assertThat(jars.other("META-INF/services/b.Service")).isNotNull();
            assertThat(jars.others("a/note.txt")).hasSize(1);
            assertThat(content(jars, "a/Library.class")).isEqualTo(LONG);
            assertThatThrownBy(() -> jars.others("META-INF/services/b.Service")).isInstanceOf(ZipException.class);
        }
        try (NestedJars jars = new NestedJars(jar)) {
            assertThatThrownBy(() -> jars.find("c/Nowhere.class")).isInstanceOf(ZipException.class);
        }
    }

    @Test
    void theLoaderOfTheCommandLineFindsClassesAndFiles() throws Exception {
        ClassLoader loader = NestedClassLoader.of(product(true));
        assertThat(Collections.list(loader.getResources("a/note.txt"))).hasSize(2);
        assertThat(loader.getResource("a/nowhere.txt")).isNull();
        assertThat(text(loader.getResource("a/note.txt").openStream())).isEqualTo("no class");
        assertThat(text(loader.getResourceAsStream("a/note.txt"))).isEqualTo("no class");
        assertThat(text(loader.getResourceAsStream("a/Own.class"))).isEqualTo("own");
    }

    private static String text(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void takesTheNewestVersionThisJavaCanRun() throws IOException {
        try (NestedJars jars = new NestedJars(product(true))) {
            assertThat(content(jars, "a/Versioned.class")).isEqualTo("for 17");
        }
    }

    @Test
    void readsOnWhenTheThreadIsInterrupted() throws IOException {
        try (NestedJars jars = new NestedJars(product(true))) {
            Thread.currentThread().interrupt();
            assertThat(content(jars, "a/Own.class")).isEqualTo("own");
            assertThat(Thread.interrupted()).isTrue();
            assertThat(content(jars, "a/Library.class")).isEqualTo(LONG);
        }
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        Path compressed = product(false);
        assertThatThrownBy(() -> new NestedJars(compressed))
                .isInstanceOf(ZipException.class)
                .hasMessageContaining("first.jar");
        Path text = Files.writeString(folder.resolve("text.jar"), "no archive");
        assertThatThrownBy(() -> new NestedJars(text)).isInstanceOf(ZipException.class);
    }

    private static String content(NestedJars jars, String path) throws IOException {
        NestedJars.Entry entry = jars.find(path);
        assertThat(entry).isNotNull();
        return new String(jars.content(entry), StandardCharsets.UTF_8);
    }

    /** A comment stands behind the directory, as archives may have one. */
    private Path product(boolean storesLibraries) throws IOException {
        Path jar = folder.resolve("product.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.setComment("a comment");
            add(zip, "BOOT-INF/classes/a/Own.class", "own");
            add(zip, "BOOT-INF/classes/a/Both.class", "own too");
            add(zip, "BOOT-INF/classes/a/note.txt", "no class");
            addLibrary(zip, "first.jar", first(), storesLibraries);
            addLibrary(zip, "second.jar", second(), storesLibraries);
        }
        return jar;
    }

    private static byte[] first() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "a/Both.class", "of the library");
            add(zip, "a/note.txt", "of the library");
            add(zip, "a/Library.class", LONG);
            add(zip, "META-INF/versions/9/a/Versioned.class", "for 9");
            add(zip, "META-INF/versions/17/a/Versioned.class", "for 17");
            add(zip, "META-INF/versions/900/a/Versioned.class", "for 900");
            add(zip, "a/Versioned.class", "for all");
        }
        return bytes.toByteArray();
    }

    private static byte[] second() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "META-INF/versions/21/a/Versioned.class", "of the second library");
            add(zip, "a/Library.class", "of the second library");
            add(zip, "b/Second.class", "second");
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void addLibrary(ZipOutputStream zip, String name, byte[] content, boolean stored)
            throws IOException {
        ZipEntry entry = new ZipEntry("BOOT-INF/lib/" + name);
        if (stored) {
            CRC32 check = new CRC32();
            check.update(content);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(check.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}

package io.sluice.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * Files of the servers that tests start: unpacked once into a cache that all builds of this user share, prepared under
 * a lock because several JVMs may want them at the same moment.
 */
final class ServerFiles {
    private static final Set<PosixFilePermission> RUNNABLE = Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);

    private ServerFiles() {}

    /** Fills a new folder; run at most once, however many JVMs ask. */
    @FunctionalInterface
    interface Preparation {
        void fill(Path folder) throws IOException;
    }

    /** The folder {@code parent/name}, filled by {@code preparation} when it is not there yet. */
    static Path prepared(Path parent, String name, Preparation preparation) {
        return alone(parent.resolve(name + ".lock"), () -> {
            Path ready = parent.resolve(name);
            if (!Files.isDirectory(ready)) {
                fill(ready, preparation);
            }
            return ready;
        });
    }

    /** Something that touches files. */
    @FunctionalInterface
    interface Work<T> {
        T result() throws IOException;
    }

    /** Does what at most one JVM may do at a time. @param lockFile made when it is not there, and left there */
    static <T> T alone(Path lockFile, Work<T> work) {
        synchronized (ServerFiles.class) {
            try {
                Files.createDirectories(lockFile.getParent());
                try (FileChannel channel =
                        FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    channel.lock();
                    return work.result();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static void fill(Path ready, Preparation preparation) throws IOException {
        Path unfinished = ready.resolveSibling(ready.getFileName() + ".unfinished");
        delete(unfinished);
        Files.createDirectories(unfinished);
        preparation.fill(unfinished);
        Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The jar that the build put aside for the tests, if it did. */
    static Optional<Path> jar(String name) {
        return Optional.of(Path.of(System.getProperty("sluice.test.servers", "target/servers"), name))
                .filter(Files::isRegularFile);
    }

    /** Unpacks the files under {@code prefix} of a jar. */
    static void unzip(Path jar, String prefix, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
                    Path file = inside(folder, entry.getName().substring(prefix.length()));
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                    if (file.getParent().endsWith("bin") || file.getParent().endsWith("scripts")) {
                        Files.setPosixFilePermissions(file, RUNNABLE);
                    }
                }
            }
        }
    }

    /** Unpacks the xz-compressed archive called {@code entry} inside a jar. */
    static void untar(Path jar, String entry, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream packed = zip.getInputStream(zip.getEntry(entry));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry item = tar.getNextEntry(); item != null; item = tar.getNextEntry()) {
                if (item.isSymbolicLink()) {
                    Files.createSymbolicLink(inside(folder, item.getName()), Path.of(item.getLinkName()));
                } else if (item.isFile()) {
                    Path file = inside(folder, item.getName());
                    Files.copy(tar, file);
                    if ((item.getMode() & 0100) != 0) {
                        Files.setPosixFilePermissions(file, RUNNABLE);
                    }
                }
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("Archive entry outside the folder: " + name);
        }
        Files.createDirectories(file.getParent());
        return file;
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes a folder with everything in it; a server that is just ending may delete files at the same time. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), 64, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

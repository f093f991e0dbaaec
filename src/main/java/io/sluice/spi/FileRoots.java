package io.sluice.spi;

import io.sluice.spi.error.CommonError;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Keeps tasks inside some folders, or lets them touch whatever the operating system allows. A path is compared with
 * the roots twice: as it is written, so that nothing outside is even looked at, and as it really is, links resolved.
 */
public final class FileRoots implements FileAccess {
    /** Spellings that some servers and file systems take for separators, dots or other machines. */
    private static final Pattern DISGUISED =
            Pattern.compile("%2[ef]|%5c|^[\\\\/]{2}|\\\\\\.\\.|\u0000|^[a-z][a-z0-9+.-]+:/", Pattern.CASE_INSENSITIVE);

    private final List<Path> written;
    private final List<Path> real;

    private FileRoots(List<Path> written, List<Path> real) {
        this.written = List.copyOf(written);
        this.real = List.copyOf(real);
    }

    /**
     * Access to what lies inside {@code roots}, which are created where they are missing.
     *
     * @param roots at least one; relative paths of tasks start at the first
     */
    public static FileRoots within(List<Path> roots) throws IOException {
        if (roots.isEmpty()) {
            throw new IllegalArgumentException("At least one root is needed");
        }
        List<Path> written = new ArrayList<>();
        List<Path> real = new ArrayList<>();
        for (Path root : roots) {
            Files.createDirectories(root);
            written.add(root.toAbsolutePath().normalize());
            real.add(root.toRealPath());
        }
        return new FileRoots(written, real);
    }

    /** Access to all files that the operating system lets this process touch. */
    public static FileRoots unrestricted() {
        return new FileRoots(List.of(), List.of());
    }

    @Override
    public Path existing(String path) throws IOException {
        Path found = resolve(path).toRealPath();
        requireInside(found, path);
        return found;
    }

    @Override
    public Path target(String path) throws IOException {
        Path wanted = resolve(path).normalize();
        Path present = wanted;
        while (present.getParent() != null && !Files.exists(present, LinkOption.NOFOLLOW_LINKS)) {
            present = present.getParent();
        }
        if (!Files.exists(present)) {
            throw denied(path);
        }
        Path found = present.toRealPath();
        requireInside(found, path);
        return found.resolve(present.relativize(wanted)).normalize();
    }

    @Override
    public List<Path> roots() {
        return real;
    }

    /** The absolute path as it is written; refused before the file system is asked when it lies outside. */
    private Path resolve(String path) {
        try {
            if (real.isEmpty()) {
                return Path.of(path).toAbsolutePath();
            }
            if (DISGUISED.matcher(path).find()) {
                throw denied(path);
            }
            Path wanted = written.getFirst().resolve(path);
            if (!inside(wanted.normalize(), written) && !inside(wanted.normalize(), real)) {
                throw denied(path);
            }
            return wanted;
        } catch (InvalidPathException unreadable) {
            throw denied(path);
        }
    }

    private void requireInside(Path found, String path) {
        if (!real.isEmpty() && !inside(found, real)) {
            throw denied(path);
        }
    }

    private static boolean inside(Path path, List<Path> roots) {
        return roots.stream().anyMatch(path::startsWith);
    }

    private SluiceException denied(String path) {
        return new SluiceException(CommonError.PATH_DENIED, "'" + path + "' is not inside " + real);
    }
}

package io.sluice.connector.file;

import io.sluice.spi.FileAccess;
import io.sluice.spi.error.SluiceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the files that a task means: a file, all files of a folder, or a pattern in which {@code *} and {@code ?}
 * stand for any characters of one name. Files whose names begin with a dot are found only by their full name.
 */
public final class FileListing {
    private final FileAccess files;

    public FileListing(FileAccess files) {
        this.files = files;
    }

    /**
     * The real paths of all files, each once, in the order of their names.
     *
     * @throws SluiceException FILE_NOT_FOUND for a path that means no file, PATH_DENIED outside the roots
     */
    public List<Path> find(List<String> paths) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        for (String path : paths) {
            found.addAll(matches(path));
        }
        return List.copyOf(found);
    }

    /** At least one file; the file system's own complaint would be nothing but a path. */
    private List<Path> matches(String path) throws IOException {
        try {
            List<Path> matches = isPattern(path) ? matching(path) : plain(path);
            if (!matches.isEmpty()) {
                return matches;
            }
        } catch (NoSuchFileException missing) {
            throw new SluiceException(FileError.FILE_NOT_FOUND, "There is no file '" + path + "'", missing);
        }
        throw new SluiceException(FileError.FILE_NOT_FOUND, "No file matches '" + path + "'");
    }

    private static boolean isPattern(String path) {
        return path.indexOf('*') >= 0 || path.indexOf('?') >= 0;
    }

    private List<Path> plain(String path) throws IOException {
        Path real = files.existing(path);
        return Files.isDirectory(real) ? children(real, "*", true) : List.of(real);
    }

    private List<Path> matching(String pattern) throws IOException {
        int wildcard = firstWildcard(pattern);
        int separator = pattern.lastIndexOf('/', wildcard);
        String base = separator < 0 ? "." : separator == 0 ? "/" : pattern.substring(0, separator);
        List<Path> level = List.of(files.existing(base));
        String[] names = pattern.substring(separator + 1).split("/");
        for (int depth = 0; depth < names.length; depth++) {
            List<Path> next = new ArrayList<>();
            for (Path folder : level) {
                next.addAll(children(folder, names[depth], depth == names.length - 1));
            }
            level = next;
        }
        return level;
    }

    private static int firstWildcard(String pattern) {
        int star = pattern.indexOf('*');
        int mark = pattern.indexOf('?');
        return star < 0 ? mark : mark < 0 ? star : Math.min(star, mark);
    }

    private List<Path> children(Path folder, String name, boolean wantFiles) throws IOException {
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + escape(name));
        List<Path> kept = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path child : all.toList()) {
                boolean hidden = child.getFileName().toString().startsWith(".") && !name.startsWith(".");
                if (!hidden && matcher.matches(child.getFileName())) {
                    Path real = files.existing(child.toString());
                    if (wantFiles ? Files.isRegularFile(real) : Files.isDirectory(real)) {
                        kept.add(real);
                    }
                }
            }
        }
        return kept;
    }

    /** Leaves {@code *} and {@code ?} their meaning and takes it from the other signs of a glob. */
    private static String escape(String name) {
        return name.replaceAll("([\\\\\\[\\]{}])", "\\\\$1");
    }
}

package io.sluice.connector.txtfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of the files of one task: {@code orders.csv}, {@code orders__1.csv}, {@code orders__2.csv} and so on. Only
 * such names are ever replaced or removed.
 */
record FileNames(Path folder, String stem, String extension) {
    private static final String SEPARATOR = "__";
    private static final String PART = ".part";

    static FileNames of(Path folder, String fileName) {
        int dot = fileName.indexOf('.', 1);
        return dot < 0
                ? new FileNames(folder, fileName, "")
                : new FileNames(folder, fileName.substring(0, dot), fileName.substring(dot));
    }

    Path numbered(int number) {
        return folder.resolve(number == 0 ? stem + extension : stem + SEPARATOR + number + extension);
    }

    /** @param owner name of the load, letters and digits; empty for one that nobody can go on with */
    Path part(int worker, String owner) {
        return folder.resolve("." + stem + SEPARATOR + worker + extension + ending(owner));
    }

    private static String ending(String owner) {
        return owner.isEmpty() ? PART : "." + owner + PART;
    }

    /** The part files of an owner that are there. */
    List<Path> parts(String owner) throws IOException {
        return matching(Pattern.quote(extension + ending(owner)));
    }

    /** The part files of any load that others may go on with. */
    List<Path> ownedParts() throws IOException {
        return matching(Pattern.quote(extension) + "\\.[0-9a-f]{8}" + Pattern.quote(PART));
    }

    private List<Path> matching(String ending) throws IOException {
        Pattern pattern = Pattern.compile(Pattern.quote("." + stem + SEPARATOR) + "\\d{1,6}" + ending);
        return files().stream()
                .filter(file -> pattern.matcher(file.getFileName().toString()).matches())
                .toList();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    /** The numbers of the files that are there. */
    List<Integer> present() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        for (Path file : files()) {
            int number = number(file.getFileName().toString());
            if (number >= 0) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** The number that makes this name, or -1. */
    private int number(String name) {
        if (name.equals(stem + extension)) {
            return 0;
        }
        String prefix = stem + SEPARATOR;
        if (name.length() <= prefix.length() + extension.length()
                || !name.startsWith(prefix)
                || !name.endsWith(extension)) {
            return -1;
        }
        String digits = name.substring(prefix.length(), name.length() - extension.length());
        return digits.matches("[1-9]\\d{0,5}") ? Integer.parseInt(digits) : -1;
    }
}

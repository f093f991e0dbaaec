package io.sluice.jobfile;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Proposes names of tasks that no other has. */
final class TaskNames {
    private static final int LONGEST = 120;

    private final Set<String> taken;

    TaskNames(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** A free name like that of the file; like the other text where the file has none. */
    String propose(String file, String otherwise) {
        String stem = file.replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
        String tidy = tidy(stem);
        String base = tidy.isEmpty() ? tidy(otherwise) : tidy;
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
            name = base + "_" + number;
        }
        return name;
    }

    private static String tidy(String text) {
        StringBuilder name = new StringBuilder();
        text.strip().codePoints().limit(LONGEST).forEach(c -> name.appendCodePoint(isPlain(c) ? c : '_'));
        String plain = name.toString().strip();
        return plain.matches("[._]*") ? "" : plain;
    }

    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || "_-.() ".indexOf(c) >= 0;
    }
}

package io.sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The script of a prepared folder, and where it expects its parts.
 *
 * @param folder absolute
 */
record StartScript(Path folder) {
    static final String CACHE_OF_COMMANDS = "command-line.aot";
    static final String CACHE_OF_WORKBENCH = "workbench.aot";

    private static final String MARK = "# Made by Sluice's command \"prepare\".";

    /**
     * A cache that does not fit, because another Java runs or a file has changed, is left aside by Java, with a warning.
     * The log of Java belongs to the standard error stream: programs read the other one.
     */
    private static final String TEXT = """
            #!/bin/sh
            %s
            # It does what "java -jar lib/sluice.jar" does, and starts faster. SLUICE_JAVA_OPTIONS has options for Java.
            self=$0
            while [ -h "$self" ]; do
              link=$(readlink "$self")
              case $link in
                /*) self=$link ;;
                *) self=${self%%/*}/$link ;;
              esac
            done
            case $self in
              */*) here=${self%%/*} ;;
              *) here=. ;;
            esac
            here=$(cd "$here" && pwd -P)
            java=%s
            [ -x "$java" ] || java=${JAVA_HOME:+$JAVA_HOME/bin/}java
            case ${1:---} in
              --help|--version) cache=%s ;;
              --*) cache=%s ;;
              *) cache=%s ;;
            esac
            exec "$java" -XX:AOTCache="$here/$cache" -Xlog:disable -Xlog:all=warning:stderr $SLUICE_JAVA_OPTIONS \\
              -jar "$here/lib/sluice.jar" "$@"
            """;

    static boolean madeHere(Path folder) throws IOException {
        Path script = folder.resolve("sluice");
        return Files.isRegularFile(script) && Files.readString(script).contains(MARK);
    }

    /** Comes last: a folder without it is not ready. */
    Path write(Path java) throws IOException {
        Path script = folder.resolve("sluice");
        Files.writeString(
                script, TEXT.formatted(MARK, quoted(java), CACHE_OF_COMMANDS, CACHE_OF_WORKBENCH, CACHE_OF_COMMANDS));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    /** As one word of the shell, whatever is in it (POSIX, Shell Command Language, 2.2.2). */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}

package io.sluice;

import java.util.List;

/** What the arguments of the program ask for. */
final class Invocation {
    private static final List<String> OPTIONS_OF_THE_COMMAND_LINE = List.of("--help", "--version");

    private Invocation() {}

    /** Without a command, that is without arguments or with options of the workbench only, the workbench opens. */
    static boolean opensWorkbench(String[] arguments) {
        for (String one : arguments) {
            if (!one.startsWith("--") || OPTIONS_OF_THE_COMMAND_LINE.contains(one)) {
                return false;
            }
        }
        return true;
    }
}

package io.sluice;

import io.sluice.cli.SluiceCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Entry of the program. On the command line no class of the workbench is loaded. */
public final class Sluice {
    private Sluice() {}

    public static void main(String[] arguments) {
        if (Invocation.opensWorkbench(arguments)) {
            WorkbenchApplication.start(arguments);
        } else {
            System.exit(commandLine(arguments));
        }
    }

    private static int commandLine(String[] arguments) {
        keepDriversQuiet();
        MemoryWatch.begin();
        PrintWriter out = new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(System.err, true);
        int code = SluiceCommand.execute(out, err, arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** Drivers log through SLF4J; starting its back end would take longer than a small job. */
    private static void keepDriversQuiet() {
        if (System.getProperty("slf4j.provider") == null) {
            System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
    }
}

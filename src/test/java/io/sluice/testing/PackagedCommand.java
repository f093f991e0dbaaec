package io.sluice.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The packaged product started by a command: {@code java -jar sluice.jar …}. */
public final class PackagedCommand {
    private PackagedCommand() {}

    /** @param options for Java */
    public static ProcessBuilder of(List<String> options, String... arguments) {
        return of(Workbench.jar(), options, arguments);
    }

    /** @param jar the product, wherever it lies */
    public static ProcessBuilder of(Path jar, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Everything that a process prints until it ends. */
    public static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}

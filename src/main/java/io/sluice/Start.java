package io.sluice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the jar starts: the command line at once, the workbench through Spring Boot's loader. Compiled for Java 17, so
 * that an older Java is told what it lacks instead of failing with a class version; everything else is Java 21.
 */
public final class Start {
    private static final String INDEX_OF_LIBRARIES = "BOOT-INF/classpath.idx";
    private static final int OLDEST_JAVA = 21;
    private static final int USAGE = 2;

    /**
     * Has reflection call into the JVM instead of building method handles (JEP 416), which pays after many calls of the
     * same method only: the command line reads each setting once.
     */
    private static final String PLAIN_REFLECTION = "jdk.reflect.useNativeAccessorOnly";

    private Start() {}

    public static void main(String[] arguments) throws ReflectiveOperationException, IOException {
        if (Runtime.version().feature() < OLDEST_JAVA) {
            System.err.println("Sluice needs Java " + OLDEST_JAVA + " or newer; this is Java "
                    + Runtime.version().feature() + " in " + System.getProperty("java.home") + ".");
            System.err.println(advice());
            System.exit(USAGE);
        }
        boolean workbench = Invocation.opensWorkbench(arguments);
        if (!workbench) {
            System.setProperty(PLAIN_REFLECTION, "true");
        }
        if (Start.class.getResource("/" + INDEX_OF_LIBRARIES) == null) {
            enter(Start.class.getClassLoader(), "io.sluice.Sluice", arguments);
        } else if (workbench) {
            enter(Start.class.getClassLoader(), "org.springframework.boot.loader.launch.JarLauncher", arguments);
        } else {
            ClassLoader loader = NestedClassLoader.of(Path.of(System.getProperty("java.class.path")));
            Thread.currentThread().setContextClassLoader(loader);
            enter(loader, "io.sluice.Sluice", arguments);
        }
    }

    private static void enter(ClassLoader loader, String name, String[] arguments) throws ReflectiveOperationException {
        Class.forName(name, true, loader).getMethod("main", String[].class).invoke(null, (Object) arguments);
    }

    /** Names a newer Java beside this one when there is one. */
    private static String advice() {
        for (Path candidate : candidates()) {
            Path java = candidate.resolve("bin").resolve("java");
            if (Files.isExecutable(java)) {
                return "Run it with " + java + " instead.";
            }
        }
        return "Install a JDK " + OLDEST_JAVA
                + " or newer, for example from https://adoptium.net, and run it with that.";
    }

    private static List<Path> candidates() {
        List<Path> folders = new ArrayList<>();
        String configured = System.getenv("JAVA_HOME");
        if (configured != null && named(Paths.get(configured))) {
            folders.add(Paths.get(configured));
        }
        Path beside = Paths.get(System.getProperty("java.home")).getParent();
        try (Stream<Path> found = Files.list(beside)) {
            found.filter(Start::named).sorted(Comparator.reverseOrder()).forEach(folders::add);
        } catch (IOException unreadable) {
            return folders;
        }
        return folders;
    }

    /** Whether the folder's name tells a version that is new enough: the usual spelling is {@code jdk-25} or {@code java-21-…}. */
    private static boolean named(Path folder) {
        Matcher number = Pattern.compile("\\d+").matcher(folder.getFileName().toString());
        return number.find() && Integer.parseInt(number.group()) >= OLDEST_JAVA;
    }
}

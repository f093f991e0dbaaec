package io.sluice.testing;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Obtains a Chromium for the browser tests: an installed Chromium or Chrome, else one that Playwright downloaded
 * earlier, else Playwright's download, else the Debian package where this process may install it.
 */
final class Chromium {
    static final Map<String, String> DRIVER_ENVIRONMENT = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");
    private static final List<String> PLACES = List.of(
            "/usr/lib/chromium/chromium",
            "/snap/bin/chromium",
            "/opt/google/chrome/chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
            "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe");
    private static final String ADVICE = """
            No Chromium for the browser tests. Tried: installed browsers, Playwright's download, apt-get install chromium.
            Install one and run the tests again:
              Debian, Ubuntu:  sudo apt-get install chromium
              Fedora:          sudo dnf install chromium
              macOS:           brew install --cask google-chrome
              others:          any Chromium or Google Chrome, and set CHROMIUM to its executable
            """;

    private Chromium() {}

    /** The executable to launch; installs one when there is none, while other JVMs that want one too wait for it. */
    static Path executable() {
        Path lockFile = Path.of(System.getProperty("user.home"), ".cache", "sluice-test", "chromium.lock");
        return ServerFiles.alone(lockFile, Chromium::find);
    }

    private static Path find() {
        return installed()
                .or(Chromium::downloadedByPlaywright)
                .or(Chromium::downloadByPlaywright)
                .or(Chromium::installPackage)
                .orElseThrow(() -> new IllegalStateException(ADVICE));
    }

    private static Optional<Path> installed() {
        List<Path> candidates = new ArrayList<>();
        Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).ifPresent(candidates::add);
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            NAMES.forEach(name -> candidates.add(Path.of(folder, name)));
        }
        PLACES.forEach(place -> candidates.add(Path.of(place)));
        return candidates.stream().filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> downloadedByPlaywright() {
        Path folder = playwrightFolder();
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.find(folder, 6, (file, attributes) -> isBrowser(file))) {
            return files.filter(Files::isExecutable).findFirst();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean isBrowser(Path file) {
        return switch (file.getFileName().toString()) {
            case "chrome", "chrome.exe", "headless_shell", "chrome-headless-shell", "Chromium" ->
                file.toString().contains("chromium");
            default -> false;
        };
    }

    private static Path playwrightFolder() {
        String chosen = System.getenv("PLAYWRIGHT_BROWSERS_PATH");
        if (chosen != null) {
            return Path.of(chosen);
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        if (system.contains("mac")) {
            return home.resolve("Library/Caches/ms-playwright");
        }
        return home.resolve(system.contains("win") ? "AppData/Local/ms-playwright" : ".cache/ms-playwright");
    }

    private static Optional<Path> downloadByPlaywright() {
        ProcessBuilder download =
                Driver.ensureDriverInstalled(DRIVER_ENVIRONMENT, false).createProcessBuilder();
        download.command().addAll(List.of("install", "chromium"));
        return run(download, 5) ? downloadedByPlaywright() : Optional.empty();
    }

    private static Optional<Path> installPackage() {
        for (List<String> prefix : List.of(List.<String>of(), List.of("sudo", "-n"))) {
            if (aptGet(prefix, "update", "-q") && aptGet(prefix, "install", "-q", "-y", "chromium")) {
                return installed();
            }
        }
        return Optional.empty();
    }

    private static boolean aptGet(List<String> prefix, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add("apt-get");
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("DEBIAN_FRONTEND", "noninteractive");
        return run(process, 10);
    }

    private static boolean run(ProcessBuilder command, int minutes) {
        try {
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (process.waitFor(minutes, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

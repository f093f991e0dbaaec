package io.sluice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds classes of the packaged jar at once, where Spring Boot's loader asks one library after the other, more than a
 * hundred of them: with it the workbench starts about as fast as from unpacked libraries. There, all that is not a
 * class of the jar stays with that loader. The command line does without that loader, whose own start takes longer than
 * many a small job, so this one finds the other files as well. Public, because it lies at the root of the packaged jar too,
 * and a class that Spring Boot's loader loaded is of another package than what lies there.
 */
public final class NestedClassLoader extends ClassLoader {
    private static final String PREFIX = "jar:nested:";
    private static final String SCHEME = "sluice";
    private static final List<String> OF_JAVA_ITSELF =
            List.of("java.", "javax.", "jdk.", "sun.", "org.w3c.", "org.xml.");

    static {
        registerAsParallelCapable();
    }

    private final NestedJars jars;
    private final ClassLoader outside;
    private final boolean alone;
    private final String root;
    private final Map<String, ProtectionDomain> domains = new ConcurrentHashMap<>();

    /** @param alone whether the loader behind this one knows nothing of what lies in the jar */
    private NestedClassLoader(ClassLoader parent, ClassLoader outside, NestedJars jars, boolean alone, String root) {
        super("sluice", parent);
        this.jars = jars;
        this.outside = outside;
        this.alone = alone;
        this.root = root;
    }

    /** A loader in front of Spring Boot's, which loaded {@code first}; that one itself where nothing is packaged. */
    public static ClassLoader behind(Class<?> first) throws IOException {
        ClassLoader boot = first.getClassLoader();
        ClassLoader outside = boot.getParent();
        String place = first.getProtectionDomain().getCodeSource().getLocation().toString();
        int end = place.indexOf(NestedJars.CLASSES);
        if (!place.startsWith(PREFIX) || end < 0 || outside == null) {
            return boot;
        }
        NestedJars jars = new NestedJars(Path.of(System.getProperty("java.class.path")));
        return new NestedClassLoader(boot, outside, jars, false, place.substring(0, end));
    }

    /** A loader of all that lies in the packaged jar. */
    static ClassLoader of(Path jar) throws IOException {
        ClassLoader outside = NestedClassLoader.class.getClassLoader();
        return new NestedClassLoader(outside, outside, new NestedJars(jar), true, jar.toUri() + "!/");
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (isOfJavaItself(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            NestedJars.Entry entry = find(name);
            return entry == null ? outside.loadClass(name) : define(name, entry);
        }
    }

    private static boolean isOfJavaItself(String name) {
        for (String prefix : OF_JAVA_ITSELF) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private NestedJars.@Nullable Entry find(String name) throws ClassNotFoundException {
        try {
            return jars.find(path(name));
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static String path(String name) {
        return name.replace('.', '/') + ".class";
    }

    private Class<?> define(String name, NestedJars.Entry entry) throws ClassNotFoundException {
        try {
            byte[] content = jars.content(entry);
            int dot = name.lastIndexOf('.');
            if (dot > 0 && getDefinedPackage(name.substring(0, dot)) == null) {
                definePackage(name.substring(0, dot));
            }
            ProtectionDomain domain = domains.computeIfAbsent(entry.place(), this::domain);
            return defineClass(name, content, 0, content.length, domain);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Two threads may come here with classes of one package; the second finds it defined. */
    private void definePackage(String name) {
        try {
            definePackage(name, null, null, null, null, null, null, null);
        } catch (IllegalArgumentException definedMeanwhile) {
            if (getDefinedPackage(name) == null) {
                throw definedMeanwhile;
            }
        }
    }

    private ProtectionDomain domain(String place) {
        try {
            URL url = URI.create(root + place + "!/").toURL();
            return new ProtectionDomain(new CodeSource(url, (Certificate[]) null), null, this, null);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Class files are read as resources too, by those who look for annotations. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        try {
            NestedJars.Entry entry = name.endsWith(".class") ? jars.find(name) : other(name);
            return entry == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(jars.content(entry));
        } catch (IOException unreadable) {
            return null;
        }
    }

    private NestedJars.@Nullable Entry other(String name) throws IOException {
        return alone ? jars.other(name) : null;
    }

    @Override
    protected @Nullable URL findResource(String name) {
        try {
            NestedJars.Entry entry = other(name);
            return entry == null ? null : url(name, entry);
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        List<NestedJars.Entry> found = alone ? jars.others(name) : List.of();
        return Collections.enumeration(
                found.stream().map(entry -> url(name, entry)).toList());
    }

    private URL url(String name, NestedJars.Entry entry) {
        try {
            return URL.of(
                    URI.create(SCHEME + ":/" + entry.place() + "!/" + name.replace(" ", "%20")), new Handler(entry));
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the one file it was made for. */
    private final class Handler extends URLStreamHandler {
        private final NestedJars.Entry entry;

        private Handler(NestedJars.Entry entry) {
            this.entry = entry;
        }

        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    return new ByteArrayInputStream(jars.content(entry));
                }
            };
        }
    }
}

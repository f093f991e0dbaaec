package io.sluice;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes and other files of a packaged jar lie: its own below {@code BOOT-INF/classes} and those of the
 * libraries below {@code BOOT-INF/lib}, which are stored in it uncompressed. Reads the directory of a library when
 * something is wanted that was not found before: all of them would take as long as a small job, and the command line
 * needs two or three. No two libraries have the same class, so the order in which they are read decides nothing
 * (format: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
 */
final class NestedJars implements Closeable {
    /** The folder of the product's own classes, also their place. */
    static final String CLASSES = "BOOT-INF/classes/";

    private static final String LIBRARIES = "BOOT-INF/lib/";
    /** The folder that every library has for what concerns it as a whole. */
    private static final String COMMON = "META-INF/";

    private static final String VERSIONS = "META-INF/versions/";

    /** Nobody but the product itself provides its services. */
    private static final String OWN_SERVICES = "META-INF/services/io.sluice.";

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int MOST_COMMENT_BYTES = 65_535;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    /** Enough for most names and what else stands in front of a content. */
    private static final int MOST_NAME_BYTES = 256;

    private static final int STORED = 0;

    private final RandomAccessFile file;
    private final Inflater inflater = new Inflater(true);
    private final Map<String, Entry> classes = new HashMap<>(1 << 12);
    private final Map<String, List<Entry>> others = new HashMap<>(1 << 10);
    private final List<Archive> libraries = new ArrayList<>();
    private final List<Archive> unread = new ArrayList<>();

    /**
     * A file.
     *
     * @param place {@link #CLASSES} or the name of the library
     * @param version of Java it is meant for, 0 for any
     * @param header where its local header begins in the file
     */
    record Entry(String place, int version, long header, int packed, int size, int method) {}

    /** One directory while it is read. */
    private record Archive(String place, long start, long end) {}

    NestedJars(Path jar) throws IOException {
        file = new RandomAccessFile(jar.toFile(), "r");
        try {
            read(new Archive(CLASSES, 0, file.length()));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The class file of that path, for example {@code java/lang/Object.class}; null when there is none. */
    synchronized @Nullable Entry find(String path) throws IOException {
        Entry found = classes.get(path);
        while (found == null && !unread.isEmpty()) {
            read(unread.remove(likeliest(path)));
            found = classes.get(path);
        }
        return found;
    }

    private int likeliest(String path) {
        for (int i = 0; i < unread.size(); i++) {
            if (isNamedAfter(path, unread.get(i))) {
                return i;
            }
        }
        return 0;
    }

    /** Libraries often begin with a part of the names of their packages, such as {@code postgresql-42.7.jar}. */
    private static boolean isNamedAfter(String path, Archive library) {
        int from = LIBRARIES.length();
        int length = library.place.indexOf('-', from) - from;
        int at = length > 0 ? path.indexOf(library.place.substring(from, from + length)) : -1;
        int end = at + length;
        return at >= 0 && (at == 0 || path.charAt(at - 1) == '/') && end < path.length() && path.charAt(end) == '/';
    }

    /** The first file of that path that is no class; null when there is none. */
    synchronized @Nullable Entry other(String path) throws IOException {
        List<Entry> known = others.get(path);
        List<Entry> found = known != null && known.getFirst().place.equals(CLASSES) ? known : others(path);
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * The files of that path that are no classes, for example {@code META-INF/services/java.sql.Driver}, in order. What
     * lies beside classes is looked for where classes of that path are likely to be, and only else everywhere.
     */
    synchronized List<Entry> others(String path) throws IOException {
        if (!path.startsWith(OWN_SERVICES)) {
            readLibrariesOf(path);
        }
        return others.getOrDefault(path, List.of()).stream()
                .sorted(Comparator.comparingLong(Entry::header))
                .toList();
    }

    private void readLibrariesOf(String path) throws IOException {
        boolean everywhere = path.startsWith(COMMON) || libraries.stream().noneMatch(one -> isNamedAfter(path, one));
        List<Archive> wanted = unread.stream()
                .filter(one -> everywhere || isNamedAfter(path, one))
                .toList();
        for (Archive one : wanted) {
            unread.remove(one);
            read(one);
        }
    }

    private void read(Archive archive) throws IOException {
        ByteBuffer directory = directory(archive);
        while (directory.remaining() >= ENTRY_BYTES) {
            int at = directory.position();
            if (directory.getInt(at) != ENTRY_SIGNATURE) {
                throw new ZipException("No entry at " + at + " of the directory of " + archive.place);
            }
            int nameBytes = directory.getShort(at + 28) & 0xffff;
            String name = new String(directory.array(), at + ENTRY_BYTES, nameBytes, StandardCharsets.UTF_8);
            long header = archive.start + (directory.getInt(at + 42) & 0xffffffffL);
            Entry entry = new Entry(
                    archive.place,
                    0,
                    header,
                    directory.getInt(at + 20),
                    directory.getInt(at + 24),
                    directory.getShort(at + 10));
            if (archive.start == 0) {
                outer(name, entry);
            } else {
                add(name, entry);
            }
            int more = (directory.getShort(at + 30) & 0xffff) + (directory.getShort(at + 32) & 0xffff);
            directory.position(at + ENTRY_BYTES + nameBytes + more);
        }
    }

    /** The directory stands in front of the end record, which a comment may follow. */
    private ByteBuffer directory(Archive archive) throws IOException {
        int most = (int) Math.min(archive.end - archive.start, END_BYTES + MOST_COMMENT_BYTES);
        int length = Math.min(most, END_BYTES);
        ByteBuffer tail = bytes(archive.end - length, length);
        if (length == END_BYTES && tail.getInt(0) != END_SIGNATURE) {
            tail = bytes(archive.end - most, most);
        }
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return bytes(archive.start + (tail.getInt(at + 16) & 0xffffffffL), tail.getInt(at + 12));
            }
        }
        throw new ZipException("No directory in " + archive.place);
    }

    private void outer(String name, Entry entry) throws IOException {
        if (name.startsWith(CLASSES)) {
            add(name.substring(CLASSES.length()), entry);
        } else if (name.startsWith(LIBRARIES) && name.endsWith(".jar")) {
            if (entry.method != STORED) {
                throw new ZipException(name + " is compressed");
            }
            long start = content(entry.header);
            Archive library = new Archive(name, start, start + entry.size);
            libraries.add(library);
            unread.add(library);
        }
    }

    /** The product's own class wins, and in a library the newest version of the class that this Java can run. */
    private void add(String name, Entry entry) {
        if (!name.endsWith(".class")) {
            if (!name.endsWith("/")) {
                others.computeIfAbsent(name, path -> new ArrayList<>(1)).add(entry);
            }
            return;
        }
        int version = 0;
        String path = name;
        if (name.startsWith(VERSIONS)) {
            int slash = name.indexOf('/', VERSIONS.length());
            version = Integer.parseInt(name.substring(VERSIONS.length(), slash));
            path = name.substring(slash + 1);
        }
        if (version > Runtime.version().feature()) {
            return;
        }
        Entry known = classes.get(path);
        if (known == null || known.place.equals(entry.place) && known.version < version) {
            classes.put(path, new Entry(entry.place, version, entry.header, entry.packed, entry.size, entry.method));
        }
    }

    /** The content of a file. */
    byte[] content(Entry entry) throws IOException {
        int guess = (int) Math.min(LOCAL_BYTES + MOST_NAME_BYTES + (long) entry.packed, file.length() - entry.header);
        ByteBuffer local = bytes(entry.header, guess);
        int start = contentStart(local);
        if (guess - start < entry.packed) {
            local = bytes(entry.header, start + entry.packed);
        }
        if (entry.method == STORED) {
            return Arrays.copyOfRange(local.array(), start, start + entry.packed);
        }
        byte[] content = new byte[entry.size];
        synchronized (inflater) {
            try {
                inflater.reset();
                inflater.setInput(local.array(), start, entry.packed);
                if (inflater.inflate(content) != entry.size) {
                    throw new EOFException("A file of " + entry.place + " ends early");
                }
            } catch (DataFormatException e) {
                throw new ZipException("A file of " + entry.place + " cannot be unpacked: " + e.getMessage());
            }
        }
        return content;
    }

    private static int contentStart(ByteBuffer local) {
        return LOCAL_BYTES + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
    }

    private long content(long header) throws IOException {
        return header + contentStart(bytes(header, LOCAL_BYTES));
    }

    /** Not through a channel: an interrupted thread would close it for all. */
    private ByteBuffer bytes(long from, int length) throws IOException {
        byte[] bytes = new byte[length];
        synchronized (file) {
            file.seek(from);
            file.readFully(bytes);
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        synchronized (inflater) {
            inflater.end();
        }
        file.close();
    }
}

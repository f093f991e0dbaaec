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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes and other files of a packaged jar lie: its own below {@code BOOT-INF/classes} and those of the
 * libraries below {@code BOOT-INF/lib}, which are stored in it uncompressed. Reads the directories of all of them once
 * (format: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16).
 */
final class NestedJars implements Closeable {
    /** The folder of the product's own classes, also their place. */
    static final String CLASSES = "BOOT-INF/classes/";

    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String VERSIONS = "META-INF/versions/";
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_BYTES = 22;
    private static final int MOST_COMMENT_BYTES = 65_535;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL_BYTES = 30;
    private static final int STORED = 0;

    private final RandomAccessFile file;
    private final Map<String, Entry> classes = new HashMap<>(1 << 16);
    private final Map<String, List<Entry>> others = new HashMap<>(1 << 12);

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
    @Nullable
    Entry find(String path) {
        return classes.get(path);
    }

    /** The files of that path that are no classes, for example {@code META-INF/services/java.sql.Driver}, in order. */
    List<Entry> others(String path) {
        return others.getOrDefault(path, List.of());
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
            read(new Archive(name, start, start + entry.size));
        }
    }

    /** The first library that has a class wins, and in it the newest version of the class that this Java can run. */
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
        byte[] packed = bytes(content(entry.header), entry.packed).array();
        if (entry.method == STORED) {
            return packed;
        }
        byte[] content = new byte[entry.size];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            if (inflater.inflate(content) != entry.size) {
                throw new EOFException("A file of " + entry.place + " ends early");
            }
            return content;
        } catch (DataFormatException e) {
            throw new ZipException("A file of " + entry.place + " cannot be unpacked: " + e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private long content(long header) throws IOException {
        ByteBuffer local = bytes(header, LOCAL_BYTES);
        return header + LOCAL_BYTES + (local.getShort(26) & 0xffff) + (local.getShort(28) & 0xffff);
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
        file.close();
    }
}

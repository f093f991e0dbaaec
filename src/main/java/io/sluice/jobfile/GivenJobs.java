package io.sluice.jobfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The job texts in files and zip archives. Nothing is written anywhere and no name is used as a path; what is read is
 * limited in number and size whatever an archive claims of itself.
 */
public record GivenJobs(List<JobText> texts, List<RefusedFile> refused) {
    /** The most job texts that are read at a time. */
    public static final int MOST = 2_000;

    /** The largest file, in bytes, that is taken from a browser. */
    public static final int LARGEST_UPLOAD = 16 << 20;

    private static final int LARGEST_TEXT = 2 << 20;
    private static final long LARGEST_TOTAL = 16L << 20;
    private static final int MOST_REFUSED = 200;
    private static final Charset CHINESE = Charset.forName("GB18030");

    public GivenJobs {
        texts = List.copyOf(texts);
        refused = List.copyOf(refused);
    }

    /** Reads files. Never fails; what cannot be read is refused. */
    public static GivenJobs in(List<GivenFile> files) {
        Gathering all = new Gathering();
        files.forEach(all::take);
        return new GivenJobs(all.texts, all.refused);
    }

    private static final class Gathering {
        private final List<JobText> texts = new ArrayList<>();
        private final List<RefusedFile> refused = new ArrayList<>();
        private long left = LARGEST_TOTAL;

        void take(GivenFile file) {
            if (isArchive(file.content())) {
                archive(file);
            } else {
                text(shortName(file.name()), file.content());
            }
        }

        private void text(String name, byte[] content) {
            if (content.length > LARGEST_TEXT) {
                refuse(name, RefusedFile.Reason.TOO_LARGE);
            } else if (texts.size() >= MOST) {
                refuse(name, RefusedFile.Reason.TOO_MANY);
            } else {
                TextDecoder.decode(content)
                        .ifPresentOrElse(text -> keep(name, text), () -> refuse(name, RefusedFile.Reason.NOT_TEXT));
            }
        }

        private void keep(String name, String text) {
            if (text.isBlank()) {
                refuse(name, RefusedFile.Reason.EMPTY);
            } else {
                texts.add(new JobText(name, text));
            }
        }

        /** Names in archives of Chinese systems are often no UTF-8, which the reader notices only on its way. */
        private void archive(GivenFile file) {
            int before = texts.size();
            int refusedBefore = refused.size();
            long leftBefore = left;
            try {
                entries(file, StandardCharsets.UTF_8);
            } catch (IOException | IllegalArgumentException strange) {
                texts.subList(before, texts.size()).clear();
                refused.subList(refusedBefore, refused.size()).clear();
                left = leftBefore;
                archiveWithChineseNames(file, before);
            }
        }

        private void archiveWithChineseNames(GivenFile file, int before) {
            try {
                entries(file, CHINESE);
            } catch (IOException | IllegalArgumentException broken) {
                texts.subList(before, texts.size()).clear();
                refuse(shortName(file.name()), RefusedFile.Reason.BROKEN_ARCHIVE);
            }
        }

        private void entries(GivenFile file, Charset names) throws IOException {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.content()), names)) {
                int seen = 0;
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    seen++;
                    if (seen > MOST) {
                        refuse(shortName(file.name()), RefusedFile.Reason.TOO_MANY);
                        return;
                    }
                    entry(entry, zip);
                    if (left < 0) {
                        refuse(shortName(file.name()), RefusedFile.Reason.ARCHIVE_TOO_LARGE);
                        return;
                    }
                }
            }
        }

        private void entry(ZipEntry entry, InputStream zip) throws IOException {
            String name = shortName(entry.getName());
            if (entry.isDirectory() || isLeftover(entry.getName(), name)) {
                return;
            }
            byte[] content = zip.readNBytes(LARGEST_TEXT + 1);
            left -= content.length;
            if (left < 0) {
                return;
            }
            if (isArchive(content)) {
                refuse(name, RefusedFile.Reason.ARCHIVE_IN_ARCHIVE);
            } else {
                text(name, content);
            }
            left -= drained(zip);
        }

        /** Reads past the rest of an entry, which may be endless as far as its name goes. */
        private long drained(InputStream zip) throws IOException {
            byte[] buffer = new byte[1 << 16];
            long drained = 0;
            for (int read = zip.read(buffer); read > 0 && drained <= left; read = zip.read(buffer)) {
                drained += read;
            }
            return drained;
        }

        private void refuse(String name, RefusedFile.Reason reason) {
            if (refused.size() < MOST_REFUSED) {
                refused.add(new RefusedFile(name, reason));
            }
        }
    }

    private static boolean isArchive(byte[] content) {
        return content.length > 3 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    /** What operating systems put beside the files of people. */
    private static boolean isLeftover(String path, String name) {
        return path.startsWith("__MACOSX/")
                || name.startsWith(".")
                || name.toLowerCase(Locale.ROOT).equals("thumbs.db");
    }

    /** The last part of a name, whatever folders it claims to lie in. */
    private static String shortName(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        String last = name.substring(slash + 1);
        return last.length() > 200 ? last.substring(0, 200) : last;
    }
}

package io.sluice.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.sluice.testing.OwnTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class GivenJobsTest {
    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void readsTheEncodingsPeopleHave() {
        String text = "{\"job\": \"订单同步\"}";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        GivenJobs jobs = GivenJobs.in(List.of(
                new GivenFile("utf8.json", utf8),
                new GivenFile("bom.json", joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, utf8)),
                new GivenFile("gbk.json", text.getBytes(GBK)),
                new GivenFile("wide.json", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)),
                new GivenFile("wide-be.json", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))));
        assertThat(jobs.texts()).extracting(JobText::text).containsOnly(text).hasSize(5);
        assertThat(jobs.refused()).isEmpty();
    }

    @Test
    void refusesWhatIsNoText() {
        GivenJobs jobs = GivenJobs.in(List.of(
                new GivenFile("picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}),
                new GivenFile("a.jar\0.json", new byte[] {0, 0, 0, 0}),
                new GivenFile("empty.json", " \n".getBytes(StandardCharsets.UTF_8)),
                new GivenFile("large.json", new byte[3 << 20])));
        assertThat(jobs.texts()).isEmpty();
        assertThat(jobs.refused())
                .extracting(RefusedFile::reason)
                .containsExactly(
                        RefusedFile.Reason.NOT_TEXT,
                        RefusedFile.Reason.NOT_TEXT,
                        RefusedFile.Reason.EMPTY,
                        RefusedFile.Reason.TOO_LARGE);
    }

    @Test
    void takesNamesOfEntriesForNamesOnly() throws IOException {
        byte[] zip = zip(
                StandardCharsets.UTF_8,
                entry("../../config/application.yml", "{\"a\": 1}"),
                entry("..\\..\\windows\\evil.json", "{\"a\": 2}"),
                entry("/etc/passwd", "{\"a\": 3}"),
                entry("__MACOSX/._a.json", "x"),
                entry(".DS_Store", "x"),
                entry("folder/", ""),
                entry("folder/" + "n".repeat(4_000) + ".json", "{\"a\": 4}"));
        GivenJobs jobs = GivenJobs.in(List.of(new GivenFile("jobs.zip", zip)));
        assertThat(jobs.texts())
                .extracting(JobText::file)
                .containsExactly("application.yml", "evil.json", "passwd", "n".repeat(200));
        assertThat(jobs.refused()).isEmpty();
    }

    @Test
    void readsNamesOfChineseArchives() throws IOException {
        byte[] zip = zip(GBK, entry("任务/订单.json", "{}"));
        assertThat(GivenJobs.in(List.of(new GivenFile("jobs.zip", zip))).texts())
                .extracting(JobText::file)
                .containsExactly("订单.json");
    }

    @Test
    void isNotFooledByABomb() throws IOException {
        byte[] bomb = zip(StandardCharsets.UTF_8, entry("good.json", "{}"), zeros("bomb.json", 1_500_000_000L));
        assertThat(bomb.length).isLessThan(GivenJobs.LARGEST_UPLOAD);
        assertThat(OwnTime.of(() -> {
                    GivenJobs jobs = GivenJobs.in(List.of(new GivenFile("b.zip", bomb)));
                    assertThat(jobs.texts()).extracting(JobText::file).containsExactly("good.json");
                    assertThat(jobs.refused())
                            .extracting(RefusedFile::name, RefusedFile::reason)
                            .containsExactly(
                                    tuple("bomb.json", RefusedFile.Reason.TOO_LARGE),
                                    tuple("b.zip", RefusedFile.Reason.ARCHIVE_TOO_LARGE));
                }))
                .isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void readsOnlySoManyFilesAndNoArchiveInsideAnother() throws IOException {
        Entry[] many = new Entry[GivenJobs.MOST + 1];
        Arrays.setAll(many, number -> entry("job" + number + ".json", "{\"n\": " + number + "}"));
        GivenJobs jobs = GivenJobs.in(List.of(
                new GivenFile("a.zip", zip(StandardCharsets.UTF_8, many)),
                new GivenFile("one.json", new byte[] {'1'})));
        assertThat(jobs.texts()).hasSize(GivenJobs.MOST);
        assertThat(jobs.refused())
                .extracting(RefusedFile::name, RefusedFile::reason)
                .containsExactly(
                        tuple("a.zip", RefusedFile.Reason.TOO_MANY), tuple("one.json", RefusedFile.Reason.TOO_MANY));
        byte[] inner = zip(StandardCharsets.UTF_8, entry("x.json", "{}"));
        GivenJobs nested = GivenJobs.in(List.of(
                new GivenFile("n.zip", zip(StandardCharsets.UTF_8, new Entry("inner.zip", inner, inner.length)))));
        assertThat(nested.refused())
                .extracting(RefusedFile::reason)
                .containsExactly(RefusedFile.Reason.ARCHIVE_IN_ARCHIVE);
    }

    @Test
    void saysThatAnArchiveIsBroken() throws IOException {
        byte[] zip = zip(StandardCharsets.UTF_8, entry("a.json", "{\"a\": 1}".repeat(1000)));
        GivenJobs jobs = GivenJobs.in(List.of(new GivenFile("cut.zip", Arrays.copyOf(zip, 60))));
        assertThat(jobs.texts()).isEmpty();
        assertThat(jobs.refused()).extracting(RefusedFile::reason).containsExactly(RefusedFile.Reason.BROKEN_ARCHIVE);
    }

    private record Entry(String name, byte[] start, long length) {}

    private static Entry entry(String name, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new Entry(name, content, content.length);
    }

    private static Entry zeros(String name, long length) {
        return new Entry(name, new byte[0], length);
    }

    private static byte[] zip(Charset names, Entry... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] blank = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Entry entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name()));
                zip.write(entry.start());
                for (long left = entry.length() - entry.start().length; left > 0; left -= blank.length) {
                    zip.write(blank, 0, (int) Math.min(left, blank.length));
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

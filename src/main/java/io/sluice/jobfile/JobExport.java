package io.sluice.jobfile;

import io.sluice.datasource.DataSourceService;
import io.sluice.jobfile.ExportedFile.TaskRemark;
import io.sluice.script.ExportedJob;
import io.sluice.script.ImportedJob;
import io.sluice.script.InlineDataSource;
import io.sluice.script.JobDialects;
import io.sluice.script.Note;
import io.sluice.script.ScriptDocument;
import io.sluice.spi.Sentence;
import io.sluice.studio.NodeKind;
import io.sluice.studio.StudioService;
import io.sluice.studio.TreeNode;
import io.sluice.workspace.Member;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;

/** Writes tasks as files. Secrets never leave: placeholders stand in their places, and the remarks name them. */
@Service
public class JobExport {
    private final StudioService studio;
    private final DataSourceService dataSources;
    private final JobCatalog catalog;

    JobExport(StudioService studio, DataSourceService dataSources, JobCatalog catalog) {
        this.studio = studio;
        this.dataSources = dataSources;
        this.catalog = catalog;
    }

    /** One task as a file of its own, everything below a flow, section or folder as a zip archive; empty when gone. */
    public Optional<ExportedFile> export(Member member, UUID node, ExportFormat format) {
        List<TreeNode> tree = studio.tree(member);
        Optional<TreeNode> found =
                tree.stream().filter(one -> one.id().equals(node)).findFirst();
        Map<String, InlineDataSource> sources = dataSources.list(member).stream()
                .flatMap(source -> catalog.inline(source).stream())
                .collect(Collectors.toMap(InlineDataSource::name, source -> source));
        return found.map(top -> top.kind() == NodeKind.TASK
                ? single(member, top, format, sources)
                : archive(member, top, children(tree), format, sources));
    }

    /** A text that stands in an editor, as a file. */
    public ExportedFile export(Member member, String task, String text, ExportFormat format) {
        Map<String, InlineDataSource> sources = dataSources.list(member).stream()
                .flatMap(source -> catalog.inline(source).stream())
                .collect(Collectors.toMap(InlineDataSource::name, source -> source));
        return file(task, written(text, format, sources), format);
    }

    private ExportedFile single(
            Member member, TreeNode task, ExportFormat format, Map<String, InlineDataSource> sources) {
        String text = studio.open(member, task.id()).map(open -> open.text()).orElse("");
        return file(task.name(), written(text, format, sources), format);
    }

    private static ExportedFile file(String task, Written written, ExportFormat format) {
        List<TaskRemark> remarks = written.remarks().stream()
                .map(remark -> new TaskRemark(task, remark))
                .toList();
        byte[] content = written.text().getBytes(StandardCharsets.UTF_8);
        return new ExportedFile(plain(task) + format.ending(), content, content.length == 0 ? 0 : 1, remarks);
    }

    private record Written(String text, List<Remark> remarks) {}

    private static Written written(String text, ExportFormat format, Map<String, InlineDataSource> sources) {
        ImportedJob clean = JobDialects.read(text, (type, url) -> false);
        ScriptDocument document = clean.document();
        if (!document.readable()) {
            Sentence message =
                    Sentence.of("The script cannot be read, so what is secret in it cannot be told; repair it first");
            return new Written("", List.of(new Remark(Remark.Kind.PROBLEM, "", "", message)));
        }
        List<Remark> remarks = remarks(clean.notes());
        if (format == ExportFormat.SCRIPT) {
            return new Written(document.text(), remarks);
        }
        Optional<ExportedJob> job = JobDialects.writeDataX(
                document,
                name -> Optional.ofNullable(sources.get(name)).map(source -> withProperties(document, source)));
        if (job.isEmpty()) {
            Sentence message = Sentence.of("DataX needs exactly one reader and one writer");
            remarks.add(new Remark(Remark.Kind.PROBLEM, "steps", "", message));
            return new Written("", remarks);
        }
        remarks.addAll(remarks(job.get().notes()));
        return new Written(job.get().text(), remarks);
    }

    private static InlineDataSource withProperties(ScriptDocument document, InlineDataSource source) {
        return new InlineDataSource(
                source.name(),
                source.stepType(),
                UrlProperties.joined(document, source.name(), source.jdbcUrl()),
                source.username(),
                source.password());
    }

    private static List<Remark> remarks(List<Note> notes) {
        List<Remark> remarks = new ArrayList<>();
        for (Note note : notes) {
            boolean unsupported = note.kind() == Note.Kind.UNSUPPORTED;
            if (unsupported || !note.message().isEmpty()) {
                Remark.Kind kind = unsupported ? Remark.Kind.UNSUPPORTED : Remark.Kind.MAPPED;
                remarks.add(new Remark(kind, note.from(), note.to(), note.said()));
            }
        }
        return remarks;
    }

    private static Map<UUID, List<TreeNode>> children(List<TreeNode> tree) {
        Map<UUID, List<TreeNode>> children = new HashMap<>();
        for (TreeNode node : tree) {
            UUID parent = node.parentId();
            if (parent != null) {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(node);
            }
        }
        return children;
    }

    private ExportedFile archive(
            Member member,
            TreeNode top,
            Map<UUID, List<TreeNode>> children,
            ExportFormat format,
            Map<String, InlineDataSource> sources) {
        Map<String, TreeNode> paths = new java.util.LinkedHashMap<>();
        paths(top, "", children, paths, new HashSet<>());
        List<TaskRemark> remarks = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int tasks = 0;
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, TreeNode> entry : paths.entrySet()) {
                ExportedFile one = single(member, entry.getValue(), format, sources);
                remarks.addAll(one.remarks());
                if (one.tasks() > 0) {
                    put(zip, entry.getKey() + format.ending(), one.content());
                    tasks++;
                }
            }
            put(zip, "report.txt", report(remarks).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new ExportedFile(plain(top.name()) + ".zip", bytes.toByteArray(), tasks, remarks);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static void paths(
            TreeNode node,
            String folder,
            Map<UUID, List<TreeNode>> children,
            Map<String, TreeNode> paths,
            Set<String> taken) {
        for (TreeNode child : children.getOrDefault(node.id(), List.of())) {
            String path = folder + plain(child.name());
            if (child.kind() == NodeKind.TASK) {
                String free = path;
                for (int number = 2; !taken.add(free); number++) {
                    free = path + "_" + number;
                }
                paths.put(free, child);
            } else {
                paths(child, child.kind() == NodeKind.SECTION ? folder : path + "/", children, paths, taken);
            }
        }
    }

    /** A name that no file system takes for a path or refuses. */
    private static String plain(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return plain.matches("\\.*") ? "_" : plain;
    }

    private static String report(List<TaskRemark> remarks) {
        if (remarks.isEmpty()) {
            return "Every task is written as it is.\n";
        }
        return remarks.stream()
                .map(one -> one.task() + ": " + one.remark().path() + " " + arrow(one.remark())
                        + one.remark().message())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String arrow(Remark remark) {
        return remark.to().isEmpty() || remark.to().equals(remark.path()) ? "" : "→ " + remark.to() + " ";
    }
}

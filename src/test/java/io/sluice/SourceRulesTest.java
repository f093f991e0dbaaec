package io.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules about the text of our sources, checked on the compiler's own syntax trees. */
class SourceRulesTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 60;
    private static final int MOST_PARAMETERS = 5;
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Util|Utils|Helper|Helpers|Manager|Impl)|Abstract\\w*Base");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@auth" + "or");

    private static List<Path> files = List.of();
    private static Findings findings = new Findings();

    @BeforeAll
    static void parsesAllSources() throws IOException {
        files = sources();
        findings = Findings.in(files);
    }

    @Test
    void filesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : files) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void methodsFitOnAScreen() {
        assertThat(findings.longMethods).isEmpty();
    }

    @Test
    void methodsTakeFewParameters() {
        assertThat(findings.manyParameters).isEmpty();
    }

    @Test
    void typesHaveNamesThatSaySomething() {
        assertThat(findings.emptyNames).isEmpty();
    }

    @Test
    void onlyTheEngineCatchesEverything() {
        assertThat(findings.broadCatches).isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(filesContaining(LEFT_OVER)).isEmpty();
    }

    @Test
    void everyPackageStatesItsPurposeAndIsNullMarked() throws IOException {
        TreeSet<Path> folders = new TreeSet<>();
        files.stream()
                .filter(file -> file.startsWith("src/main"))
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> folders.add(file.getParent()));
        List<Path> without = new ArrayList<>();
        for (Path folder : folders) {
            Path description = folder.resolve("package-info.java");
            if (!Files.exists(description) || !describes(Files.readString(description))) {
                without.add(folder);
            }
        }
        assertThat(without).isEmpty();
    }

    private static boolean describes(String text) {
        return text.startsWith("/**") && text.contains("@NullMarked");
    }

    private static List<String> filesContaining(Pattern pattern) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            if (!file.endsWith("SourceRulesTest.java")
                    && pattern.matcher(Files.readString(file)).find()) {
                found.add(file.toString());
            }
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all =
                Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/test/java")))) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static final class Findings extends TreePathScanner<Void, Void> {
        private final List<String> longMethods = new ArrayList<>();
        private final List<String> manyParameters = new ArrayList<>();
        private final List<String> emptyNames = new ArrayList<>();
        private final List<String> broadCatches = new ArrayList<>();

        private SourcePositions positions;
        private CompilationUnitTree unit;

        static Findings in(List<Path> files) throws IOException {
            Findings findings = new Findings();
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
                findings.positions = Trees.instance(task).getSourcePositions();
                for (CompilationUnitTree unit : task.parse()) {
                    findings.unit = unit;
                    findings.scan(unit, null);
                }
            }
            return findings;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
                emptyNames.add(place(type) + " " + type.getSimpleName());
            }
            return super.visitClass(type, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (positions.getStartPosition(unit, method) >= 0) {
                long lines = line(positions.getEndPosition(unit, method))
                        - line(positions.getStartPosition(unit, method))
                        + 1;
                if (lines > LONGEST_METHOD) {
                    longMethods.add(place(method) + " " + method.getName() + " has " + lines + " lines");
                }
                if (method.getParameters().size() > MOST_PARAMETERS
                        && !isRecordConstructor(method)
                        && !overrides(method)) {
                    manyParameters.add(place(method) + " " + method.getName());
                }
            }
            return super.visitMethod(method, none);
        }

        @Override
        public Void visitCatch(CatchTree clause, Void none) {
            String caught = clause.getParameter().getType().toString();
            if (List.of("Exception", "Throwable").contains(caught) && !mayCatchEverything()) {
                broadCatches.add(place(clause));
            }
            return super.visitCatch(clause, none);
        }

        private boolean mayCatchEverything() {
            ExpressionTree name = unit.getPackageName();
            return name != null && name.toString().startsWith("io.sluice.engine");
        }

        /** The parameters of what a method overrides may be a library's choice. */
        private static boolean overrides(MethodTree method) {
            return method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Override"));
        }

        /** The constructor of a record has as many parameters as the value has parts. */
        private boolean isRecordConstructor(MethodTree method) {
            Tree owner = getCurrentPath().getParentPath().getLeaf();
            return owner.getKind() == Tree.Kind.RECORD && method.getName().contentEquals("<init>");
        }

        private String place(Tree tree) {
            return unit.getSourceFile().getName() + ":" + line(positions.getStartPosition(unit, tree));
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}

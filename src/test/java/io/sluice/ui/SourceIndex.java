package io.sluice.ui;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The classes, methods and calls of our sources, as far as one can tell them without resolving types. */
final class SourceIndex {
    /** A class with its methods and the values its fields begin with. */
    record Type(String name, Map<String, List<MethodTree>> methods, Map<String, ExpressionTree> fields) {
        Type(String name) {
            this(name, new HashMap<>(), new HashMap<>());
        }
    }

    /**
     * A call of a method or a constructor.
     *
     * @param receiver what stands before the method's name, empty for a call within the class
     * @param method where it stands; null in the value of a field
     */
    record Call(
            String receiver,
            String name,
            List<? extends ExpressionTree> arguments,
            Type type,
            @Nullable MethodTree method) {}

    final Map<String, Type> types = new HashMap<>();
    final List<Call> calls = new ArrayList<>();

    static SourceIndex of(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SourceIndex index = new SourceIndex();
        try (Stream<Path> found = Files.walk(folder);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources =
                    found.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                index.new Reading().scan(unit, null);
            }
        }
        return index;
    }

    /** What a method or a lambda may return. */
    static List<ExpressionTree> returns(Tree body) {
        List<ExpressionTree> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public @Nullable Void visitReturn(ReturnTree node, Void none) {
                if (node.getExpression() != null) {
                    found.add(node.getExpression());
                }
                return super.visitReturn(node, none);
            }

            @Override
            public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, Void none) {
                return null;
            }
        }.scan(body, null);
        return found;
    }

    /** What variables of a name begin with inside a method. */
    static List<ExpressionTree> initial(MethodTree method, String name) {
        List<ExpressionTree> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree node, Void none) {
                if (node.getName().contentEquals(name) && node.getInitializer() != null) {
                    found.add(node.getInitializer());
                }
                return super.visitVariable(node, none);
            }
        }.scan(method.getBody(), null);
        return found;
    }

    private final class Reading extends TreeScanner<Void, Void> {
        private Type type = new Type("");
        private @Nullable MethodTree method;

        @Override
        public @Nullable Void visitClass(ClassTree node, Void none) {
            Type outer = type;
            MethodTree around = method;
            String name = node.getSimpleName().toString();
            type = name.isEmpty() ? outer : types.computeIfAbsent(name, Type::new);
            method = null;
            for (Tree member : node.getMembers()) {
                if (member instanceof MethodTree found) {
                    type.methods()
                            .computeIfAbsent(found.getName().toString(), same -> new ArrayList<>())
                            .add(found);
                } else if (member instanceof VariableTree field && field.getInitializer() != null) {
                    type.fields().put(field.getName().toString(), field.getInitializer());
                }
            }
            super.visitClass(node, none);
            type = outer;
            method = around;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree node, Void none) {
            MethodTree around = method;
            method = node;
            super.visitMethod(node, none);
            method = around;
            return null;
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree node, Void none) {
            String name = node.getIdentifier().toString().replaceAll("<.*", "");
            add("new", name.substring(name.lastIndexOf('.') + 1), node.getArguments());
            return super.visitNewClass(node, none);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree node, Void none) {
            String called = node.getMethodSelect().toString();
            int dot = called.lastIndexOf('.');
            add(dot < 0 ? "" : called.substring(0, dot), called.substring(dot + 1), node.getArguments());
            return super.visitMethodInvocation(node, none);
        }

        private void add(String receiver, String name, List<? extends ExpressionTree> arguments) {
            calls.add(new Call(receiver, name, arguments, type, method));
        }
    }
}

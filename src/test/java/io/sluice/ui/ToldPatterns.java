package io.sluice.ui;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreeScanner;
import io.sluice.ui.SourceIndex.Call;
import io.sluice.ui.SourceIndex.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The English texts that the code puts together for people, each as a pattern with places for what varies. They are
 * found in the sources: an argument that becomes the text of a failure, of a line of a run's log or of a connection
 * test is followed to the constants it is made of, also through methods that only pass it on.
 */
final class ToldPatterns {
    private static final char HOLE = '\u0000';
    private static final int DEEPEST = 4;
    private static final int MOST = 64;

    /** A choice between more texts than these is a text of its own. */
    private static final int MOST_TOGETHER = 6;

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3}");
    private static final Pattern SPECIFIER = Pattern.compile("%(?:%|[-#+ 0,(]*\\d*(?:\\.\\d+)?[a-zA-Z])");

    /** Where a text goes: an argument of a method or constructor. @param owner class of the method, "new" for constructors */
    record Speaker(String owner, String name, int arguments, int index) {}

    private final SourceIndex index;
    private final Map<String, String> found = new TreeMap<>();
    private final Set<Speaker> speakers = new HashSet<>();
    private final List<Speaker> waiting = new ArrayList<>();

    ToldPatterns(SourceIndex index) {
        this.index = index;
    }

    /** Follows what is given to a speaker, everywhere. */
    void follow(Speaker first) {
        add(first);
        while (!waiting.isEmpty()) {
            Speaker speaker = waiting.removeLast();
            for (Call call : index.calls) {
                if (calls(call, speaker)) {
                    keep(
                            texts(call.arguments().get(speaker.index()), Scope.of(call.type(), call.method())),
                            call.type());
                }
            }
        }
    }

    /** Follows what methods of a name return, in all classes that have one without or with a single parameter. */
    void followReturns(String method) {
        for (Type type : List.copyOf(index.types.values())) {
            for (MethodTree one : type.methods().getOrDefault(method, List.of())) {
                if (one.getBody() != null && one.getReturnType().toString().equals("String")) {
                    SourceIndex.returns(one.getBody()).forEach(value -> keep(texts(value, Scope.of(type, one)), type));
                }
            }
        }
    }

    /** The patterns, with the class each was found in. */
    Map<String, String> patterns() {
        return found;
    }

    private void add(Speaker speaker) {
        if (speakers.add(speaker)) {
            waiting.add(speaker);
        }
    }

    private static boolean calls(Call call, Speaker speaker) {
        if (!call.name().equals(speaker.name()) || call.arguments().size() != speaker.arguments()) {
            return false;
        }
        return switch (speaker.owner()) {
            case "new", "*" -> call.receiver().equals("new") == speaker.owner().equals("new");
            default ->
                call.receiver().equals(speaker.owner())
                        || call.receiver().endsWith("." + speaker.owner())
                        || !call.receiver().contains(".")
                                && call.type().name().equals(speaker.owner())
                                && (call.receiver().isEmpty()
                                        || Character.isLowerCase(call.receiver().charAt(0)))
                                && !call.receiver().equals("new");
        };
    }

    private void keep(List<String> texts, Type type) {
        for (String text : texts) {
            for (String line : text.split("\n")) {
                String pattern = numbered(line.strip().replace("%s", "" + HOLE));
                if (!pattern.replaceAll("\\{\\d+}", "")
                        .replaceAll("[^A-Za-z]", "")
                        .isEmpty()) {
                    found.putIfAbsent(pattern, type.name());
                }
            }
        }
    }

    private static String numbered(String text) {
        StringBuilder pattern = new StringBuilder();
        int places = 0;
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == HOLE) {
                if (at == 0 || text.charAt(at - 1) != HOLE) {
                    pattern.append('{').append(places++).append('}');
                }
            } else {
                pattern.append(text.charAt(at));
            }
        }
        return pattern.toString();
    }

    /** @param depth how many methods were entered on the way */
    private record Scope(Type type, @Nullable MethodTree method, int depth, Set<MethodTree> entered) {
        static Scope of(Type type, @Nullable MethodTree method) {
            return new Scope(type, method, 0, Set.of());
        }

        Scope deeper(Type other, MethodTree called) {
            Set<MethodTree> all = new HashSet<>(entered);
            all.add(called);
            return new Scope(other, called, depth + 1, all);
        }

        Scope constantOf(Type other) {
            return new Scope(other, null, depth, entered);
        }
    }

    /** What an expression may say, with a sign where it cannot be told. */
    private List<String> texts(@Nullable ExpressionTree expression, Scope scope) {
        return switch (expression) {
            case LiteralTree literal
            when literal.getValue() instanceof String || literal.getValue() instanceof Character ->
                List.of(String.valueOf(literal.getValue()));
            case ParenthesizedTree inner -> texts(inner.getExpression(), scope);
            case BinaryTree sum when sum.getKind() == Tree.Kind.PLUS -> sum(sum, scope);
            case ConditionalExpressionTree choice ->
                union(texts(choice.getTrueExpression(), scope), texts(choice.getFalseExpression(), scope));
            case SwitchExpressionTree choice -> cases(choice, scope);
            case LambdaExpressionTree lambda -> lambda(lambda, scope);
            case MethodInvocationTree call -> call(call, scope);
            case IdentifierTree name -> name(name.getName().toString(), scope);
            case MemberSelectTree field -> {
                Type type = index.types.get(field.getExpression().toString());
                ExpressionTree value = type == null
                        ? null
                        : type.fields().get(field.getIdentifier().toString());
                yield value == null ? List.of("" + HOLE) : constant(value, scope.constantOf(type));
            }
            case null, default -> List.of("" + HOLE);
        };
    }

    private List<String> constant(ExpressionTree value, Scope scope) {
        List<String> texts = texts(value, scope);
        return texts.stream().noneMatch(text -> text.indexOf(HOLE) >= 0) ? texts : List.of("" + HOLE);
    }

    private List<String> sum(BinaryTree sum, Scope scope) {
        List<String> left = texts(sum.getLeftOperand(), scope);
        List<String> right = texts(sum.getRightOperand(), scope);
        List<String> all = new ArrayList<>();
        for (String first : left) {
            for (String second : right) {
                if (all.size() < MOST) {
                    all.add(first + second);
                }
            }
        }
        return all;
    }

    private static List<String> union(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private List<String> cases(SwitchExpressionTree choice, Scope scope) {
        List<String> all = new ArrayList<>();
        for (CaseTree one : choice.getCases()) {
            Tree body = one.getBody();
            if (body instanceof ExpressionTree value) {
                all.addAll(texts(value, scope));
            } else if (body instanceof ExpressionStatementTree statement) {
                all.addAll(texts(statement.getExpression(), scope));
            } else if (body instanceof BlockTree block) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public @Nullable Void visitYield(YieldTree node, Void none) {
                        all.addAll(texts(node.getValue(), scope));
                        return null;
                    }
                }.scan(block, null);
            }
        }
        return all;
    }

    private List<String> lambda(LambdaExpressionTree lambda, Scope scope) {
        if (lambda.getBody() instanceof ExpressionTree value) {
            return texts(value, scope);
        }
        List<String> all = new ArrayList<>();
        SourceIndex.returns(lambda.getBody()).forEach(value -> all.addAll(texts(value, scope)));
        return all;
    }

    private List<String> name(String name, Scope scope) {
        MethodTree method = scope.method();
        if (method != null) {
            List<? extends VariableTree> parameters = method.getParameters();
            for (int i = 0; i < parameters.size(); i++) {
                VariableTree parameter = parameters.get(i);
                if (parameter.getName().contentEquals(name)) {
                    if (scope.depth() == 0
                            && parameter.getType() != null
                            && parameter.getType().toString().equals("String")) {
                        add(speaker(scope.type(), method, i));
                    }
                    return List.of("" + HOLE);
                }
            }
            List<String> all = new ArrayList<>();
            SourceIndex.initial(method, name).forEach(value -> all.addAll(texts(value, scope)));
            if (!all.isEmpty()) {
                return all;
            }
        }
        ExpressionTree field = scope.type().fields().get(name);
        return field == null ? List.of("" + HOLE) : constant(field, scope.constantOf(scope.type()));
    }

    private static Speaker speaker(Type type, MethodTree method, int index) {
        int count = method.getParameters().size();
        return method.getName().contentEquals("<init>")
                ? new Speaker("new", type.name(), count, index)
                : new Speaker(type.name(), method.getName().toString(), count, index);
    }

    private List<String> call(MethodInvocationTree call, Scope scope) {
        String called = call.getMethodSelect().toString();
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (called.equals("String.format")) {
            boolean locale = arguments.getFirst().toString().startsWith("Locale.");
            int first = locale ? 1 : 0;
            return formatted(texts(arguments.get(first), scope), arguments.subList(first + 1, arguments.size()), scope);
        }
        if (call.getMethodSelect() instanceof MemberSelectTree member) {
            String name = member.getIdentifier().toString();
            if (name.equals("formatted")) {
                return formatted(texts(member.getExpression(), scope), arguments, scope);
            }
            if (name.equals("orElse") && member.getExpression() instanceof MethodInvocationTree optional) {
                return union(alternatives(optional, scope), texts(arguments.getFirst(), scope));
            }
            if (name.equals("strip") || name.equals("toString") && arguments.isEmpty()) {
                return texts(member.getExpression(), scope);
            }
        }
        return returned(called, arguments.size(), scope);
    }

    /** What an optional holds that was made of another one. */
    private List<String> alternatives(MethodInvocationTree optional, Scope scope) {
        return optional.getArguments().size() == 1
                        && optional.getArguments().getFirst() instanceof LambdaExpressionTree lambda
                ? lambda(lambda, scope)
                : List.of("" + HOLE);
    }

    private List<String> returned(String called, int arguments, Scope scope) {
        int dot = called.lastIndexOf('.');
        Type type = dot < 0 ? scope.type() : index.types.get(called.substring(0, dot));
        List<String> all = new ArrayList<>();
        if (type != null && scope.depth() < DEEPEST) {
            for (MethodTree method : type.methods().getOrDefault(called.substring(dot + 1), List.of())) {
                if (method.getBody() != null
                        && !scope.entered().contains(method)
                        && method.getParameters().size() == arguments
                        && method.getReturnType() != null
                        && method.getReturnType().toString().equals("String")) {
                    SourceIndex.returns(method.getBody())
                            .forEach(value -> all.addAll(texts(value, scope.deeper(type, method))));
                }
            }
        }
        boolean words = all.stream().anyMatch(text -> WORD.matcher(text).find());
        if (words && all.size() > MOST_TOGETHER) {
            keep(all, scope.type());
        }
        return words && all.size() <= MOST_TOGETHER ? all : List.of("" + HOLE);
    }

    private List<String> formatted(List<String> formats, List<? extends ExpressionTree> arguments, Scope scope) {
        List<String> all = new ArrayList<>();
        for (String format : formats) {
            List<String> made = List.of("");
            Matcher specifier = SPECIFIER.matcher(format);
            int from = 0;
            int argument = 0;
            while (specifier.find()) {
                List<String> value = List.of("%");
                if (!specifier.group().equals("%%")) {
                    ExpressionTree given = argument < arguments.size() ? arguments.get(argument) : null;
                    value = specifier.group().equals("%s") ? texts(given, scope) : List.of("" + HOLE);
                    argument++;
                }
                made = joined(made, format.substring(from, specifier.start()), value);
                from = specifier.end();
            }
            all.addAll(joined(made, format.substring(from), List.of("")));
        }
        return all;
    }

    private static List<String> joined(List<String> before, String between, List<String> values) {
        List<String> all = new ArrayList<>();
        for (String text : before) {
            for (String value : values) {
                if (all.size() < MOST) {
                    all.add(text + between + value);
                }
            }
        }
        return all;
    }
}

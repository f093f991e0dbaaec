package io.sluice.script;

import io.sluice.script.Node.ArrayNode;
import io.sluice.script.Node.Member;
import io.sluice.script.Node.MissingNode;
import io.sluice.script.Node.NumberNode;
import io.sluice.script.Node.ObjectNode;
import io.sluice.script.Node.TextNode;
import io.sluice.script.Node.WordNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds values in a tree by path, and paths by offset. */
final class Locator {
    /** Keys that are found at the top level in any spelling of their letters. */
    static final Set<String> TOP_LEVEL = Set.of(
            "type", "version", "steps", "order", "setting", "extend", "transform", "nodeDef", "configuration", "job");

    private final @Nullable Node root;

    Locator(Tree tree) {
        this.root = tree.root();
    }

    /** @param key the name of the value when it is a member */
    record Found(Node node, @Nullable TextNode key) {}

    @Nullable
    Found find(Path path) {
        Node node = root;
        TextNode key = null;
        for (Path.Step step : path.steps()) {
            if (step instanceof Path.Index item) {
                node = node instanceof ArrayNode array
                                && item.index() < array.items().size()
                        ? array.items().get(item.index())
                        : null;
                key = null;
            } else if (step instanceof Path.Name name) {
                Member member = node instanceof ObjectNode object ? member(object, name.name()) : null;
                node = member == null ? null : member.value();
                key = member == null ? null : member.key();
            }
            if (node == null) {
                return null;
            }
        }
        return node == null ? null : new Found(node, key);
    }

    /** The member of that name; in the root also in another spelling of its letters. */
    @Nullable
    Member member(ObjectNode object, String name) {
        Member exact = object.member(name);
        return exact == null && object == root && TOP_LEVEL.contains(name) ? anySpelling(object, name) : exact;
    }

    /** The last member in the spelling that comes first. */
    private static @Nullable Member anySpelling(ObjectNode object, String name) {
        for (Member member : object.members()) {
            if (member.name().equalsIgnoreCase(name)) {
                return object.member(member.name());
            }
        }
        return null;
    }

    /** The name by which a member is found: the usual spelling of a top-level key that is written in another. */
    String usualName(ObjectNode object, Member member) {
        if (object == root && !TOP_LEVEL.contains(member.name())) {
            for (String usual : TOP_LEVEL) {
                Member found = usual.equalsIgnoreCase(member.name()) ? member(object, usual) : null;
                if (found != null && found.name().equals(member.name())) {
                    return usual;
                }
            }
        }
        return member.name();
    }

    Path pathAt(int offset) {
        Path path = Path.ROOT;
        Node node = root;
        while (node != null) {
            Path before = path;
            switch (node) {
                case ObjectNode object -> {
                    Member member = memberAt(object, offset);
                    node = member == null ? null : member.value();
                    path = member == null ? path : path.child(usualName(object, member));
                }
                case ArrayNode array -> {
                    int index = itemAt(array, offset);
                    node = index < 0 ? null : array.items().get(index);
                    path = index < 0 ? path : path.child(index);
                }
                case TextNode ignored -> node = null;
                case NumberNode ignored -> node = null;
                case WordNode ignored -> node = null;
                case MissingNode ignored -> node = null;
            }
            if (path.equals(before)) {
                return path;
            }
        }
        return path;
    }

    /** The innermost object around an offset at which one of its names begins; null when none does. */
    @Nullable
    ObjectNode objectNaming(int offset) {
        Node node = root;
        ObjectNode around = null;
        while (node != null) {
            Node next = null;
            if (node instanceof ObjectNode object) {
                Member member = memberAt(object, offset);
                around = member != null && member.key().start() == offset ? object : around;
                next = member == null ? null : member.value();
            } else if (node instanceof ArrayNode array) {
                int index = itemAt(array, offset);
                next = index < 0 ? null : array.items().get(index);
            }
            node = next;
        }
        return around;
    }

    private static @Nullable Member memberAt(ObjectNode object, int offset) {
        int low = 0;
        int high = object.members().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Member member = object.members().get(middle);
            if (offset < member.key().start()) {
                high = middle - 1;
            } else if (offset > member.value().end()) {
                low = middle + 1;
            } else {
                return member;
            }
        }
        return null;
    }

    private static int itemAt(ArrayNode array, int offset) {
        int low = 0;
        int high = array.items().size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Node item = array.items().get(middle);
            if (offset < item.start()) {
                high = middle - 1;
            } else if (offset > item.end()) {
                low = middle + 1;
            } else {
                return middle;
            }
        }
        return -1;
    }
}

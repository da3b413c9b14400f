package eventkit.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All categories at once: there are hundreds, not more. */
final class CategoryTree {
    /** @param products directly in it */
    record Node(
            CategoryId id,
            @Nullable CategoryId parentId,
            String name,
            int position,
            List<AttributeDefinition> attributes,
            @Nullable Integer prepMinutes,
            @Nullable Integer turnaroundMinutes,
            int products,
            long version) {}

    static final int DEPTH_MAX = 10;
    private final Map<CategoryId, Node> nodes = new LinkedHashMap<>();
    private final Map<@Nullable CategoryId, List<Node>> children = new HashMap<>();

    CategoryTree(List<Node> all) {
        for (var node : all) {
            nodes.put(node.id(), node);
            children.computeIfAbsent(node.parentId(), p -> new ArrayList<>()).add(node);
        }
        for (var siblings : children.values()) {
            siblings.sort(Comparator.comparingInt(Node::position)
                    .thenComparing(n -> n.name().toLowerCase(Locale.ROOT)));
        }
    }

    @Nullable
    Node find(CategoryId id) {
        return nodes.get(id);
    }

    List<Node> childrenOf(@Nullable CategoryId parent) {
        return children.getOrDefault(parent, List.of());
    }

    /** From the root down to this one. */
    List<Node> pathTo(@Nullable CategoryId id) {
        var path = new ArrayDeque<Node>();
        var seen = new HashSet<CategoryId>();
        for (var node = id == null ? null : nodes.get(id); node != null && seen.add(node.id()); ) {
            path.addFirst(node);
            node = node.parentId() == null ? null : nodes.get(node.parentId());
        }
        return List.copyOf(path);
    }

    /** This one and everything below it. */
    Set<CategoryId> below(CategoryId id) {
        var result = new HashSet<CategoryId>();
        var open = new ArrayDeque<CategoryId>();
        if (nodes.containsKey(id)) open.add(id);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (result.add(next)) for (var child : childrenOf(next)) open.add(child.id());
        }
        return result;
    }

    /** Levels from this one down, itself included. */
    int height(CategoryId id) {
        int below = 0;
        for (var child : childrenOf(id)) below = Math.max(below, height(child.id()));
        return below + 1;
    }

    /** What a product in this category is asked for, the root's first. */
    List<AttributeDefinition> definitions(@Nullable CategoryId id) {
        return pathTo(id).stream().flatMap(node -> node.attributes().stream()).toList();
    }

    List<Category> all() {
        var result = new ArrayList<Category>();
        addBelow(null, result);
        return result;
    }

    private void addBelow(@Nullable CategoryId parent, List<Category> result) {
        for (var node : childrenOf(parent)) {
            result.add(category(node));
            addBelow(node.id(), result);
        }
    }

    Category category(Node node) {
        var path = pathTo(node.id());
        return new Category(
                node.id(),
                node.parentId(),
                node.name(),
                node.position(),
                path.stream().map(Node::name).toList(),
                node.attributes(),
                definitions(node.parentId()),
                node.prepMinutes(),
                node.turnaroundMinutes(),
                node.products(),
                node.version());
    }
}

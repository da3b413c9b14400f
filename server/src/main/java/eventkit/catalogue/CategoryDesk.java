package eventkit.catalogue;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.NotFound;
import eventkit.core.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CategoryDesk implements Categories {
    static final int CATEGORIES_MAX = 2_000;
    private static final int MINUTES_MAX = 86_400;
    private final CategoryRows rows;
    private final Audit audit;
    private final Ids ids;

    CategoryDesk(CategoryRows rows, Audit audit, Ids ids) {
        this.rows = rows;
        this.audit = audit;
        this.ids = ids;
        Constraints.mean("category_name_taken", CategoryNameTaken::new);
        Constraints.mean("category_has_subcategories", CategoryNotEmpty::new);
        Constraints.mean("category_in_use", CategoryNotEmpty::new);
    }

    @Override
    public List<Category> all() {
        return rows.tree().all();
    }

    @Override
    public Category get(CategoryId id) {
        return category(rows.tree(), id);
    }

    @Override
    public Optional<Category> byPath(List<String> names) {
        var tree = rows.tree();
        CategoryTree.Node found = null;
        for (var name : names) {
            var wanted = name.strip().toLowerCase(Locale.ROOT);
            found = tree.childrenOf(found == null ? null : found.id()).stream()
                    .filter(child -> child.name().toLowerCase(Locale.ROOT).equals(wanted))
                    .findFirst()
                    .orElse(null);
            if (found == null) return Optional.empty();
        }
        return Optional.ofNullable(found).map(tree::category);
    }

    @Override
    public Set<CategoryId> below(Iterable<CategoryId> roots) {
        var tree = rows.tree();
        var result = new HashSet<CategoryId>();
        for (var root : roots) result.addAll(tree.below(root));
        return result;
    }

    @Override
    @Transactional
    public Category create(Details details) {
        rows.lockTree();
        var tree = rows.tree();
        check(details);
        if (tree.all().size() >= CATEGORIES_MAX)
            throw new Invalid("name", "too-many", "Keep at most " + CATEGORIES_MAX + " categories.");
        checkPlace(tree, details, null);
        var siblings = tree.childrenOf(details.parentId()).stream()
                .map(CategoryTree.Node::id)
                .toList();
        var id = new CategoryId(ids.next());
        rows.insert(id, details, siblings.size());
        place(siblings, id, details.position());
        var after = get(id);
        audit.created(subject(after), after);
        return after;
    }

    @Override
    @Transactional
    public Category change(CategoryId id, Details details, IfMatch ifMatch) {
        rows.lockTree();
        var tree = rows.tree();
        var before = category(tree, id);
        ifMatch.require(before.version(), audit, "category", id.value());
        check(details);
        if (details.parentId() != null && tree.below(id).contains(details.parentId())) throw new CategoryCycle();
        checkPlace(tree, details, id);
        rows.update(id, details, before.version() + 1);
        boolean moved = !java.util.Objects.equals(details.parentId(), before.parentId());
        if (moved || details.position() != null) {
            var siblings = tree.childrenOf(details.parentId()).stream()
                    .map(CategoryTree.Node::id)
                    .filter(other -> !other.equals(id))
                    .toList();
            place(
                    siblings,
                    id,
                    moved && Integer.valueOf(before.position()).equals(details.position()) ? null : details.position());
        }
        var after = get(id);
        audit.changed(subject(after), after.version(), before, after);
        return after;
    }

    @Override
    @Transactional
    public void remove(CategoryId id, IfMatch ifMatch) {
        rows.lockTree();
        var tree = rows.tree();
        var before = category(tree, id);
        ifMatch.require(before.version(), audit, "category", id.value());
        if (!tree.childrenOf(id).isEmpty() || before.products() > 0) throw new CategoryNotEmpty();
        rows.delete(id);
        audit.removed(subject(before), before.version() + 1, before);
    }

    private void place(List<CategoryId> siblings, CategoryId id, @Nullable Integer position) {
        var order = new ArrayList<>(siblings);
        order.add(position == null ? order.size() : Math.min(position, order.size()), id);
        for (int i = 0; i < order.size(); i++) rows.position(order.get(i), i);
    }

    private static void check(Details details) {
        var check = new Check()
                .required(details.name(), "name")
                .line(details.name(), "name", 200)
                .between(details.position(), "position", 0, CATEGORIES_MAX)
                .between(details.prepMinutes(), "prepMinutes", 0, MINUTES_MAX)
                .between(details.turnaroundMinutes(), "turnaroundMinutes", 0, MINUTES_MAX);
        AttributeRules.checkDefinitions(check, details.attributes());
        check.orThrow();
    }

    /** Above, at and below its place no two categories may ask for the same key. */
    private static void checkPlace(CategoryTree tree, Details details, @Nullable CategoryId self) {
        var check = new Check();
        var parent = details.parentId();
        check.that(parent == null || tree.find(parent) != null, "parentId", "unknown", "There is no such category.");
        check.orThrow();
        int height = self == null ? 1 : tree.height(self);
        check.that(
                tree.pathTo(parent).size() + height <= CategoryTree.DEPTH_MAX,
                "parentId",
                "too-deep",
                "Nest at most " + CategoryTree.DEPTH_MAX + " categories.");
        var above = keys(tree.definitions(parent));
        var below = new HashSet<String>();
        if (self != null) {
            for (var id : tree.below(self)) {
                var node = tree.find(id);
                if (node != null && !id.equals(self)) below.addAll(keys(node.attributes()));
            }
        }
        for (int i = 0; i < details.attributes().size(); i++) {
            var key = details.attributes().get(i).key().toLowerCase(Locale.ROOT);
            check.that(
                    !above.contains(key),
                    "attributes[" + i + "].key",
                    "taken",
                    "A category above has an attribute of this key already.");
            check.that(
                    !below.contains(key),
                    "attributes[" + i + "].key",
                    "taken",
                    "A category below has an attribute of this key already.");
        }
        below.retainAll(above);
        check.that(
                below.isEmpty(),
                "parentId",
                "attribute-taken",
                "Categories above and below would both have the attribute " + String.join(", ", below) + ".");
        check.orThrow();
    }

    private static Set<String> keys(List<AttributeDefinition> definitions) {
        var keys = new HashSet<String>();
        for (var definition : definitions) keys.add(definition.key().toLowerCase(Locale.ROOT));
        return keys;
    }

    private static Category category(CategoryTree tree, CategoryId id) {
        var node = tree.find(id);
        if (node == null) throw new NotFound("category", id);
        return tree.category(node);
    }

    private static Subject subject(Category category) {
        return new Subject("category", category.id().value(), category.name());
    }
}

package eventkit.catalogue;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tree of categories. */
public interface Categories {
    /** @param position among its siblings, from 0; null: last, or where it is */
    record Details(
            @Nullable CategoryId parentId,
            String name,
            @Nullable Integer position,
            List<AttributeDefinition> attributes,
            @Nullable Integer prepMinutes,
            @Nullable Integer turnaroundMinutes) {
        public Details {
            attributes = attributes == null ? List.of() : List.copyOf(attributes);
        }

        public Details(@Nullable CategoryId parentId, String name) {
            this(parentId, name, null, List.of(), null, null);
        }
    }

    /** Depth first, siblings in their order. */
    @Needs(Permission.PRODUCT_READ)
    List<Category> all();

    @Needs(Permission.PRODUCT_READ)
    Category get(CategoryId id);

    /** By the names from the root down, without regard to case. */
    @Needs(Permission.PRODUCT_READ)
    Optional<Category> byPath(List<String> names);

    /** These and everything below them. */
    @Needs(Permission.PRODUCT_READ)
    Set<CategoryId> below(Iterable<CategoryId> ids);

    /** Throws {@link CategoryNameTaken}. */
    @Needs(Permission.PRODUCT_EDIT)
    Category create(Details details);

    /** Rename, move, reorder, other attributes and times. Throws {@link CategoryCycle}, {@link CategoryNameTaken}. */
    @Needs(Permission.PRODUCT_EDIT)
    Category change(CategoryId id, Details details, IfMatch ifMatch);

    /** Throws {@link CategoryNotEmpty}. */
    @Needs(Permission.PRODUCT_EDIT)
    void remove(CategoryId id, IfMatch ifMatch);
}

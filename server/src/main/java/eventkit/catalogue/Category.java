package eventkit.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch of the tree of products.
 *
 * @param position among its siblings, from 0
 * @param path names from the root down to this one
 * @param attributes its own
 * @param inherited those of the categories above, the root's first
 * @param products how many are directly in it, archived ones too
 */
public record Category(
        CategoryId id,
        @Nullable CategoryId parentId,
        String name,
        int position,
        List<String> path,
        List<AttributeDefinition> attributes,
        List<AttributeDefinition> inherited,
        int products,
        long version) {}

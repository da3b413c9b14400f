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
 * @param prepMinutes pulling, testing and packing of what is in it; null: as the category above, and where none says it, as the event
 * @param turnaroundMinutes check-in and cleaning of what is in it, likewise
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
        @Nullable Integer prepMinutes,
        @Nullable Integer turnaroundMinutes,
        int products,
        long version) {}

package eventkit.catalogue;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kits and what they come to. */
public interface Kits {
    record Details(
            String code,
            String name,
            @Nullable String description,
            Kit.Mode mode,
            @Nullable Money hirePrice,
            List<Kit.Line> components) {
        public Details {
            components = components == null ? List.of() : List.copyOf(components);
        }
    }

    /**
     * What a number of kits takes. Totals are of the required pieces.
     *
     * @param weightGrams of the pieces whose weight is known
     * @param unknownWeights how many products have none, as unknownPowers and unknownValues
     * @param values one for each currency
     */
    record Explosion(
            KitId kitId,
            long quantity,
            List<Item> items,
            long weightGrams,
            BigDecimal powerWatts,
            List<Money> values,
            List<Money> hirePrices,
            int unknownWeights,
            int unknownPowers,
            int unknownValues) {
        /** @param optional pieces beyond the required ones that may be left out */
        public record Item(ProductId productId, String name, ProductKind kind, long required, long optional) {}
    }

    /** Sorts: name, code, createdAt. */
    @Needs(Permission.PRODUCT_READ)
    Page<Kit> list(ListQuery query, @Nullable Boolean archived);

    @Needs(Permission.PRODUCT_READ)
    Kit get(KitId id);

    @SignedIn
    Map<KitId, Kit> byIds(Collection<KitId> ids);

    @SignedIn
    Optional<Kit> byCode(String code);

    /** Throws {@link KitCodeTaken}. */
    @Needs(Permission.KIT_EDIT)
    Kit create(Details details);

    /** Throws {@link KitCycle}, {@link KitTooLarge}, {@link KitCodeTaken}. */
    @Needs(Permission.KIT_EDIT)
    Kit change(KitId id, Details details, IfMatch ifMatch);

    @Needs(Permission.KIT_EDIT)
    Kit archive(KitId id);

    @Needs(Permission.KIT_EDIT)
    Kit restore(KitId id);

    /** Throws {@link KitInUse}. */
    @Needs(Permission.KIT_EDIT)
    void remove(KitId id, IfMatch ifMatch);

    /** Down to the products. */
    @Needs(Permission.PRODUCT_READ)
    Explosion explode(KitId id, long quantity);
}

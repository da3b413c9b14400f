package eventkit.inventory;

import eventkit.core.Callers;
import eventkit.core.Permission;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The fields that are for those who may see costs. */
public final class AssetCosts {
    private static final Set<String> FIELDS = Set.of(
            "purchaseCost", "insuranceValue", "depreciation", "usefulLifeMonths", "residualValue", "decliningPercent");

    private AssetCosts() {}

    /** Throws {@link eventkit.core.NotPermitted} where a merge patch touches, or clears, what the caller may not see. */
    public static void mayChange(JsonNode patch) {
        if (patch.isObject() && FIELDS.stream().anyMatch(patch::has))
            Callers.current().mustHave(Permission.ASSET_COST_READ);
    }
}

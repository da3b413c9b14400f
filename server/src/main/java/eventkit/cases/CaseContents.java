package eventkit.cases;

import eventkit.core.Money;
import eventkit.inventory.AssetId;
import eventkit.inventory.UnfitReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lies directly in a case; what inner cases hold is theirs. */
public record CaseContents(List<PackedAsset> assets, List<PackedStock> stock, List<InnerCase> cases) {

    /**
     * @param weightGrams of the product; null where nobody has entered it
     * @param unfitReasons why it should not go on a job
     */
    public record PackedAsset(
            UUID assetId,
            String number,
            @Nullable String serial,
            String status,
            UUID productId,
            String productName,
            @Nullable Long weightGrams,
            @Nullable Money value,
            List<UnfitReason> unfitReasons,
            Instant packedAt) {}

    /** @param weightGrams of one piece */
    public record PackedStock(
            UUID productId,
            String productName,
            long quantity,
            @Nullable Long weightGrams,
            @Nullable Money value,
            Instant packedAt) {}

    /** @param value of the empty case, by its product */
    public record InnerCase(
            UUID caseId,
            String number,
            String name,
            CaseStatus status,
            @Nullable Long tareWeightGrams,
            @Nullable Money value) {}

    static final CaseContents NOTHING = new CaseContents(List.of(), List.of(), List.of());

    /** With why assets should not go on a job. */
    CaseContents knowing(Map<AssetId, List<UnfitReason>> unfit) {
        return new CaseContents(
                assets.stream()
                        .map(a -> new PackedAsset(
                                a.assetId(),
                                a.number(),
                                a.serial(),
                                a.status(),
                                a.productId(),
                                a.productName(),
                                a.weightGrams(),
                                a.value(),
                                unfit.getOrDefault(new AssetId(a.assetId()), List.of()),
                                a.packedAt()))
                        .toList(),
                stock,
                cases);
    }

    public boolean empty() {
        return assets.isEmpty() && stock.isEmpty() && cases.isEmpty();
    }
}

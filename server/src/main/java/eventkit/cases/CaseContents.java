package eventkit.cases;

import eventkit.core.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lies directly in a case; what inner cases hold is theirs. */
public record CaseContents(List<PackedAsset> assets, List<PackedStock> stock, List<InnerCase> cases) {

    /** @param weightGrams of the product; null where nobody has entered it */
    public record PackedAsset(
            UUID assetId,
            String number,
            @Nullable String serial,
            String status,
            UUID productId,
            String productName,
            @Nullable Long weightGrams,
            @Nullable Money value,
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

    public boolean empty() {
        return assets.isEmpty() && stock.isEmpty() && cases.isEmpty();
    }
}

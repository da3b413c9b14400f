package eventkit.cases;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is in cases, and what belongs in them. Every call is all or nothing. */
public interface Packing {
    /**
     * An asset, or pieces of a counted product, or a case: exactly one of the three.
     *
     * @param quantity for a product only
     * @param locationId where loose pieces are taken from; null for where the case is
     */
    record Item(
            @Nullable UUID assetId,
            @Nullable UUID productId,
            @Nullable Long quantity,
            @Nullable UUID caseId,
            @Nullable UUID locationId) {}

    /** @param toLocationId where what is taken out is put; null for where the case is */
    record Unpack(List<UnpackItem> items, @Nullable UUID toLocationId) {}

    record UnpackItem(
            @Nullable UUID assetId,
            @Nullable UUID productId,
            @Nullable Long quantity,
            @Nullable UUID caseId) {}

    /** @param quantity for a product only, null for one */
    record ExpectedItem(
            @Nullable UUID productId,
            @Nullable UUID assetId,
            @Nullable UUID caseId,
            @Nullable Long quantity,
            @Nullable String note) {}

    int ITEMS_MAX = 1000;

    @Needs(Permission.ASSET_READ)
    CaseContents contents(UUID caseId);

    /**
     * Packs. What is in this case already is left as it is. Throws {@link CaseNotOpen}, {@link AssetInAnotherCase}, {@link CaseInAnotherCase},
     * {@link CaseCyclic}, {@link CaseTooDeep}, {@link AssetNotPackable} and {@link eventkit.stock.StockTooLow}.
     */
    @Needs(Permission.CASE_EDIT)
    CaseContents pack(UUID caseId, List<Item> items);

    /** Throws {@link NotInCase}, {@link CaseNotOpen}. */
    @Needs(Permission.CASE_EDIT)
    CaseContents unpack(UUID caseId, Unpack unpack);

    /** Takes everything out; inner cases stay packed themselves. */
    @Needs(Permission.CASE_EDIT)
    CaseContents empty(UUID caseId, @Nullable UUID toLocationId, IfMatch ifMatch);

    /**
     * Takes the turn of whoever puts cases into cases, out of them or elsewhere, until the transaction ends. Whoever locks cases himself and goes on to
     * move one takes it first, as everybody does here.
     */
    @Needs(Permission.CASE_EDIT)
    void lockNesting();

    @Needs(Permission.ASSET_READ)
    List<Expected> expected(UUID caseId);

    @Needs(Permission.CASE_EDIT)
    List<Expected> expect(UUID caseId, List<ExpectedItem> items, IfMatch ifMatch);

    @Needs(Permission.ASSET_READ)
    ContentsCheck check(UUID caseId);

    @Needs(Permission.ASSET_READ)
    PackingList packingList(UUID caseId);

    /**
     * The same on A4, in the caller's language and time zone.
     *
     * @param addressOtherwise where codes point while the company has not set its address: the one that the request came to
     */
    @Needs(Permission.ASSET_READ)
    byte[] packingListPdf(UUID caseId, String addressOtherwise);

    /** The case that directly holds the asset. */
    @Needs(Permission.ASSET_READ)
    Optional<FlightCase> caseOf(UUID assetId);
}

package eventkit.cases;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of flight cases: what each one is and where it stands. What is in them: {@link Packing}. */
public interface Cases {
    /**
     * @param number null to have one made
     * @param contentsKind null for {@link ContentsKind#PER_JOB}
     * @param productId the product that this case is one of; gives weight and dimensions that are left out
     * @param stackable null for yes
     */
    record NewCase(
            @Nullable String number,
            String name,
            @Nullable ContentsKind contentsKind,
            @Nullable UUID productId,
            @Nullable Long tareWeightGrams,
            @Nullable Integer lengthMillimetres,
            @Nullable Integer widthMillimetres,
            @Nullable Integer heightMillimetres,
            @Nullable Long payloadGramsMax,
            @Nullable Boolean stackable,
            UUID locationId,
            @Nullable String notes,
            @Nullable List<String> aliases) {}

    /** What may be changed; where it stands and its status have operations of their own. */
    record Details(
            String number,
            String name,
            ContentsKind contentsKind,
            @Nullable UUID productId,
            @Nullable Long tareWeightGrams,
            @Nullable Integer lengthMillimetres,
            @Nullable Integer widthMillimetres,
            @Nullable Integer heightMillimetres,
            @Nullable Long payloadGramsMax,
            Boolean stackable,
            @Nullable String notes,
            @Nullable List<String> aliases) {

        public static Details of(FlightCase c) {
            return new Details(
                    c.number(),
                    c.name(),
                    c.contentsKind(),
                    c.productId(),
                    c.tareWeightGrams(),
                    c.lengthMillimetres(),
                    c.widthMillimetres(),
                    c.heightMillimetres(),
                    c.payloadGramsMax(),
                    c.stackable(),
                    c.notes(),
                    c.aliases());
        }
    }

    /** Every part may be empty or null: not filtered by it. Locations include what is inside them. Retired cases show only when asked for. */
    record Filter(
            Set<UUID> locationIds,
            Set<UUID> productIds,
            Set<ContentsKind> kinds,
            Set<CaseStatus> statuses,
            @Nullable Boolean empty,
            @Nullable Boolean nested,
            @Nullable UUID parentId) {
        public static final Filter ALL = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), null, null, null);
    }

    /** {@code FC-0001}: prefix and running number, at least {@code width} digits. */
    record Numbering(String prefix, int width, long next, long version) {}

    record NumberingChange(String prefix, Integer width, Long next) {}

    @Needs(Permission.ASSET_READ)
    Page<FlightCase> list(Filter filter, ListQuery query);

    /** The ids of all that the filter selects, in the list's order; for labels, exports and "select all". */
    @Needs(Permission.ASSET_READ)
    List<UUID> ids(Filter filter, ListQuery query, int max);

    @Needs(Permission.ASSET_READ)
    FlightCase get(UUID id);

    /** In no order; ids that are not there are left out. */
    @Needs(Permission.ASSET_READ)
    List<FlightCase> get(Collection<UUID> ids);

    /** By number or alias, without regard to upper and lower case. */
    @Needs(Permission.ASSET_READ)
    Optional<FlightCase> byCode(String code);

    /** Throws {@link CaseNumberTaken}, {@link CaseAliasTaken}. */
    @Needs(Permission.CASE_EDIT)
    FlightCase create(NewCase details);

    @Needs(Permission.CASE_EDIT)
    FlightCase change(UUID id, Details details, IfMatch ifMatch);

    /** Only a case that never held anything and was in no other; throws {@link CaseUsed}. */
    @Needs(Permission.CASE_EDIT)
    void remove(UUID id, IfMatch ifMatch);

    /** Throws {@link IllegalCaseMove} where the status has no such successor, {@link CaseNotEmpty} for retiring a case with contents. */
    @Needs(Permission.CASE_EDIT)
    FlightCase to(CaseStatus status, UUID id, @Nullable String note);

    /** With everything in it; throws {@link CaseNested} for a case inside another. */
    @Needs(Permission.MOVE)
    FlightCase move(UUID id, UUID locationId, @Nullable String note);

    @Needs(Permission.ASSET_READ)
    Numbering numbering();

    @Needs(Permission.CASE_EDIT)
    Numbering changeNumbering(NumberingChange change, IfMatch ifMatch);

    @Needs(Permission.ASSET_READ)
    Map<UUID, Measures> measures(Collection<UUID> ids);
}

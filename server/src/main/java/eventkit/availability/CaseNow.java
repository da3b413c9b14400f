package eventkit.availability;

import eventkit.availability.Fact.SubjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A case of fixed contents as one unit (rule 7): it can be had while all that is in it can. */
record CaseNow(UUID id, String number, @Nullable UUID warehouse, boolean outOfService, Instant changedAt) {

    List<Fact> facts(List<AssetNow> contents) {
        if (warehouse == null) return List.of();
        var stock = StockKey.unit(id, warehouse);
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(stock, Reason.OWNED, SubjectKind.CASE, id, number, Seconds.ALWAYS, Seconds.FOREVER, 1));
        var gaps = new ArrayList<Gap>();
        if (outOfService) {
            gaps.add(new Gap(Reason.CASE_UNFIT, Seconds.beginning(changedAt), Seconds.FOREVER, false));
        }
        for (var asset : contents) for (var gap : asset.gaps()) gaps.add(gap.because(Reason.CASE_UNFIT));
        for (var gap : Gap.union(gaps, Seconds.ALWAYS, Seconds.FOREVER)) {
            facts.add(gap.fact(stock, SubjectKind.CASE, id, number));
        }
        return facts;
    }
}

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
        var stock = stock();
        if (stock == null) return List.of();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(stock, Reason.OWNED, SubjectKind.CASE, id, number, Seconds.ALWAYS, Seconds.FOREVER, 1));
        if (brokenFor(contents) == null)
            for (var gap : gaps(contents)) facts.add(gap.fact(stock, SubjectKind.CASE, id, number));
        return facts;
    }

    @Nullable
    StockKey stock() {
        return warehouse == null ? null : StockKey.unit(id, warehouse);
    }

    /** The owner that has it out, where something in it broke there. */
    static @Nullable UUID brokenFor(List<AssetNow> contents) {
        for (var asset : contents) {
            var owner = asset.brokenFor();
            if (owner != null) return owner;
        }
        return null;
    }

    /** When nobody can have it, once for each moment. */
    List<Gap> gaps(List<AssetNow> contents) {
        var gaps = new ArrayList<Gap>();
        if (outOfService) {
            gaps.add(new Gap(Reason.CASE_UNFIT, Seconds.beginning(changedAt), Seconds.FOREVER, false));
        }
        for (var asset : contents) for (var gap : asset.gaps()) gaps.add(gap.because(Reason.CASE_UNFIT));
        return Gap.union(gaps, Seconds.ALWAYS, Seconds.FOREVER);
    }
}

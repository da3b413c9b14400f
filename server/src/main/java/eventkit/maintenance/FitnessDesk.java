package eventkit.maintenance;

import eventkit.core.Together;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.FitnessSource;
import eventkit.inventory.UnfitReason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Says what failed, what is overdue and what is under repair, now or by a day to come. */
@Service
class FitnessDesk implements Fitness {
    private final Knowledge knowledge;
    private final AssetRegister assets;
    private final Today today;

    FitnessDesk(Knowledge knowledge, @Lazy AssetRegister assets, Today today) {
        this.knowledge = knowledge;
        this.assets = assets;
        this.today = today;
    }

    @Override
    public Map<AssetId, List<UnfitReason>> fitUntil(Collection<AssetId> ids, Instant until) {
        var result = new LinkedHashMap<AssetId, List<UnfitReason>>();
        assets.unfit(ids).forEach((id, reasons) -> result.put(id, new ArrayList<>(reasons)));
        knowledge
                .comingDue(ids, today.date(), today.date(until))
                .forEach((id, reasons) ->
                        result.computeIfAbsent(id, x -> new ArrayList<>()).addAll(reasons));
        return result;
    }

    /** What inventory asks for; apart from the face, which asks inventory. */
    @Component
    static class Knowledge implements FitnessSource {
        private final DueList dues;
        private final Today today;
        private final Clock clock;

        Knowledge(DueList dues, Today today, Clock clock) {
            this.dues = dues;
            this.today = today;
            this.clock = clock;
        }

        @Override
        public Supplier<Map<AssetId, List<UnfitReason>>> reasons(Collection<AssetId> assets, Together go) {
            var ids = assets.stream().map(AssetId::value).toList();
            var unfit = dues.unfit(ids, today.date(), go);
            var repairs = dues.openRepairs(ids, go);
            return () -> reasons(unfit, repairs);
        }

        private Map<AssetId, List<UnfitReason>> reasons(List<DueList.Overdue> unfit, List<DueList.OpenRepair> repairs) {
            var result = new LinkedHashMap<AssetId, List<UnfitReason>>();
            for (var due : unfit) {
                var reason = due.failed()
                        ? new UnfitReason(
                                "inspection-failed",
                                "It failed the inspection " + due.planName() + day(" on ", due.lastOn()) + ".",
                                at(due.lastOn()))
                        : new UnfitReason(
                                "inspection-overdue",
                                "The inspection " + due.planName() + " was due on " + due.dueOn() + ".",
                                at(due.dueOn().plusDays(1)));
                result.computeIfAbsent(new AssetId(due.assetId()), id -> new ArrayList<>())
                        .add(reason);
            }
            for (var repair : repairs) {
                result.computeIfAbsent(new AssetId(repair.assetId()), id -> new ArrayList<>())
                        .add(new UnfitReason("repair-open", "Repair " + repair.number() + " is open.", repair.since()));
            }
            return result;
        }

        @Override
        public Select<Record1<java.util.UUID>> unfit() {
            return dues.allUnfit(today.date());
        }

        /** In date today, overdue by then. */
        Map<AssetId, List<UnfitReason>> comingDue(Collection<AssetId> assets, LocalDate now, LocalDate then) {
            var result = new LinkedHashMap<AssetId, List<UnfitReason>>();
            if (!then.isAfter(now)) return result;
            for (var due : dues.unfit(assets.stream().map(AssetId::value).toList(), then)) {
                if (due.failed() || due.dueOn().isBefore(now)) continue;
                result.computeIfAbsent(new AssetId(due.assetId()), id -> new ArrayList<>())
                        .add(new UnfitReason(
                                "inspection-due-before",
                                "The inspection " + due.planName() + " is due on " + due.dueOn() + ", before " + then
                                        + ".",
                                null));
            }
            return result;
        }

        private static String day(String before, @Nullable LocalDate date) {
            return date == null ? "" : before + date;
        }

        private @Nullable Instant at(@Nullable LocalDate date) {
            if (date == null) return null;
            var start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
            return start.isAfter(clock.instant()) ? clock.instant() : start;
        }
    }
}

package eventkit.availability;

import eventkit.availability.Fact.SubjectKind;
import eventkit.inventory.AssetStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the register says of an asset, and what follows for whether it can be had (rule 5).
 *
 * @param booked it is out for an event, and in that event's booking: whoever checks it out says so there, too
 * @param outFor whom it is out or held for, in the words of whoever sent it
 * @param broken damaged, lost or put aside
 * @param warehouse where it is counted; none while it is nowhere of ours
 * @param arrivesAt when it was bought for later
 * @param unit the fixed case it goes out with
 * @param unsafeFrom when an inspection that blocks dispatch was failed or falls due
 * @param leavesAt when a planned transfer takes it
 * @param thereAt when the transfer it is on, or is to go with, is to arrive
 * @param there the warehouse it goes to
 */
record AssetNow(
        UUID id,
        String number,
        UUID product,
        AssetStatus status,
        Instant since,
        @Nullable Instant quarantinedAt,
        @Nullable Instant disposedAt,
        boolean booked,
        @Nullable String outFor,
        boolean broken,
        @Nullable UUID warehouse,
        boolean inTransit,
        @Nullable Instant arrivesAt,
        @Nullable UUID unit,
        @Nullable String repair,
        @Nullable Instant repairedBy,
        @Nullable Instant unsafeFrom,
        @Nullable Instant leavesAt,
        @Nullable String transfer,
        @Nullable Instant thereAt,
        @Nullable UUID there) {
    /** How whoever is out for an event says so. */
    static final String BOOKED_FOR = "event:";

    /** What it says about the loose stock of its product. */
    List<Fact> facts() {
        if (inTransit) return arriving();
        if (warehouse == null || !counted()) return List.of();
        var stock = StockKey.product(product, warehouse);
        var facts = new ArrayList<Fact>();
        if (leavesAt != null) facts.addAll(arriving());
        facts.add(fact(stock, Reason.OWNED, from(), to(), 1));
        if (unit != null) facts.add(fact(stock, Reason.IN_CASE, from(), to(), -1));
        else if (brokenFor() == null) for (var gap : gaps()) facts.add(gap.fact(stock, SubjectKind.ASSET, id, number));
        return facts;
    }

    /** The owner that has it out, or had it when it broke, where it is broken; also where it is in a case that goes out as one. */
    @Nullable
    UUID brokenFor() {
        if (!broken || outFor == null || !booked || inTransit) return null;
        try {
            return UUID.fromString(outFor.substring(BOOKED_FOR.length()));
        } catch (IllegalArgumentException e) {
            return null; // not one of ours
        }
    }

    /** Where it is counted; none where it is nowhere. */
    @Nullable
    StockKey stock() {
        return warehouse == null || !counted() ? null : StockKey.product(product, warehouse);
    }

    private Fact fact(StockKey stock, Reason reason, int from, int to, int quantity) {
        return Fact.of(stock, reason, SubjectKind.ASSET, id, number, from, to, quantity);
    }

    /** Where it goes to, from when it is to be there; nothing of what nobody could have there either. */
    private List<Fact> arriving() {
        if (there == null || thereAt == null || unit != null || status.gone()) return List.of();
        if (gaps().stream().anyMatch(gap -> gap.reason() != Reason.TRANSFER_OUT)) return List.of();
        int from = Seconds.beginning(thereAt);
        return List.of(new Fact(
                StockKey.product(product, there),
                Reason.TRANSFER_IN,
                SubjectKind.ASSET,
                id,
                transfer == null ? number : number + " " + transfer,
                from,
                Seconds.FOREVER,
                inTransit ? Weight.stock(1) : Weight.promised(1),
                1,
                from,
                null));
    }

    /** When nobody can have it, once for each moment however many reasons there are. */
    List<Gap> gaps() {
        if (from() >= to()) return List.of();
        var all = new ArrayList<Gap>();
        switch (status) {
            case LOST -> all.add(open(Reason.LOST, since));
            case IN_REPAIR -> all.add(inRepair());
            case DAMAGED -> all.add(open(Reason.DAMAGED, since));
            case CHECKED_OUT, ON_SITE -> {
                if (!booked) all.add(open(Reason.OUT, since));
            }
            case AVAILABLE, RESERVED, CHECKED_IN, RETIRED, SOLD, TRANSFERRED -> {}
        }
        if (quarantinedAt != null) all.add(open(Reason.QUARANTINE, quarantinedAt));
        if (unsafeFrom != null) all.add(open(Reason.INSPECTION, unsafeFrom));
        if (leavesAt != null && !inTransit) all.add(open(Reason.TRANSFER_OUT, leavesAt));
        return Gap.union(all, from(), to());
    }

    private Gap inRepair() {
        int from = Seconds.beginning(since);
        if (repairedBy == null) return new Gap(Reason.IN_REPAIR, from, Seconds.FOREVER, false);
        return new Gap(Reason.IN_REPAIR, from, Math.max(from + 1, Seconds.end(repairedBy)), true);
    }

    private static Gap open(Reason reason, Instant from) {
        return new Gap(reason, Seconds.beginning(from), Seconds.FOREVER, false);
    }

    private boolean counted() {
        return from() < to();
    }

    private int from() {
        return arrivesAt == null ? Seconds.ALWAYS : Seconds.beginning(arrivesAt);
    }

    private int to() {
        return status.gone() && disposedAt != null ? Seconds.end(disposedAt) : Seconds.FOREVER;
    }
}

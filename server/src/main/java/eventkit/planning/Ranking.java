package eventkit.planning;

import eventkit.planning.Resolutions.Level;
import eventkit.planning.Resolutions.Offer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what an offer is expected to lose for each piece that it gets: what it costs or does not earn, and what the piece brings times the chance that it
 * does not come after all. What covers everything comes before what covers a part.
 */
final class Ranking {
    /** Per cent of what is at stake that are taken as lost. */
    static int percent(Level level) {
        return switch (level) {
            case LOW -> 5;
            case MEDIUM -> 25;
            case HIGH -> 60;
        };
    }

    private Ranking() {}

    /**
     * With their ranks.
     *
     * @param stakeMinor what a piece that is lacking brings; null where nobody knows: then by risk, and by cost among the equally risky
     */
    static List<Offer> ranked(List<Offer> offers, int lacking, @Nullable Long stakeMinor) {
        var order = Comparator.comparing((Offer o) -> o.covers() < lacking);
        if (stakeMinor != null && stakeMinor > 0)
            order = order.thenComparingDouble(o -> loss(o, stakeMinor))
                    .thenComparing(o -> o.risk().level());
        else
            order = order.thenComparing((Offer o) -> o.risk().level())
                    .thenComparing(o -> o.margin() == null && o.cost() == null)
                    .thenComparingDouble(Ranking::known);
        order = order.thenComparingInt(o -> -o.covers())
                .thenComparingInt(o -> o.parts().size())
                .thenComparingInt(o -> o.parts().getFirst().remedy().ordinal())
                .thenComparingInt(Ranking::days)
                .thenComparing(Offer::id);
        var sorted = new ArrayList<>(offers);
        sorted.sort(order);
        var result = new ArrayList<Offer>();
        for (var o : sorted)
            result.add(new Offer(
                    o.id(),
                    result.size() + 1,
                    o.covers(),
                    o.cost(),
                    o.margin(),
                    o.risk(),
                    o.needsReason(),
                    o.needsPartner(),
                    o.parts()));
        return result;
    }

    /** For one piece. What nobody knows the cost of is taken to cost what it brings. */
    static double loss(Offer offer, long stakeMinor) {
        double sure = offer.margin() != null
                ? -offer.margin().amountMinor()
                : offer.cost() != null ? offer.cost().amountMinor() : (double) stakeMinor * offer.covers();
        return Math.max(0, sure) / offer.covers()
                + stakeMinor * percent(offer.risk().level()) / 100.0;
    }

    private static int days(Offer offer) {
        var days = offer.parts().getFirst().days();
        return days == null ? 0 : Math.abs(days);
    }

    private static double known(Offer offer) {
        if (offer.margin() != null) return -offer.margin().amountMinor() / (double) offer.covers();
        return offer.cost() == null ? 0 : offer.cost().amountMinor() / (double) offer.covers();
    }

    static Resolutions.Risk riskiest(List<Resolutions.Part> parts) {
        return parts.stream()
                .map(Resolutions.Part::risk)
                .max(Comparator.comparing(Resolutions.Risk::level))
                .orElseThrow();
    }
}

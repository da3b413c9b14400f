package eventkit.crm;

import eventkit.core.Refusal;
import java.util.Map;

/** A won deal does not become a lost one, nor the other way round, without being opened again. */
public final class IllegalDealMove extends Refusal {
    private static final long serialVersionUID = 1L;

    public IllegalDealMove(Deal deal, Stage to) {
        super(
                "illegal-deal-move",
                Kind.CONFLICT,
                deal.number() + " can not go from " + deal.stage().name() + " to " + to.name()
                        + ". Move it back to an open stage first.",
                Map.of("number", deal.number(), "from", deal.stage().name(), "to", to.name()));
    }
}

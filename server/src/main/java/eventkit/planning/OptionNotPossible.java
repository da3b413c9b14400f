package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** Dates are optioned before anything is promised, not after. */
public final class OptionNotPossible extends Refusal {
    private static final long serialVersionUID = 1L;

    public OptionNotPossible(String number, Phase phase) {
        super(
                "option-not-possible",
                Kind.CONFLICT,
                "%s is %s. Only enquiries and quoted events can be optioned.".formatted(number, phase.words()),
                Map.of("number", number, "phase", phase));
    }
}

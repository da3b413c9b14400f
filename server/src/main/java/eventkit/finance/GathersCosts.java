package eventkit.finance;

import eventkit.core.Reacts;
import eventkit.planning.EventPhaseChanged;
import org.springframework.stereotype.Component;

/** What other rooms know of an event's costs is taken over when it is made ready, as planned, when it comes back and when it is closed. */
@Component
class GathersCosts {
    private final Costs costs;

    GathersCosts(Costs costs) {
        this.costs = costs;
    }

    @Reacts("finance.gathers-costs")
    void on(EventPhaseChanged event) {
        switch (event.to()) {
            case PREP, LOAD_IN, DE_PREP, CLOSED -> costs.gather(event.eventId());
            case ENQUIRY, QUOTED, CONFIRMED, LOAD_OUT, ON_SITE, CANCELLED -> {}
        }
    }
}

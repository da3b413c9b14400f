package eventkit.crm;

import static eventkit.crm.db.Tables.DEAL_LINE;

import eventkit.core.IfMatch;
import eventkit.core.Reacts;
import eventkit.planning.EventRegister;
import eventkit.planning.Phase;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * As likely as its deal is, so likely is an event: what availability expects to be free follows what sales believes. Of several open deals the likeliest
 * counts; an event that is confirmed, or has no open deal any more, keeps what it has.
 */
@Component
class WeighsEvents {
    private static final Set<Phase> OPEN = EnumSet.of(Phase.ENQUIRY, Phase.QUOTED);
    private final DSLContext db;
    private final EventRegister events;
    private final CrmRows common;

    WeighsEvents(DSLContext db, EventRegister events, CrmRows common) {
        this.db = db;
        this.events = events;
        this.common = common;
    }

    @Reacts("crm.weighs-events")
    void weighed(DealWeighed weighed) {
        if (!common.hasEvent(weighed.eventId())) return;
        var chance = db.select(DSL.max(DEAL_LINE.CHANCE_PERCENT))
                .from(DEAL_LINE)
                .where(DEAL_LINE.EVENT_ID.eq(weighed.eventId()))
                .and(DEAL_LINE.STATE.eq(DealState.OPEN.name()))
                .fetchOneInto(Integer.class);
        var event = events.get(weighed.eventId());
        if (chance == null || !OPEN.contains(event.phase()) || Objects.equals(chance, event.probabilityPercent()))
            return;
        events.change(event.id(), EventRegister.Details.of(event).withProbability(chance), IfMatch.ANY, null);
    }
}

package eventkit.core;

import static eventkit.core.db.Tables.EVENT_PUBLICATION;

import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Announces facts. The row for each listener is written in the transaction of the change: either both are, or neither is. */
@Component
public class Events {
    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;
    private final Reactions reactions;
    private final Outbox outbox;

    Events(DSLContext db, Ids ids, Clock clock, JsonMapper json, Reactions reactions, Outbox outbox) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.reactions = reactions;
        this.outbox = outbox;
    }

    public void announce(DomainEvent event) {
        announceAll(List.of(event));
    }

    public void announceAll(List<? extends DomainEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an event is announced in the transaction of its change, or not at all");
        }
        var now = clock.instant();
        var insert = db.insertInto(
                EVENT_PUBLICATION,
                EVENT_PUBLICATION.EVENT_ID,
                EVENT_PUBLICATION.LISTENER,
                EVENT_PUBLICATION.TYPE,
                EVENT_PUBLICATION.PAYLOAD,
                EVENT_PUBLICATION.ANNOUNCED_AT,
                EVENT_PUBLICATION.NOT_BEFORE);
        int rows = 0;
        for (var event : events) {
            var listeners = reactions.to(event.getClass());
            if (listeners.isEmpty()) continue;
            var id = ids.next();
            var payload = JSONB.valueOf(json.writeValueAsString(event));
            for (var listener : listeners) {
                insert = insert.values(id, listener.name(), Reactions.typeName(event.getClass()), payload, now, now);
                rows++;
            }
        }
        if (rows == 0) return;
        insert.execute();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                outbox.wake();
            }
        });
    }
}

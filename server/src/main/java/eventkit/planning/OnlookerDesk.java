package eventkit.planning;

import static eventkit.planning.db.Tables.ONLOOKER;
import static eventkit.planning.db.Tables.PERSON;

import eventkit.core.Callers;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps it in the database, so that it does not matter which of several servers somebody is connected to. It is no change, so nothing is audited. */
@Service
class OnlookerDesk implements Onlookers {
    private static final Duration FORGOTTEN = Duration.ofMinutes(5);
    private static final int FORGET_AT_ONCE = 100;
    private final DSLContext db;
    private final Clock clock;
    private final PullLists lists;

    OnlookerDesk(DSLContext db, Clock clock, PullLists lists) {
        this.db = db;
        this.clock = clock;
        this.lists = lists;
    }

    @Override
    public List<Onlooker> of(UUID listId) {
        return looking(lists.get(listId).id());
    }

    @Override
    @Transactional
    public List<Onlooker> look(UUID listId, UUID windowId) {
        var list = lists.get(listId).id();
        var user = Callers.current().user();
        var now = clock.instant();
        db.insertInto(ONLOOKER, ONLOOKER.LIST_ID, ONLOOKER.WINDOW_ID, ONLOOKER.USER_ID, ONLOOKER.SEEN_AT)
                .values(list, windowId, user, now)
                .onDuplicateKeyUpdate()
                .set(ONLOOKER.USER_ID, user)
                .set(ONLOOKER.SEEN_AT, now)
                .execute();
        // Others may be doing the same; what one of them holds is theirs to remove.
        db.execute("""
                delete from planning.onlooker o
                 using (select list_id, window_id from planning.onlooker where seen_at < ?::timestamptz order by seen_at limit ? for update skip locked) old
                 where o.list_id = old.list_id and o.window_id = old.window_id
                """, now.minus(FORGOTTEN).toString(), FORGET_AT_ONCE);
        return looking(list);
    }

    @Override
    @Transactional
    public void leave(UUID listId, UUID windowId) {
        db.deleteFrom(ONLOOKER)
                .where(ONLOOKER.LIST_ID.eq(lists.get(listId).id()))
                .and(ONLOOKER.WINDOW_ID.eq(windowId))
                .and(ONLOOKER.USER_ID.eq(Callers.current().user()))
                .execute();
    }

    @Override
    public Map<UUID, Set<UUID>> now() {
        var result = new HashMap<UUID, Set<UUID>>();
        db.selectDistinct(ONLOOKER.LIST_ID, ONLOOKER.USER_ID)
                .from(ONLOOKER)
                .where(there())
                .forEach(row -> result.computeIfAbsent(row.value1(), list -> new HashSet<>())
                        .add(row.value2()));
        return result;
    }

    private List<Onlooker> looking(UUID listId) {
        return db.selectDistinct(PERSON.ID, PERSON.NAME)
                .from(ONLOOKER)
                .join(PERSON)
                .on(PERSON.ID.eq(ONLOOKER.USER_ID))
                .where(ONLOOKER.LIST_ID.eq(listId))
                .and(there())
                .orderBy(PERSON.NAME, PERSON.ID)
                .fetch(row -> new Onlooker(row.value1(), row.value2()));
    }

    private Condition there() {
        return ONLOOKER.SEEN_AT.gt(clock.instant().minus(STAYS));
    }
}

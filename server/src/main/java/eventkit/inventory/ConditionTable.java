package eventkit.inventory;

import static eventkit.inventory.db.Tables.ASSET;
import static eventkit.inventory.db.Tables.CONDITION;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** All SQL of conditions. */
@Component
class ConditionTable {
    private final DSLContext db;

    ConditionTable(DSLContext db) {
        this.db = db;
    }

    List<Condition> all() {
        var counts = new HashMap<String, Long>();
        db.select(ASSET.CONDITION, DSL.count())
                .from(ASSET)
                .groupBy(ASSET.CONDITION)
                .forEach(r -> counts.put(r.value1(), r.value2().longValue()));
        return db.selectFrom(CONDITION)
                .orderBy(CONDITION.POSITION, CONDITION.LABEL)
                .fetch(r -> new Condition(
                        r.getName(),
                        r.getLabel(),
                        r.getUsable(),
                        r.getBuiltIn(),
                        r.getPosition(),
                        counts.getOrDefault(r.getName(), 0L),
                        r.getVersion()));
    }

    Optional<Condition> find(String name) {
        return all().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    Optional<Condition> lock(String name) {
        db.selectOne()
                .from(CONDITION)
                .where(CONDITION.NAME.eq(name))
                .forUpdate()
                .fetch();
        return find(name);
    }

    /** Name to whether usable. */
    Map<String, Boolean> usable() {
        return db.select(CONDITION.NAME, CONDITION.USABLE).from(CONDITION).fetchMap(CONDITION.NAME, CONDITION.USABLE);
    }

    Set<String> names() {
        return db.select(CONDITION.NAME).from(CONDITION).fetchSet(CONDITION.NAME);
    }

    UUID id(String name) {
        return db.selectFrom(CONDITION)
                .where(CONDITION.NAME.eq(name))
                .fetchSingle()
                .getId();
    }

    void insert(String name, UUID id, ConditionList.Details d) {
        db.insertInto(CONDITION)
                .set(CONDITION.NAME, name)
                .set(CONDITION.ID, id)
                .set(CONDITION.LABEL, d.label())
                .set(CONDITION.USABLE, d.usable())
                .set(CONDITION.POSITION, d.position())
                .execute();
    }

    void update(String name, ConditionList.Details d, long version) {
        db.update(CONDITION)
                .set(CONDITION.LABEL, d.label())
                .set(CONDITION.USABLE, d.usable())
                .set(CONDITION.POSITION, d.position())
                .set(CONDITION.VERSION, version)
                .where(CONDITION.NAME.eq(name))
                .execute();
    }

    void delete(String name) {
        db.deleteFrom(CONDITION).where(CONDITION.NAME.eq(name)).execute();
    }
}

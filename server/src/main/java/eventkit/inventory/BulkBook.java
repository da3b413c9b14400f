package eventkit.inventory;

import static eventkit.inventory.db.Tables.BULK_CHANGE;
import static eventkit.inventory.db.Tables.BULK_CHANGE_ITEM;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of what changes of many replaced. */
@Component
class BulkBook {
    record Item(UUID assetId, long versionAfter, String before) {}

    record Made(UUID id, BulkAssets.Kind kind, @Nullable UUID by, Instant at, boolean undone) {}

    private record ItemRow(UUID assetId, long versionAfter, tools.jackson.databind.JsonNode before) {}

    private final DSLContext db;
    private final JsonMapper json;

    BulkBook(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    void begin(UUID id, BulkAssets.Kind kind, @Nullable UUID by, Instant now) {
        db.insertInto(BULK_CHANGE)
                .set(BULK_CHANGE.ID, id)
                .set(BULK_CHANGE.KIND, kind.name())
                .set(BULK_CHANGE.BY_ID, by)
                .set(BULK_CHANGE.MADE_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    void add(UUID id, List<Item> items) {
        if (items.isEmpty()) return;
        var rows = items.stream()
                .map(i -> new ItemRow(i.assetId(), i.versionAfter(), json.readTree(i.before())))
                .toList();
        db.execute("""
                insert into inventory.bulk_change_item (bulk_change_id, asset_id, version_after, before)
                select ?::uuid, i."assetId", i."versionAfter", i.before
                  from jsonb_to_recordset(?::jsonb) as i ("assetId" uuid, "versionAfter" bigint, before jsonb)
                    on conflict do nothing
                """, id, json.writeValueAsString(rows));
    }

    Optional<Made> lock(UUID id) {
        return db.selectFrom(BULK_CHANGE)
                .where(BULK_CHANGE.ID.eq(id))
                .forUpdate()
                .fetchOptional(r -> new Made(
                        r.getId(),
                        BulkAssets.Kind.valueOf(r.getKind()),
                        r.getById(),
                        r.getMadeAt(),
                        r.getUndoneAt() != null));
    }

    void undone(UUID id, Instant now) {
        db.update(BULK_CHANGE)
                .set(BULK_CHANGE.UNDONE_AT, now)
                .where(BULK_CHANGE.ID.eq(id))
                .execute();
    }

    int size(UUID id) {
        return db.fetchCount(BULK_CHANGE_ITEM, BULK_CHANGE_ITEM.BULK_CHANGE_ID.eq(id));
    }

    /** In the order of assets, behind the one given. */
    List<Item> items(UUID id, @Nullable UUID after, int max) {
        return db.selectFrom(BULK_CHANGE_ITEM)
                .where(BULK_CHANGE_ITEM.BULK_CHANGE_ID.eq(id))
                .and(after == null ? DSL.noCondition() : BULK_CHANGE_ITEM.ASSET_ID.gt(after))
                .orderBy(BULK_CHANGE_ITEM.ASSET_ID)
                .limit(max)
                .fetch(r -> new Item(r.getAssetId(), r.getVersionAfter(), text(r.getBefore())));
    }

    int forget(Instant before) {
        return db.deleteFrom(BULK_CHANGE).where(BULK_CHANGE.MADE_AT.lt(before)).execute();
    }

    private static String text(JSONB value) {
        return value.data();
    }
}

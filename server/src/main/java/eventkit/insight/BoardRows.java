package eventkit.insight;

import static eventkit.insight.db.Tables.BOARD;
import static eventkit.insight.db.Tables.BOARD_ROLE;
import static eventkit.insight.db.Tables.PERSON;
import static eventkit.insight.db.Tables.PERSON_ROLE;
import static eventkit.insight.db.Tables.ROLE_SEEN;

import eventkit.insight.db.tables.records.BoardRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of boards. */
@Component
class BoardRows {
    private static final TypeReference<List<Widget>> WIDGETS = new TypeReference<>() {};
    /** Of those that others show. */
    private static final int OTHERS_MAX = 200;

    private final DSLContext db;
    private final JsonMapper json;

    BoardRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One's own by when they were made, then those of others by name. */
    List<Boards.Named> seenBy(UUID me) {
        var own = BOARD.OWNER_ID.eq(me);
        return db.select(BOARD.ID, BOARD.NAME, BOARD.OWNER_ID, PERSON.NAME)
                .from(BOARD)
                .join(PERSON)
                .on(PERSON.ID.eq(BOARD.OWNER_ID))
                .where(own.or(shownTo(me)))
                .orderBy(DSL.when(own, 0).otherwise(1), DSL.when(own, BOARD.ID), DSL.lower(BOARD.NAME), BOARD.ID)
                .limit(Boards.BOARDS_MAX + OTHERS_MAX)
                .fetch(r -> new Boards.Named(
                        r.get(BOARD.ID), r.get(BOARD.NAME), me.equals(r.get(BOARD.OWNER_ID)), r.get(PERSON.NAME)));
    }

    private static Condition shownTo(UUID me) {
        return BOARD.EVERYBODY
                .isTrue()
                .or(BOARD.ID.in(DSL.select(BOARD_ROLE.BOARD_ID)
                        .from(BOARD_ROLE)
                        .join(PERSON_ROLE)
                        .on(PERSON_ROLE.ROLE_ID.eq(BOARD_ROLE.ROLE_ID))
                        .where(PERSON_ROLE.USER_ID.eq(me))));
    }

    /** As far as the person may look at it. */
    Optional<Board> find(UUID id, UUID me) {
        return db.selectFrom(BOARD)
                .where(BOARD.ID.eq(id))
                .and(BOARD.OWNER_ID.eq(me).or(shownTo(me)))
                .fetchOptional(r -> map(r, me));
    }

    Optional<Board> lockOwn(UUID id, UUID me) {
        return db.selectFrom(BOARD)
                .where(BOARD.ID.eq(id))
                .and(BOARD.OWNER_ID.eq(me))
                .forUpdate()
                .fetchOptional(r -> map(r, me));
    }

    int countOf(UUID owner) {
        return db.fetchCount(BOARD, BOARD.OWNER_ID.eq(owner));
    }

    boolean named(UUID owner, String name, @Nullable UUID except) {
        return db.fetchExists(
                BOARD,
                BOARD.OWNER_ID
                        .eq(owner)
                        .and(DSL.lower(BOARD.NAME).eq(DSL.lower(name)))
                        .and(except == null ? DSL.noCondition() : BOARD.ID.ne(except)));
    }

    void insert(UUID id, UUID owner, Boards.Details details, Instant now) {
        db.insertInto(BOARD)
                .set(BOARD.ID, id)
                .set(BOARD.OWNER_ID, owner)
                .set(BOARD.NAME, details.name())
                .set(BOARD.WIDGETS, widgets(details))
                .set(BOARD.CREATED_AT, now)
                .set(BOARD.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, Boards.Details details, Instant now) {
        db.update(BOARD)
                .set(BOARD.NAME, details.name())
                .set(BOARD.WIDGETS, widgets(details))
                .set(BOARD.CHANGED_AT, now)
                .set(BOARD.VERSION, BOARD.VERSION.plus(1))
                .where(BOARD.ID.eq(id))
                .execute();
    }

    void share(UUID id, boolean everybody, Collection<UUID> roles, Instant now) {
        db.update(BOARD)
                .set(BOARD.EVERYBODY, everybody)
                .set(BOARD.CHANGED_AT, now)
                .set(BOARD.VERSION, BOARD.VERSION.plus(1))
                .where(BOARD.ID.eq(id))
                .execute();
        db.deleteFrom(BOARD_ROLE).where(BOARD_ROLE.BOARD_ID.eq(id)).execute();
        for (var role : roles)
            db.insertInto(BOARD_ROLE)
                    .set(BOARD_ROLE.BOARD_ID, id)
                    .set(BOARD_ROLE.ROLE_ID, role)
                    .execute();
    }

    boolean areRoles(Collection<UUID> roles) {
        return db.fetchCount(ROLE_SEEN, ROLE_SEEN.ID.in(roles)) == roles.size();
    }

    void delete(UUID id) {
        db.deleteFrom(BOARD).where(BOARD.ID.eq(id)).execute();
    }

    boolean unfurnished() {
        return !Objects.requireNonNull(db.resultQuery(
                        "select exists (select from insight.search_entry where kind = 'asset') and exists (select from insight.search_entry where kind = 'product')")
                .fetchSingle()
                .get(0, Boolean.class));
    }

    private JSONB widgets(Boards.Details details) {
        return JSONB.valueOf(json.writeValueAsString(details.widgets()));
    }

    private Board map(BoardRecord r, UUID me) {
        return new Board(
                r.getId(),
                r.getName(),
                me.equals(r.getOwnerId()),
                Objects.requireNonNullElse(
                        db.select(PERSON.NAME)
                                .from(PERSON)
                                .where(PERSON.ID.eq(r.getOwnerId()))
                                .fetchOne(PERSON.NAME),
                        ""),
                r.getEverybody(),
                db.select(BOARD_ROLE.ROLE_ID)
                        .from(BOARD_ROLE)
                        .where(BOARD_ROLE.BOARD_ID.eq(r.getId()))
                        .orderBy(BOARD_ROLE.ROLE_ID)
                        .fetch(BOARD_ROLE.ROLE_ID),
                json.readValue(r.getWidgets().data(), WIDGETS),
                r.getVersion());
    }
}

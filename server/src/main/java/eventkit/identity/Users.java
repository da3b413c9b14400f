package eventkit.identity;

import static eventkit.identity.db.Tables.INVITATION;
import static eventkit.identity.db.Tables.PASSWORD_RESET;
import static eventkit.identity.db.Tables.ROLE;
import static eventkit.identity.db.Tables.USER_ACCOUNT;
import static eventkit.identity.db.Tables.USER_ROLE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of users, their invitations and reset links. */
@Component
class Users {
    private static final Field<List<User.RoleRef>> ROLES = DSL.multiset(DSL.select(ROLE.ID, ROLE.NAME)
                    .from(ROLE)
                    .join(USER_ROLE)
                    .on(USER_ROLE.ROLE_ID.eq(ROLE.ID))
                    .where(USER_ROLE.USER_ID.eq(USER_ACCOUNT.ID))
                    .orderBy(ROLE.NAME))
            .as("roles")
            .convertFrom(rows -> rows.map(r -> new User.RoleRef(r.value1(), r.value2())));
    private final DSLContext db;

    Users(DSLContext db) {
        this.db = db;
    }

    boolean none() {
        return !db.fetchExists(USER_ACCOUNT);
    }

    Optional<User> find(UUID id) {
        return select(USER_ACCOUNT.ID.eq(id)).fetchOptional(Users::map);
    }

    Optional<User> lock(UUID id) {
        db.selectOne()
                .from(USER_ACCOUNT)
                .where(USER_ACCOUNT.ID.eq(id))
                .forUpdate()
                .fetch();
        return find(id);
    }

    Optional<User> byEmail(String email) {
        return select(USER_ACCOUNT.EMAIL.eq(email)).fetchOptional(Users::map);
    }

    Page<User> list(ListQuery query, @Nullable UUID roleId, User.@Nullable State state) {
        Condition where = DSL.noCondition();
        var text = query.text();
        if (text != null)
            where = where.and(USER_ACCOUNT.NAME.containsIgnoreCase(text).or(USER_ACCOUNT.EMAIL.contains(text)));
        if (state != null) where = where.and(USER_ACCOUNT.STATE.eq(state.name()));
        if (roleId != null) {
            where = where.and(USER_ACCOUNT.ID.in(
                    DSL.select(USER_ROLE.USER_ID).from(USER_ROLE).where(USER_ROLE.ROLE_ID.eq(roleId))));
        }
        return Listing.by(USER_ACCOUNT.ID, "name")
                .sort("name", USER_ACCOUNT.NAME)
                .sort("email", USER_ACCOUNT.EMAIL)
                .sort("createdAt", USER_ACCOUNT.CREATED_AT)
                .page(
                        db,
                        query,
                        USER_ACCOUNT,
                        where,
                        ids -> select(USER_ACCOUNT.ID.in(ids)),
                        r -> r.get(USER_ACCOUNT.ID),
                        Users::map);
    }

    List<UUID> activeWithRoles(Collection<UUID> roleIds) {
        return db.selectDistinct(USER_ACCOUNT.ID)
                .from(USER_ACCOUNT)
                .join(USER_ROLE)
                .on(USER_ROLE.USER_ID.eq(USER_ACCOUNT.ID))
                .where(USER_ROLE.ROLE_ID.in(roleIds))
                .and(USER_ACCOUNT.STATE.eq(User.State.ACTIVE.name()))
                .fetch(USER_ACCOUNT.ID);
    }

    void insert(UUID id, String email, String name, String passwordHash, String locale, String timeZone, Instant now) {
        db.insertInto(USER_ACCOUNT)
                .set(USER_ACCOUNT.ID, id)
                .set(USER_ACCOUNT.EMAIL, email)
                .set(USER_ACCOUNT.NAME, name)
                .set(USER_ACCOUNT.PASSWORD_HASH, passwordHash)
                .set(USER_ACCOUNT.STATE, User.State.ACTIVE.name())
                .set(USER_ACCOUNT.LOCALE, locale)
                .set(USER_ACCOUNT.TIME_ZONE, timeZone)
                .set(USER_ACCOUNT.CREATED_AT, now)
                .execute();
    }

    void update(
            UUID id, String name, User.State state, String locale, String timeZone, User.Theme theme, long version) {
        db.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.NAME, name)
                .set(USER_ACCOUNT.STATE, state.name())
                .set(USER_ACCOUNT.LOCALE, locale)
                .set(USER_ACCOUNT.TIME_ZONE, timeZone)
                .set(USER_ACCOUNT.THEME, theme.name())
                .set(USER_ACCOUNT.VERSION, version)
                .where(USER_ACCOUNT.ID.eq(id))
                .execute();
    }

    void setRoles(UUID userId, Collection<UUID> roleIds) {
        db.deleteFrom(USER_ROLE).where(USER_ROLE.USER_ID.eq(userId)).execute();
        for (var roleId : roleIds) {
            db.insertInto(USER_ROLE)
                    .set(USER_ROLE.USER_ID, userId)
                    .set(USER_ROLE.ROLE_ID, roleId)
                    .execute();
        }
    }

    Optional<String> passwordHash(UUID id) {
        return db.select(USER_ACCOUNT.PASSWORD_HASH)
                .from(USER_ACCOUNT)
                .where(USER_ACCOUNT.ID.eq(id))
                .fetchOptional(USER_ACCOUNT.PASSWORD_HASH);
    }

    void setPassword(UUID id, String hash, long version) {
        db.update(USER_ACCOUNT)
                .set(USER_ACCOUNT.PASSWORD_HASH, hash)
                .set(USER_ACCOUNT.VERSION, version)
                .where(USER_ACCOUNT.ID.eq(id))
                .execute();
    }

    record OpenInvitation(UUID id, String email, String name, List<UUID> roleIds, Instant expiresAt) {}

    void insertInvitation(OpenInvitation i, byte[] tokenHash, UUID invitedBy, Instant now) {
        db.insertInto(INVITATION)
                .set(INVITATION.ID, i.id())
                .set(INVITATION.TOKEN_HASH, tokenHash)
                .set(INVITATION.EMAIL, i.email())
                .set(INVITATION.NAME, i.name())
                .set(INVITATION.ROLE_IDS, i.roleIds().toArray(UUID[]::new))
                .set(INVITATION.INVITED_BY, invitedBy)
                .set(INVITATION.CREATED_AT, now)
                .set(INVITATION.EXPIRES_AT, i.expiresAt())
                .execute();
    }

    List<OpenInvitation> openInvitations(Condition where, Instant now) {
        return db.selectFrom(INVITATION)
                .where(where)
                .and(INVITATION.ACCEPTED_AT.isNull())
                .and(INVITATION.EXPIRES_AT.gt(now))
                .orderBy(INVITATION.CREATED_AT.desc())
                .fetch(r -> new OpenInvitation(
                        r.getId(), r.getEmail(), r.getName(), List.of(r.getRoleIds()), r.getExpiresAt()));
    }

    List<OpenInvitation> openInvitations(Instant now) {
        return openInvitations(DSL.noCondition(), now);
    }

    Optional<OpenInvitation> invitation(byte[] tokenHash, Instant now) {
        db.selectOne()
                .from(INVITATION)
                .where(INVITATION.TOKEN_HASH.eq(tokenHash))
                .forUpdate()
                .fetch();
        return openInvitations(INVITATION.TOKEN_HASH.eq(tokenHash), now).stream()
                .findFirst();
    }

    Optional<OpenInvitation> invitation(UUID id, Instant now) {
        return openInvitations(INVITATION.ID.eq(id), now).stream().findFirst();
    }

    void accept(UUID invitationId, Instant now) {
        db.update(INVITATION)
                .set(INVITATION.ACCEPTED_AT, now)
                .where(INVITATION.ID.eq(invitationId))
                .execute();
    }

    void deleteInvitation(UUID id) {
        db.deleteFrom(INVITATION).where(INVITATION.ID.eq(id)).execute();
    }

    void insertReset(UUID id, byte[] tokenHash, UUID userId, Instant now, Instant expiresAt) {
        db.insertInto(PASSWORD_RESET)
                .set(PASSWORD_RESET.ID, id)
                .set(PASSWORD_RESET.TOKEN_HASH, tokenHash)
                .set(PASSWORD_RESET.USER_ID, userId)
                .set(PASSWORD_RESET.CREATED_AT, now)
                .set(PASSWORD_RESET.EXPIRES_AT, expiresAt)
                .execute();
    }

    Optional<UUID> userOfReset(byte[] tokenHash, Instant now) {
        return db.select(PASSWORD_RESET.USER_ID)
                .from(PASSWORD_RESET)
                .where(PASSWORD_RESET.TOKEN_HASH.eq(tokenHash))
                .and(PASSWORD_RESET.USED_AT.isNull())
                .and(PASSWORD_RESET.EXPIRES_AT.gt(now))
                .forUpdate()
                .fetchOptional(PASSWORD_RESET.USER_ID);
    }

    /** Spends every reset link of the user: one new password, no second way in. */
    void spendResets(UUID userId, Instant now) {
        db.update(PASSWORD_RESET)
                .set(PASSWORD_RESET.USED_AT, now)
                .where(PASSWORD_RESET.USER_ID.eq(userId))
                .and(PASSWORD_RESET.USED_AT.isNull())
                .execute();
    }

    private SelectConditionStep<Record> select(Condition where) {
        return db.select(List.of(
                        USER_ACCOUNT.ID,
                        USER_ACCOUNT.EMAIL,
                        USER_ACCOUNT.NAME,
                        USER_ACCOUNT.STATE,
                        ROLES,
                        USER_ACCOUNT.LOCALE,
                        USER_ACCOUNT.TIME_ZONE,
                        USER_ACCOUNT.THEME,
                        USER_ACCOUNT.LAST_SEEN_AT,
                        USER_ACCOUNT.CREATED_AT,
                        USER_ACCOUNT.VERSION))
                .from(USER_ACCOUNT)
                .where(where);
    }

    private static User map(Record r) {
        return new User(
                r.get(USER_ACCOUNT.ID),
                r.get(USER_ACCOUNT.EMAIL),
                r.get(USER_ACCOUNT.NAME),
                User.State.valueOf(r.get(USER_ACCOUNT.STATE)),
                r.get(ROLES),
                r.get(USER_ACCOUNT.LOCALE),
                r.get(USER_ACCOUNT.TIME_ZONE),
                User.Theme.valueOf(r.get(USER_ACCOUNT.THEME)),
                r.get(USER_ACCOUNT.LAST_SEEN_AT),
                r.get(USER_ACCOUNT.CREATED_AT),
                r.get(USER_ACCOUNT.VERSION));
    }
}

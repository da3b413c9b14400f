package eventkit.identity;

import static eventkit.identity.db.Tables.ROLE;
import static eventkit.identity.db.Tables.USER_ROLE;

import eventkit.core.Permission;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of roles. */
@Component
class Roles {
    private final DSLContext db;

    Roles(DSLContext db) {
        this.db = db;
    }

    List<Role> all() {
        return fetch(DSL.noCondition());
    }

    List<Role> in(Collection<UUID> ids) {
        return fetch(ROLE.ID.in(ids));
    }

    List<Role> of(UUID userId) {
        return fetch(ROLE.ID.in(DSL.select(USER_ROLE.ROLE_ID).from(USER_ROLE).where(USER_ROLE.USER_ID.eq(userId))));
    }

    Optional<Role> find(UUID id) {
        return fetch(ROLE.ID.eq(id)).stream().findFirst();
    }

    Optional<Role> lock(UUID id) {
        db.selectOne().from(ROLE).where(ROLE.ID.eq(id)).forUpdate().fetch();
        return find(id);
    }

    Optional<Role> builtIn(BuiltInRole role) {
        return fetch(ROLE.BUILT_IN.eq(role.name())).stream().findFirst();
    }

    void insert(UUID id, String name, @Nullable String builtIn, Set<Permission> permissions) {
        db.insertInto(ROLE)
                .set(ROLE.ID, id)
                .set(ROLE.NAME, name)
                .set(ROLE.BUILT_IN, builtIn)
                .set(ROLE.PERMISSIONS, names(permissions))
                .execute();
    }

    void update(UUID id, String name, Set<Permission> permissions, long version) {
        db.update(ROLE)
                .set(ROLE.NAME, name)
                .set(ROLE.PERMISSIONS, names(permissions))
                .set(ROLE.VERSION, version)
                .where(ROLE.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(ROLE).where(ROLE.ID.eq(id)).execute();
    }

    private List<Role> fetch(Condition where) {
        var users = DSL.field(DSL.selectCount().from(USER_ROLE).where(USER_ROLE.ROLE_ID.eq(ROLE.ID)));
        return db.select(ROLE.ID, ROLE.NAME, ROLE.BUILT_IN, ROLE.PERMISSIONS, ROLE.VERSION, users)
                .from(ROLE)
                .where(where)
                .orderBy(ROLE.BUILT_IN.isNull(), ROLE.NAME)
                .fetch(row -> new Role(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        permissions(row.value3(), row.value4()),
                        row.value6(),
                        row.value5()));
    }

    private static String[] names(Set<Permission> permissions) {
        return permissions.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    /** The Owner always holds everything, also what a later release adds; names that a release dropped are passed over. */
    private static Set<Permission> permissions(@Nullable String builtIn, String[] names) {
        if (BuiltInRole.OWNER.name().equals(builtIn)) return EnumSet.allOf(Permission.class);
        var known = EnumSet.noneOf(Permission.class);
        var wanted = Set.copyOf(Arrays.asList(names));
        for (var permission : Permission.values()) if (wanted.contains(permission.name())) known.add(permission);
        return known;
    }
}

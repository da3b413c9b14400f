package eventkit.identity;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.core.Subject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RoleDesk implements RoleBook {
    private final Roles roles;
    private final KnownCallers known;
    private final Audit audit;
    private final Ids ids;

    RoleDesk(Roles roles, KnownCallers known, Audit audit, Ids ids) {
        this.roles = roles;
        this.known = known;
        this.audit = audit;
        this.ids = ids;
        Constraints.mean("role_name_taken", RoleNameTaken::new);
        Constraints.mean("role_in_use", RoleInUse::new);
    }

    @Override
    public List<Role> all() {
        return roles.all();
    }

    @Override
    public Role get(UUID id) {
        return roles.find(id).orElseThrow(() -> new NotFound("role", id));
    }

    @Override
    @Transactional
    public Role create(Details details) {
        check(details);
        var id = ids.next();
        roles.insert(id, details.name().strip(), null, details.permissions());
        var role = get(id);
        audit.created(subject(role), role);
        return role;
    }

    @Override
    @Transactional
    public Role change(UUID id, Details details, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        check(details);
        mayGive(before.name(), before.permissions());
        roles.update(id, details.name().strip(), details.permissions(), before.version() + 1);
        var after = get(id);
        audit.changed(subject(after), after.version(), before, after);
        known.forgetAll();
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        if (before.users() > 0) throw new RoleInUse();
        roles.delete(id);
        audit.removed(subject(before), before.version() + 1, before);
    }

    /** The roles every company starts with. */
    void insertBuiltIn() {
        for (var role : BuiltInRole.values()) roles.insert(ids.next(), role.label(), role.name(), role.permissions());
    }

    static void mayGive(String role, Set<Permission> permissions) {
        var beyond = EnumSet.noneOf(Permission.class);
        beyond.addAll(permissions);
        beyond.removeAll(Callers.current().permissions());
        if (!beyond.isEmpty()) throw new RoleAboveYours(role);
    }

    private Role lock(UUID id, IfMatch ifMatch) {
        var before = roles.lock(id).orElseThrow(() -> new NotFound("role", id));
        if (BuiltInRole.OWNER.name().equals(before.builtIn())) throw new OwnerRoleFixed();
        ifMatch.require(before.version(), audit, "role", id);
        return before;
    }

    private static void check(Details details) {
        new Check()
                .required(details.name(), "name")
                .line(details.name(), "name", 100)
                .required(details.permissions(), "permissions")
                .orThrow();
        mayGive(details.name(), details.permissions());
    }

    private static Subject subject(Role role) {
        return new Subject("role", role.id(), role.name());
    }
}

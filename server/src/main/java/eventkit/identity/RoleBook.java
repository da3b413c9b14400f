package eventkit.identity;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Roles: who may do what. */
public interface RoleBook {
    record Details(String name, Set<Permission> permissions) {}

    @Needs(Permission.USER_READ)
    List<Role> all();

    @Needs(Permission.USER_READ)
    Role get(UUID id);

    /** Throws {@link RoleNameTaken}, {@link RoleAboveYours}. */
    @Needs(Permission.ROLE_EDIT)
    Role create(Details details);

    /** Throws {@link OwnerRoleFixed}, {@link RoleAboveYours}. */
    @Needs(Permission.ROLE_EDIT)
    Role change(UUID id, Details details, IfMatch ifMatch);

    /** Throws {@link RoleInUse}, {@link OwnerRoleFixed}. */
    @Needs(Permission.ROLE_EDIT)
    void remove(UUID id, IfMatch ifMatch);
}

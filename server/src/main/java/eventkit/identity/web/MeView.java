package eventkit.identity.web;

import eventkit.core.Permission;
import eventkit.identity.User;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The signed-in person, with what they may do and where they work. */
record MeView(
        UUID id,
        String name,
        String email,
        String locale,
        String timeZone,
        User.Theme theme,
        List<User.RoleRef> roles,
        Set<Permission> permissions,
        CompanyRef company,
        long version) {
    record CompanyRef(
            String name,
            String currency,
            String timeZone,
            String locale,
            @Nullable String baseUrl,
            @Nullable UUID logoFileId) {}
}

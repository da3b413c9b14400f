package eventkit.portal.web;

import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.portal.PortalAccess;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which contacts of a client may sign in to the portal. */
@RestController
@RequestMapping("/api/v1/clients/{id}/portal-access")
class PortalAccessResource {
    private final PortalAccess access;

    PortalAccessResource(PortalAccess access) {
        this.access = access;
    }

    /** Of those contacts who have it. */
    @GetMapping
    @Needs(Permission.CLIENT_READ)
    Page<PortalAccess.Access> of(@PathVariable UUID id) {
        return Page.of(access.of(id));
    }

    /** For the address that the contact has now. */
    @PutMapping("/{contactId}")
    @Needs(Permission.PORTAL_EDIT)
    PortalAccess.Access grant(@PathVariable UUID id, @PathVariable UUID contactId) {
        return access.grant(id, contactId);
    }

    /** Who is signed in with it is signed out at once. */
    @DeleteMapping("/{contactId}")
    @Needs(Permission.PORTAL_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID contactId) {
        access.revoke(id, contactId);
    }
}

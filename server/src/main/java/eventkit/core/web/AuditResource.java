package eventkit.core.web;

import eventkit.core.AuditTrail;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole audit trail, newest first. */
@RestController
class AuditResource {
    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/v1/audit")
    @Needs(Permission.AUDIT_READ)
    Page<AuditTrail.Entry> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<String> entity,
            @RequestParam(required = false) @Nullable UUID entityId,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return trail.list(new AuditTrail.Filter(entity, entityId, actor, from, to), query);
    }
}

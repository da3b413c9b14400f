package eventkit.venues;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Photos, plans and house rules of venues. */
@Component
class VenueFiles implements AttachmentOwner {
    private final VenueRows rows;

    VenueFiles(VenueRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return VenueDesk.KIND;
    }

    @Override
    public Permission readPermission() {
        return Permission.VENUE_READ;
    }

    @Override
    public Permission editPermission() {
        return Permission.VENUE_EDIT;
    }

    @Override
    public Optional<String> labelOf(UUID id) {
        return rows.name(new VenueId(id));
    }
}

package eventkit.catalogue;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Photos, manuals and documents of kits. */
@Component
class KitFiles implements AttachmentOwner {
    private final KitRows rows;

    KitFiles(KitRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "kit";
    }

    @Override
    public Permission readPermission() {
        return Permission.PRODUCT_READ;
    }

    @Override
    public Permission editPermission() {
        return Permission.KIT_EDIT;
    }

    @Override
    public Optional<String> labelOf(UUID id) {
        return rows.find(new KitId(id)).map(Kit::name);
    }
}

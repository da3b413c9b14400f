package eventkit.clients;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Frame contracts, house rules and riders of clients, and what letters to them enclose. */
@Component
class ClientFiles implements AttachmentOwner {
    private final ClientRows rows;

    ClientFiles(ClientRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return ClientDesk.KIND;
    }

    @Override
    public Permission readPermission() {
        return Permission.CLIENT_READ;
    }

    @Override
    public Permission editPermission() {
        return Permission.CLIENT_EDIT;
    }

    @Override
    public Optional<String> labelOf(UUID id) {
        return rows.find(new ClientId(id)).map(Client::name);
    }
}

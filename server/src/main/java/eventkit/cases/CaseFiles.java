package eventkit.cases;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Photos and documents of cases: how it is packed, what its lock opens with. */
@Component
class CaseFiles implements AttachmentOwner {
    static final String KIND = "case";
    private final FlightCases cases;

    CaseFiles(FlightCases cases) {
        this.cases = cases;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission readPermission() {
        return Permission.ASSET_READ;
    }

    @Override
    public Permission editPermission() {
        return Permission.CASE_EDIT;
    }

    @Override
    public Optional<String> labelOf(UUID id) {
        return cases.find(id).map(FlightCase::number);
    }
}

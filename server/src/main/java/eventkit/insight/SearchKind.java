package eventkit.insight;

import com.fasterxml.jackson.annotation.JsonValue;
import eventkit.core.Permission;
import java.util.Arrays;
import java.util.Optional;

/** What can be found, in the order in which groups are shown, and who may see it. */
public enum SearchKind {
    ASSET("asset", Permission.ASSET_READ),
    PRODUCT("product", Permission.PRODUCT_READ),
    CASE("case", Permission.ASSET_READ),
    KIT("kit", Permission.PRODUCT_READ),
    LOCATION("location", Permission.LOCATION_READ),
    MAINTENANCE_JOB("maintenance-job", Permission.MAINTENANCE_READ),
    VENUE("venue", Permission.VENUE_READ),
    CLIENT("client", Permission.CLIENT_READ),
    DEAL("deal", Permission.DEAL_READ),
    QUOTE("quote", Permission.QUOTE_READ),
    INVOICE("invoice", Permission.INVOICE_READ),
    EVENT("event", Permission.EVENT_READ),
    PROJECT("project", Permission.EVENT_READ),
    USER("user", Permission.USER_READ);

    private final String label;
    private final Permission permission;

    SearchKind(String label, Permission permission) {
        this.label = label;
        this.permission = permission;
    }

    @JsonValue
    public String label() {
        return label;
    }

    Permission permission() {
        return permission;
    }

    static Optional<SearchKind> of(String label) {
        return Arrays.stream(values()).filter(k -> k.label.equals(label)).findFirst();
    }
}

package eventkit.labels;

import eventkit.core.Permission;
import java.util.Locale;

/** What a label may stand on. The name in small letters is the first part of its address. */
public enum LabelKind {
    ASSET(Permission.ASSET_READ),
    CASE(Permission.ASSET_READ),
    LOCATION(Permission.LOCATION_READ),
    KIT(Permission.PRODUCT_READ);

    private final Permission read;

    LabelKind(Permission read) {
        this.read = read;
    }

    /** Who may see such things at all. */
    public Permission read() {
        return read;
    }

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }
}

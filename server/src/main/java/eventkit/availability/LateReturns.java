package eventkit.availability;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import org.jspecify.annotations.Nullable;

/** How long what is late is taken to stay away (rule 2). */
public interface LateReturns {
    /** The rest of today, some days from now, or until it comes. */
    enum Kind {
        TODAY,
        DAYS,
        OPEN
    }

    /** @param days counts for {@code DAYS} alone */
    record Setting(Kind horizon, int days, long version) {}

    /** @param days 1 to 365; may be left out unless the horizon is {@code DAYS} */
    record Change(@Nullable Kind horizon, @Nullable Integer days) {}

    @Needs(Permission.ASSET_READ)
    Setting get();

    @Needs(Permission.COMPANY_EDIT)
    Setting change(Change change, IfMatch ifMatch);
}

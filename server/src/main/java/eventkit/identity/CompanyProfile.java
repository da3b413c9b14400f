package eventkit.identity;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Permission;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The company's own details and settings. */
public interface CompanyProfile {
    /** What a person may change. */
    record Details(
            String name,
            List<String> addressLines,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String web,
            String currency,
            String timeZone,
            String locale,
            @Nullable String baseUrl,
            @Nullable String propertyNotice,
            int assetNumberWidth) {
        public static Details of(Company c) {
            return new Details(
                    c.name(),
                    c.addressLines(),
                    c.phone(),
                    c.email(),
                    c.web(),
                    c.currency(),
                    c.timeZone(),
                    c.locale(),
                    c.baseUrl(),
                    c.propertyNotice(),
                    c.assetNumberWidth());
        }
    }

    /** Empty before the first visit has set it up. Open: other modules need the currency and the notice for strangers. */
    @Open
    Optional<Company> find();

    /** Throws {@link eventkit.core.NotFound} before set-up. */
    @Open
    Company get();

    /** In which the company's days begin; UTC before set-up. Open: days are reckoned for strangers, too. */
    @Open
    ZoneId zone();

    /**
     * Where people reach this instance: the company's address, else the server's setting, else the one the request came to. Open: links and
     * codes begin with it.
     */
    @Open
    String address(String origin);

    /** Every address that labels of this company may carry, the request's own and earlier ones included. Open: as {@link #address}. */
    @Open
    Set<String> addresses(String origin);

    /** Only documents calls this: it keeps the picture. */
    @Needs(Permission.COMPANY_EDIT)
    Company changeLogo(@Nullable UUID fileId, IfMatch ifMatch);

    @Needs(Permission.COMPANY_EDIT)
    Company change(Details details, IfMatch ifMatch);
}

package eventkit.demo;

import eventkit.core.VatCategory;
import eventkit.core.VatPlace;
import eventkit.core.VatRate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What each client is charged. */
final class DemoVat {
    private static final VatRate USUAL = VatRate.standard("19");
    private final Map<UUID, VatRate> rates = new HashMap<>();
    private final Map<VatCategory, String> reasons = new HashMap<>();

    DemoVat(JdbcTemplate jdbc) {
        jdbc.query("select id, country, vat_number from clients.client", row -> {
            rates.put(
                    row.getObject("id", UUID.class),
                    VatPlace.rate(USUAL, "DE", row.getString("country"), row.getString("vat_number")));
        });
        jdbc.query(
                "select category, exemption_reason from finance.vat_rate where exemption_reason is not null", row -> {
                    reasons.put(VatCategory.ofCode(row.getString("category")), row.getString("exemption_reason"));
                });
    }

    VatRate of(UUID client) {
        return Objects.requireNonNull(rates.get(client));
    }

    @Nullable
    String reason(VatRate rate) {
        return reasons.get(rate.category());
    }
}

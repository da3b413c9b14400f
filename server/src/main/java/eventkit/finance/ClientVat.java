package eventkit.finance;

import static eventkit.finance.db.Tables.CLIENT_SEEN;
import static eventkit.finance.db.Tables.SETTINGS;

import eventkit.core.VatPlace;
import eventkit.core.VatRate;
import eventkit.quoting.SellersCountry;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a client is charged on a line that says nothing else ({@link VatPlace}). */
@Component
class ClientVat implements SellersCountry {
    private final DSLContext db;
    private final VatRateRows rates;

    ClientVat(DSLContext db, VatRateRows rates) {
        this.db = db;
        this.rates = rates;
    }

    @Override
    public String code() {
        return db.select(SETTINGS.COUNTRY).from(SETTINGS).fetchSingle().value1();
    }

    VatRate of(@Nullable UUID client) {
        var standard = rates.standard();
        var usual = new VatRate(standard.category(), standard.percent());
        return db.select(CLIENT_SEEN.COUNTRY, CLIENT_SEEN.VAT_NUMBER)
                .from(CLIENT_SEEN)
                .where(CLIENT_SEEN.ID.eq(client))
                .fetchOptional(c -> VatPlace.rate(usual, code(), c.value1(), c.value2()))
                .orElse(usual);
    }
}

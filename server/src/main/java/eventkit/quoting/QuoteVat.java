package eventkit.quoting;

import eventkit.core.VatPlace;
import eventkit.core.VatRate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The VAT of a quote follows its client ({@link VatPlace}), unless somebody chose another. */
@Component
class QuoteVat {
    private final QuoteRows rows;
    private final PriceRows prices;
    private final SellersCountry seller;

    QuoteVat(QuoteRows rows, PriceRows prices, SellersCountry seller) {
        this.rows = rows;
        this.prices = prices;
        this.seller = seller;
    }

    VatRate of(@Nullable UUID client) {
        return of(rows.client(client), prices.settings().vat());
    }

    VatRate of(QuoteRows.ForClient client, VatRate usual) {
        return VatPlace.rate(usual, seller.code(), client.country(), client.vatNumber());
    }

    /** Of what is copied the rate stays at home; what was free because of another client does not go along. */
    VatRate copied(QuoteRows.ForClient client, Quote copied) {
        var before = copied.current().vat();
        return of(
                client,
                copied.client() == null || before.percent().signum() > 0
                        ? before
                        : prices.settings().vat());
    }

    /** Where the client changes and the VAT was the former client's, it becomes that of the new one. */
    Quotes.Details follow(Quote before, Quotes.Details given) {
        var former = before.client() == null ? null : before.client().id();
        var vat = before.current().vat();
        return Objects.equals(former, given.clientId()) || !vat.equals(given.vat()) || !vat.equals(of(former))
                ? given
                : given.taxed(of(given.clientId()));
    }
}

package eventkit.quoting.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.quoting.HireRate;
import eventkit.quoting.PriceList;
import eventkit.quoting.Prices;
import eventkit.quoting.QuoteSettings;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Price lists, factors of days, rates of seasons and weekends, and how quotes begin. */
@RestController
@RequestMapping("/api/v1")
class PricesResource {
    private final Prices prices;
    private final MergePatch patches;

    PricesResource(Prices prices, MergePatch patches) {
        this.prices = prices;
        this.patches = patches;
    }

    /** In the order in which they are asked; archived ones last. */
    @GetMapping("/price-lists")
    @Needs(Permission.QUOTE_READ)
    Page<PriceList> lists() {
        return Page.of(prices.lists());
    }

    @PostMapping("/price-lists")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<PriceList> createList(@RequestBody Prices.ListDetails details) {
        var made = prices.createList(details);
        return Versioned.created("/price-lists/" + made.id(), made, made.version());
    }

    @GetMapping("/price-lists/{id}")
    @Needs(Permission.QUOTE_READ)
    ResponseEntity<PriceList> list(@PathVariable UUID id) {
        return tagged(prices.list(id));
    }

    @PatchMapping("/price-lists/{id}")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<PriceList> changeList(
            @PathVariable UUID id, @RequestBody @PatchOf(Prices.ListDetails.class) JsonNode patch, IfMatch ifMatch) {
        var now = Prices.ListDetails.of(prices.list(id));
        return tagged(prices.changeList(id, patches.apply(now, patch, Prices.ListDetails.class), ifMatch));
    }

    @GetMapping("/price-lists/{id}/prices")
    @Needs(Permission.QUOTE_READ)
    Page<Prices.Price> prices(@PathVariable UUID id) {
        return Page.of(prices.prices(id));
    }

    /** All of them together: who is left out is removed. */
    @PutMapping("/price-lists/{id}/prices")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<PriceList> setPrices(@PathVariable UUID id, @RequestBody Prices.AllPrices all, IfMatch ifMatch) {
        return tagged(prices.setPrices(id, all, ifMatch));
    }

    @PostMapping("/price-lists/{id}/archive")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<PriceList> archive(@PathVariable UUID id) {
        return tagged(prices.archiveList(id, true));
    }

    @PostMapping("/price-lists/{id}/restore")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<PriceList> restore(@PathVariable UUID id) {
        return tagged(prices.archiveList(id, false));
    }

    @GetMapping("/price-lists/{id}/history")
    @Needs(Permission.QUOTE_READ)
    Page<AuditTrail.Entry> listHistory(@PathVariable UUID id, ListQuery query) {
        return prices.history(Prices.LIST, id, query);
    }

    /** The standard one first. */
    @GetMapping("/factor-curves")
    @Needs(Permission.QUOTE_READ)
    Page<Prices.Curve> curves() {
        return Page.of(prices.curves());
    }

    @PostMapping("/factor-curves")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<Prices.Curve> createCurve(@RequestBody Prices.CurveDetails details) {
        var made = prices.createCurve(details);
        return Versioned.created("/factor-curves/" + made.id(), made, made.version());
    }

    @GetMapping("/factor-curves/{id}")
    @Needs(Permission.QUOTE_READ)
    ResponseEntity<Prices.Curve> curve(@PathVariable UUID id) {
        return tagged(prices.curve(id));
    }

    @PatchMapping("/factor-curves/{id}")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<Prices.Curve> changeCurve(
            @PathVariable UUID id, @RequestBody @PatchOf(Prices.CurveDetails.class) JsonNode patch, IfMatch ifMatch) {
        var now = prices.curve(id).details();
        return tagged(prices.changeCurve(id, patches.apply(now, patch, Prices.CurveDetails.class), ifMatch));
    }

    @DeleteMapping("/factor-curves/{id}")
    @Needs(Permission.PRICE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeCurve(@PathVariable UUID id, IfMatch ifMatch) {
        prices.removeCurve(id, ifMatch);
    }

    /** In the order in which they hold. */
    @GetMapping("/hire-rates")
    @Needs(Permission.QUOTE_READ)
    Page<HireRate> rates() {
        return Page.of(prices.rates());
    }

    @PostMapping("/hire-rates")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<HireRate> createRate(@RequestBody Prices.RateDetails details) {
        var made = prices.createRate(details);
        return Versioned.created("/hire-rates/" + made.id(), made, made.version());
    }

    @GetMapping("/hire-rates/{id}")
    @Needs(Permission.QUOTE_READ)
    ResponseEntity<HireRate> rate(@PathVariable UUID id) {
        return tagged(prices.rate(id));
    }

    @PatchMapping("/hire-rates/{id}")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<HireRate> changeRate(
            @PathVariable UUID id, @RequestBody @PatchOf(Prices.RateDetails.class) JsonNode patch, IfMatch ifMatch) {
        var now = Prices.RateDetails.of(prices.rate(id));
        return tagged(prices.changeRate(id, patches.apply(now, patch, Prices.RateDetails.class), ifMatch));
    }

    @DeleteMapping("/hire-rates/{id}")
    @Needs(Permission.PRICE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeRate(@PathVariable UUID id, IfMatch ifMatch) {
        prices.removeRate(id, ifMatch);
    }

    @GetMapping("/quote-settings")
    @Needs(Permission.QUOTE_READ)
    ResponseEntity<QuoteSettings> settings() {
        return tagged(prices.settings());
    }

    @PatchMapping("/quote-settings")
    @Needs(Permission.PRICE_EDIT)
    ResponseEntity<QuoteSettings> changeSettings(
            @RequestBody @PatchOf(Prices.SettingsDetails.class) JsonNode patch, IfMatch ifMatch) {
        var now = Prices.SettingsDetails.of(prices.settings());
        return tagged(prices.changeSettings(patches.apply(now, patch, Prices.SettingsDetails.class), ifMatch));
    }

    private static ResponseEntity<PriceList> tagged(PriceList l) {
        return Versioned.ok(l, l.version());
    }

    private static ResponseEntity<Prices.Curve> tagged(Prices.Curve c) {
        return Versioned.ok(c, c.version());
    }

    private static ResponseEntity<HireRate> tagged(HireRate r) {
        return Versioned.ok(r, r.version());
    }

    private static ResponseEntity<QuoteSettings> tagged(QuoteSettings s) {
        return Versioned.ok(s, s.version());
    }
}

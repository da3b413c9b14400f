package eventkit.finance.web;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.finance.FinanceSettings;
import eventkit.finance.Series;
import eventkit.finance.VatRule;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the company bills: its details, series of numbers, VAT rates and reminders. */
@RestController
@RequestMapping("/api/v1")
class FinanceSettingsResource {
    private final FinanceSettings settings;
    private final MergePatch patches;

    FinanceSettingsResource(FinanceSettings settings, MergePatch patches) {
        this.settings = settings;
        this.patches = patches;
    }

    @GetMapping("/finance-settings")
    @Needs(Permission.INVOICE_READ)
    ResponseEntity<FinanceSettings.Standing> get() {
        return tagged(settings.get());
    }

    @PatchMapping("/finance-settings")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<FinanceSettings.Standing> change(
            @RequestBody @PatchOf(FinanceSettings.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = FinanceSettings.Details.of(settings.get());
        return tagged(settings.change(patches.apply(now, patch, FinanceSettings.Details.class), ifMatch));
    }

    /** Each with the number that comes next. */
    @GetMapping("/invoice-series")
    @Needs(Permission.INVOICE_READ)
    Page<Series> series() {
        return Page.of(settings.series());
    }

    @PostMapping("/invoice-series")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<Series> createSeries(@RequestBody FinanceSettings.SeriesDetails details) {
        var made = settings.createSeries(details);
        return Versioned.created("/invoice-series/" + made.id(), made, made.version());
    }

    @GetMapping("/invoice-series/{id}")
    @Needs(Permission.INVOICE_READ)
    ResponseEntity<Series> oneSeries(@PathVariable UUID id) {
        var series = settings.series(id);
        return Versioned.ok(series, series.version());
    }

    @PatchMapping("/invoice-series/{id}")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<Series> changeSeries(
            @PathVariable UUID id,
            @RequestBody @PatchOf(FinanceSettings.SeriesDetails.class) JsonNode patch,
            IfMatch ifMatch) {
        var now = FinanceSettings.SeriesDetails.of(settings.series(id));
        var changed =
                settings.changeSeries(id, patches.apply(now, patch, FinanceSettings.SeriesDetails.class), ifMatch);
        return Versioned.ok(changed, changed.version());
    }

    @GetMapping("/vat-rates")
    @Needs(Permission.INVOICE_READ)
    Page<VatRule> vatRates() {
        return Page.of(settings.vatRates());
    }

    @PostMapping("/vat-rates")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<VatRule> createVatRate(@RequestBody FinanceSettings.VatDetails details) {
        var made = settings.createVatRate(details);
        return Versioned.created("/vat-rates/" + made.id(), made, made.version());
    }

    @GetMapping("/vat-rates/{id}")
    @Needs(Permission.INVOICE_READ)
    ResponseEntity<VatRule> vatRate(@PathVariable UUID id) {
        return tagged(settings.vatRate(id));
    }

    /** What the client's lines take unless another rate is chosen. */
    @GetMapping("/clients/{clientId}/vat-rate")
    @Needs(Permission.INVOICE_READ)
    FinanceSettings.ClientRate vatOfClient(@PathVariable UUID clientId) {
        return settings.vatOf(clientId);
    }

    @PatchMapping("/vat-rates/{id}")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<VatRule> changeVatRate(
            @PathVariable UUID id,
            @RequestBody @PatchOf(FinanceSettings.VatDetails.class) JsonNode patch,
            IfMatch ifMatch) {
        var now = FinanceSettings.VatDetails.of(settings.vatRate(id));
        return tagged(settings.changeVatRate(id, patches.apply(now, patch, FinanceSettings.VatDetails.class), ifMatch));
    }

    @PostMapping("/vat-rates/{id}/archive")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<VatRule> archiveVatRate(@PathVariable UUID id) {
        return tagged(settings.archiveVatRate(id));
    }

    @PostMapping("/vat-rates/{id}/restore")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<VatRule> restoreVatRate(@PathVariable UUID id) {
        return tagged(settings.restoreVatRate(id));
    }

    private static ResponseEntity<FinanceSettings.Standing> tagged(FinanceSettings.Standing s) {
        return Versioned.ok(s, s.version());
    }

    private static ResponseEntity<VatRule> tagged(VatRule r) {
        return Versioned.ok(r, r.version());
    }
}

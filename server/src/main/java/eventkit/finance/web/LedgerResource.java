package eventkit.finance.web;

import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.finance.Account;
import eventkit.finance.AccountClass;
import eventkit.finance.Books;
import eventkit.finance.Chart;
import eventkit.finance.JournalEntry;
import eventkit.finance.LedgerLine;
import eventkit.finance.ProfitGroup;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The double-entry ledger and its chart of accounts. */
@RestController
@RequestMapping("/api/v1")
class LedgerResource {
    private static final Books.OfEvents ANY_EVENT = new Books.OfEvents(List.of(), List.of(), List.of(), null, null);
    private final Books books;
    private final Chart chart;
    private final MergePatch patches;

    LedgerResource(Books books, Chart chart, MergePatch patches) {
        this.books = books;
        this.chart = chart;
        this.patches = patches;
    }

    /** What was posted, with all its lines. */
    @GetMapping("/journal-entries")
    @Needs(Permission.LEDGER_READ)
    Page<JournalEntry> entries(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> account,
            @RequestParam(required = false) @Nullable List<UUID> event,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> deal,
            @RequestParam(required = false) @Nullable List<String> source,
            @RequestParam(required = false) @Nullable UUID sourceId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return books.entries(
                new Books.Filter(
                        all(account),
                        List.of(),
                        List.of(),
                        all(event),
                        all(client),
                        all(deal),
                        all(source),
                        sourceId,
                        from,
                        to),
                query);
    }

    @GetMapping("/journal-entries/{id}")
    @Needs(Permission.LEDGER_READ)
    JournalEntry entry(@PathVariable UUID id) {
        return books.get(id);
    }

    /** By hand, in the currency of the books; debit is positive, and both sides are the same. */
    @PostMapping("/journal-entries")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<JournalEntry> post(@RequestBody Books.NewEntry entry) {
        var made = books.post(entry);
        return Versioned.created("/journal-entries/" + made.id(), made, 1);
    }

    /** Posts the same with the signs turned round. Only of entries by hand; others are taken back by what made them. */
    @PostMapping("/journal-entries/{id}/reversal")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<JournalEntry> reverse(@PathVariable UUID id, @RequestBody Books.Reversal reversal) {
        var made = books.reverse(id, reversal);
        return Versioned.created("/journal-entries/" + made.id(), made, 1);
    }

    /**
     * Lines of the journal by themselves: what a sum is made of. Those of events can be narrowed down by what the event is: its type, its warehouse,
     * whom it is for, and the last day of it.
     */
    @GetMapping("/ledger-lines")
    @Needs(Permission.LEDGER_READ)
    Page<LedgerLine> lines(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> account,
            @RequestParam(required = false) @Nullable List<AccountClass> accountClass,
            @RequestParam(required = false) @Nullable List<ProfitGroup> group,
            @RequestParam(required = false) @Nullable List<UUID> event,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> deal,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable List<UUID> eventType,
            @RequestParam(required = false) @Nullable List<UUID> warehouse,
            @RequestParam(required = false) @Nullable List<UUID> eventClient,
            @RequestParam(required = false) @Nullable LocalDate eventFrom,
            @RequestParam(required = false) @Nullable LocalDate eventTo) {
        new Check().date(eventFrom, "eventFrom").date(eventTo, "eventTo").orThrow();
        var of = new Books.OfEvents(all(eventType), all(warehouse), all(eventClient), eventFrom, eventTo);
        return books.lines(
                new Books.Filter(
                        all(account),
                        all(accountClass),
                        all(group),
                        all(event),
                        all(client),
                        all(deal),
                        List.of(),
                        null,
                        from,
                        to,
                        of.equals(ANY_EVENT) ? null : of),
                query);
    }

    /** What the lines of each account add up to. */
    @GetMapping("/ledger-balances")
    @Needs(Permission.LEDGER_READ)
    Page<Books.Balance> balances(
            @RequestParam(required = false) @Nullable List<UUID> event,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return Page.of(books.balances(new Books.Filter(
                List.of(), List.of(), List.of(), all(event), all(client), List.of(), List.of(), null, from, to)));
    }

    @GetMapping("/ledger-months")
    @Needs(Permission.LEDGER_READ)
    Page<Books.Month> months() {
        return Page.of(books.months());
    }

    /** @param month any day of it */
    record MonthOf(LocalDate month) {}

    /** Nothing is posted in it from now on. */
    @PostMapping("/ledger-months/closing")
    @Needs(Permission.LEDGER_EDIT)
    Books.Month close(@RequestBody MonthOf month) {
        return books.close(given(month));
    }

    @PostMapping("/ledger-months/opening")
    @Needs(Permission.LEDGER_EDIT)
    Books.Month open(@RequestBody MonthOf month) {
        return books.open(given(month));
    }

    private static LocalDate given(MonthOf month) {
        new Check().required(month.month(), "month").orThrow();
        return month.month();
    }

    /** Counts the lines anew and compares them with the sums that reports read. */
    @GetMapping("/ledger-recount")
    @Needs(Permission.LEDGER_READ)
    Books.Recount recount() {
        return books.recount();
    }

    /** The whole journal for hledger. */
    @GetMapping("/ledger.journal")
    @Needs(Permission.LEDGER_READ)
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    void hledger(HttpServletResponse response) throws IOException {
        // Whole before the first byte leaves, so that a slow reader holds no connection to the database.
        var file = Files.createTempFile("eventkit-ledger", ".journal");
        try {
            try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                books.hledger(out);
            }
            response.setContentType("text/plain;charset=UTF-8");
            response.setHeader("Content-Disposition", "attachment; filename=\"ledger.journal\"");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    /** The chart, by code. */
    @GetMapping("/accounts")
    @Needs(Permission.LEDGER_READ)
    Page<Account> accounts() {
        return Page.of(chart.all());
    }

    @PostMapping("/accounts")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<Account> createAccount(@RequestBody Chart.Details details) {
        var made = chart.create(details);
        return Versioned.created("/accounts/" + made.id(), made, made.version());
    }

    @GetMapping("/accounts/{id}")
    @Needs(Permission.LEDGER_READ)
    ResponseEntity<Account> account(@PathVariable UUID id) {
        return tagged(chart.get(id));
    }

    @PatchMapping("/accounts/{id}")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<Account> changeAccount(
            @PathVariable UUID id, @RequestBody @PatchOf(Chart.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Chart.Details.of(chart.get(id));
        return tagged(chart.change(id, patches.apply(now, patch, Chart.Details.class), ifMatch));
    }

    @PostMapping("/accounts/{id}/archive")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<Account> archiveAccount(@PathVariable UUID id) {
        return tagged(chart.archive(id));
    }

    @PostMapping("/accounts/{id}/restore")
    @Needs(Permission.LEDGER_EDIT)
    ResponseEntity<Account> restoreAccount(@PathVariable UUID id) {
        return tagged(chart.restore(id));
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<Account> tagged(Account a) {
        return Versioned.ok(a, a.version());
    }
}

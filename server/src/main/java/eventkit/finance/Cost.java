package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event costs.
 *
 * @param planned true: as it is expected; false: as it came, and posted
 * @param amount quantity × unit cost, rounded half up
 * @param own the same in the currency of the books
 * @param sourceKind what made it: {@code hand}, {@code sub-hire}, {@code product}, {@code maintenance-job}, {@code asset}
 * @param sourceId of that; null where it was entered by hand
 * @param thing what was damaged or lost, as the client knows it
 * @param charge whether the client is to pay it
 * @param chargedOn the invoice that charges it
 * @param takenBackAt its entry was reversed then; it counts no more
 */
public record Cost(
        UUID id,
        Named event,
        boolean planned,
        ProfitGroup profitGroup,
        String text,
        LocalDate spentOn,
        BigDecimal quantity,
        String unit,
        BigDecimal unitCost,
        Money amount,
        Money own,
        String sourceKind,
        @Nullable UUID sourceId,
        @Nullable String thing,
        boolean charge,
        @Nullable Named chargedOn,
        @Nullable UUID entryId,
        @Nullable Instant takenBackAt,
        Instant createdAt,
        String createdByName,
        long version) {
    Subject subject() {
        return new Subject(Costs.KIND, id, event.name() + ": " + text);
    }

    /** As a line that the client pays: what was damaged is named, not the number of our repair. */
    Invoices.Line onInvoice(boolean german) {
        var words = thing == null
                ? text
                : switch (profitGroup) {
                    case DAMAGE -> (german ? "Schaden, Reparatur: " : "Damage, repaired: ") + thing;
                    case LOSS -> (german ? "Nicht zurückgekommen: " : "Not returned: ") + thing;
                    case EQUIPMENT, CREW, TRANSPORT, SUB_HIRE, CONSUMABLES, OTHER -> text;
                };
        return new Invoices.Line(
                words, null, quantity, unit, unitCost, null, null, null, null, profitGroup, null, id, null);
    }
}

package eventkit.finance;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** How far an invoice has come. Whether it is overdue is told by the date. The legal moves are {@link #successors}; docs/state-machines/invoice.md shows them. */
public enum InvoiceState {
    DRAFT,
    ISSUED,
    PART_PAID,
    PAID,
    CREDITED;

    /** A payment may be taken back, an invoice never. Where deposits cover all of it, it is paid when it is issued. */
    public Set<InvoiceState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case DRAFT -> EnumSet.of(ISSUED, PAID);
                    case ISSUED -> EnumSet.of(PART_PAID, PAID, CREDITED);
                    case PART_PAID -> EnumSet.of(ISSUED, PAID, CREDITED);
                    case PAID -> EnumSet.of(ISSUED, PART_PAID, CREDITED);
                    case CREDITED -> EnumSet.noneOf(InvoiceState.class);
                });
    }

    /**
     * As an issued one stands.
     *
     * @param due what it asked for, without deposits
     */
    static InvoiceState of(long due, long paid, long credited) {
        if (credited > 0 && credited == due) return CREDITED;
        if (due - paid - credited <= 0) return PAID;
        return paid == 0 && credited == 0 ? ISSUED : PART_PAID;
    }
}

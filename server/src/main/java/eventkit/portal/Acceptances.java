package eventkit.portal;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients said yes to, and what became of it. */
public interface Acceptances {
    String KIND = "acceptance";

    /**
     * A yes that came by telephone or on paper.
     *
     * @param chosen of optional lines and alternatives those that are taken; null: as the quote has them chosen
     */
    record ByHand(
            String name,
            @Nullable List<UUID> chosen,
            @Nullable String note) {}

    record Withdrawal(String reason) {}

    /** Of one quote, the newest first. */
    @Needs(Permission.QUOTE_READ)
    List<Acceptance> of(UUID quoteId);

    /** That are not confirmed yet, the oldest first. */
    @Needs(Permission.QUOTE_READ)
    List<Acceptance> open();

    /** Of the quote's newest version. Throws {@link OfferNotOpen}. */
    @Needs(Permission.QUOTE_EDIT)
    Acceptance accept(UUID quoteId, ByHand yes);

    /** Tries to confirm it now. Whatever comes of it is in the answer. Nothing happens where it is confirmed or withdrawn. */
    @Needs(Permission.QUOTE_EDIT)
    Acceptance retry(UUID id);

    /** It is given up; the client has to be told. Throws {@link AcceptanceSettled}. */
    @Needs(Permission.QUOTE_EDIT)
    Acceptance withdraw(UUID id, Withdrawal withdrawal);
}

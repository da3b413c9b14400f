package eventkit.portal;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.crm.ClientMail;
import eventkit.quoting.QuoteState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quotes that go to clients by e-mail: as a paper, and with a link of its own for everybody who gets it. */
public interface QuoteMail {
    int RECIPIENTS_MAX = 10;

    /**
     * @param to a letter and a link to each of them
     * @param text where it says {@code {{link}}}, the reader's link comes
     * @param pdf whether the paper goes with it; null: yes
     * @param link whether it says how to answer at once; null: yes, as long as the quote is open
     */
    record Written(
            List<String> to,
            String subject,
            String text,
            @Nullable Boolean pdf,
            @Nullable Boolean link,
            List<UUID> files) {
        public Written {
            to = to == null ? List.of() : List.copyOf(to);
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /** @param state in which the quote is now; where it waits for approval, nothing went out */
    record Outcome(QuoteState state, int letters) {}

    @Needs(Permission.QUOTE_READ)
    ClientMail.Draft draft(UUID quoteId, @Nullable UUID contactId);

    /**
     * A draft becomes sent by it, as far as nobody has to approve it first. Throws {@link eventkit.quoting.QuoteNotReady}, {@link OfferNotOpen}.
     *
     * @param origin under which the client reaches us
     */
    @Needs(Permission.QUOTE_EDIT)
    Outcome send(UUID quoteId, Written written, String origin, IfMatch ifMatch);
}

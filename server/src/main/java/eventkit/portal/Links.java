package eventkit.portal;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ways for clients to their quotes, and what is said there. */
public interface Links {
    String KIND = "quote-link";

    int LINKS_MAX = 100;
    int REMARKS_MAX = 1_000;

    /** @param expiresAt null: in 60 days */
    record NewLink(String forName, @Nullable Instant expiresAt) {}

    /** @param address told this once */
    record Made(Link link, String address) {}

    record NewRemark(String text) {}

    /** The newest first. */
    @Needs(Permission.QUOTE_READ)
    List<Link> of(UUID quoteId);

    /** Of a quote that was sent; throws {@link OfferNotOpen}. */
    @Needs(Permission.QUOTE_EDIT)
    Made make(UUID quoteId, NewLink link, String origin);

    /** Nothing happens where it was revoked before. */
    @Needs(Permission.QUOTE_EDIT)
    void revoke(UUID quoteId, UUID linkId);

    /** In the order of time. */
    @Needs(Permission.QUOTE_READ)
    List<Remark> remarks(UUID quoteId);

    /** To be read by the client. */
    @Needs(Permission.QUOTE_EDIT)
    Remark say(UUID quoteId, NewRemark remark);
}

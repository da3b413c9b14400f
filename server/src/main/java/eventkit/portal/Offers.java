package eventkit.portal;

import eventkit.core.Open;
import eventkit.quoting.QuotePapers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A quote as its client has it, by a link or signed in: the same to read, to say and to answer. The pass is the proof; a link that does not fit and a quote
 * that is not theirs give the same answer as what is not there. A visit without a session throws {@link PortalSignInRequired}.
 */
public interface Offers {
    /** @param versionId what was looked at; a newer one is not accepted unread */
    record Yes(
            UUID versionId,
            List<UUID> chosen,
            String name,
            @Nullable String note,
            boolean agreed) {}

    record No(UUID versionId, String name, String reason) {}

    record Said(UUID versionId, String name, String text) {}

    record Choice(UUID versionId, List<UUID> chosen) {}

    /** The newest version that was sent. Open: the pass is the proof. */
    @Open
    Offer read(Pass pass, @Nullable String ip);

    /** The same as a paper. Open: the pass is the proof. */
    @Open
    QuotePapers.Print pdf(Pass pass, @Nullable String ip);

    /** A person looks at it. Open: the pass is the proof. */
    @Open
    void opened(Pass pass, @Nullable String ip);

    /** What it comes to with these options; stores nothing. Open: the pass is the proof. */
    @Open
    Offer choose(Pass pass, Choice choice, @Nullable String ip);

    /** Open: the pass is the proof. */
    @Open
    Remark say(Pass pass, Said said, @Nullable String ip);

    /** Said again it is the same answer. Throws {@link OfferNotOpen}. Open: the pass is the proof. */
    @Open
    Offer accept(Pass pass, Yes yes, @Nullable String ip, @Nullable String program);

    /** Throws {@link OfferNotOpen}. Open: the pass is the proof. */
    @Open
    Offer decline(Pass pass, No no, @Nullable String ip);
}

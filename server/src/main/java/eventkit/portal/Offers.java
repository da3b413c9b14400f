package eventkit.portal;

import eventkit.core.Open;
import eventkit.quoting.QuotePapers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A quote as its client has it. The secret of the link is the proof; the same answer for all that do not fit. */
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

    /** The newest version that was sent. Open: the secret is the proof. */
    @Open
    Offer read(String secret, @Nullable String ip);

    /** The same as a paper. Open: the secret is the proof. */
    @Open
    QuotePapers.Print pdf(String secret, @Nullable String ip);

    /** A person looks at it. Open: the secret is the proof. */
    @Open
    void opened(String secret, @Nullable String ip);

    /** What it comes to with these options; stores nothing. Open: the secret is the proof. */
    @Open
    Offer choose(String secret, Choice choice, @Nullable String ip);

    /** Open: the secret is the proof. */
    @Open
    Remark say(String secret, Said said, @Nullable String ip);

    /** Said again it is the same answer. Throws {@link OfferNotOpen}. Open: the secret is the proof. */
    @Open
    Offer accept(String secret, Yes yes, @Nullable String ip, @Nullable String program);

    /** Throws {@link OfferNotOpen}. Open: the secret is the proof. */
    @Open
    Offer decline(String secret, No no, @Nullable String ip);
}

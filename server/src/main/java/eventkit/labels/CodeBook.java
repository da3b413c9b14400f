package eventkit.labels;

import eventkit.core.Open;
import eventkit.core.SignedIn;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a code means that somebody has read. */
public interface CodeBook {
    /** For strangers: whose it is, whatever was scanned. */
    record Notice(
            @Nullable String companyName,
            String notice,
            @Nullable UUID logoFileId) {}

    /** What was found: a thing, or a label that stands on nothing yet. */
    record Found(
            String kind,
            UUID id,
            String label,
            @Nullable LabelTarget target,
            @Nullable String shortCode) {
        static Found of(LabelTarget target) {
            return new Found(target.kind().name(), target.id(), target.label(), target, null);
        }

        static Found blank(UUID id, String shortCode) {
            return new Found("BLANK_LABEL", id, shortCode, null, shortCode);
        }
    }

    /** The same for every code, known or not, so that nothing can be learned by trying. */
    @Open
    Notice notice();

    /** The thing with this id, or the one that the blank label of this id was bound to. Throws {@link eventkit.core.NotFound}. */
    @SignedIn
    Found find(UUID id);

    /**
     * Whatever a scanner may read: an address on a label, a number, an alias, a serial, a short code.
     * Throws {@link eventkit.core.NotFound}, {@link ForeignLabel}, {@link CodeAmbiguous}.
     */
    @SignedIn
    Found resolve(String text, String origin);
}

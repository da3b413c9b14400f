package eventkit.quoting;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.UUID;

/** Quotes as the client gets them on paper. */
public interface QuotePapers {
    record Print(String fileName, byte[] content) {}

    /** PDF/A in the company's design. What was sent is the same file for ever; a draft says on each page that it is one. */
    @Needs(Permission.QUOTE_READ)
    Print pdf(UUID versionId);
}

package eventkit.papers;

import eventkit.core.ArchivePaper;
import eventkit.core.Open;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Papers for those who have something to say on one. Open: who may see a paper, the module knows whose it is, which asks for it. */
public interface Papers {
    /** What was issued comes in these forms. */
    enum Form {
        PDF("application/pdf"),
        CII("application/xml"),
        UBL("application/xml");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    record Issued(Form form, String fileName, byte[] content) {}

    /** The state the design is in now, kept for ever. To be remembered by whatever is sent. */
    @Open
    UUID lookNow();

    /**
     * PDF/A-3; the same bytes whenever it is asked for.
     *
     * @param look from {@link #lookNow}
     */
    @Open
    byte[] pdf(PaperDocument document, UUID look, List<ArchivePaper.Attachment> attachments);

    /** A table in the look of now: for reading, not kept. */
    @Open
    byte[] table(TablePaper paper);

    /** Keeps the bytes that were issued, each form of a subject once. @return what is kept: of two that come at once the first */
    @Open
    Issued keep(String subjectKind, UUID subjectId, Issued paper);

    @Open
    Optional<Issued> issued(String subjectKind, UUID subjectId, Form form);
}

package eventkit.documents;

import eventkit.core.Refusal;

/** The file has no content. */
public final class FileEmpty extends Refusal {
    private static final long serialVersionUID = 1L;

    public FileEmpty() {
        super("file-empty", Kind.INVALID, "The file is empty. Choose another one, or save it again.");
    }
}

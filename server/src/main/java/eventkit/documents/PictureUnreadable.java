package eventkit.documents;

import eventkit.core.Refusal;

/** The file begins as a picture but can not be read as one. */
public final class PictureUnreadable extends Refusal {
    private static final long serialVersionUID = 1L;

    public PictureUnreadable() {
        super(
                "picture-unreadable",
                Kind.INVALID,
                "The picture is broken or cut off. Save it again and send it once more.");
    }
}

package eventkit.documents;

/** What a file is to the thing it belongs to. */
public enum FileRole {
    /** A picture that a browser shows: JPEG, PNG, GIF or WebP. */
    PHOTO,
    MANUAL,
    DOCUMENT,
    CERTIFICATE,
    /** A picture, as PHOTO. */
    LOGO;

    boolean picture() {
        return this == PHOTO || this == LOGO;
    }
}

package eventkit.documents;

import eventkit.core.Needs;
import eventkit.core.Permission;
import org.jspecify.annotations.Nullable;

/** Keeps content for whoever writes the rows of files itself: the demo company, to which papers came in over the years. */
public interface ContentKeeping {
    /** What a row of a file says of its content. */
    record Kept(
            String sha256,
            String mediaType,
            long sizeBytes,
            @Nullable Integer widthPixels,
            @Nullable Integer heightPixels) {}

    /** Content that no row refers to is gone after a day. Throws as {@link Documents#add}. */
    @Needs(Permission.FILE_EDIT)
    Kept keep(String name, FileRole role, byte[] content);
}

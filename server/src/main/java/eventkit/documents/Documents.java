package eventkit.documents;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files that belong to things. The subject's own permissions count beside those named here. */
public interface Documents {
    record Upload(
            @Nullable String name,
            String subjectKind,
            UUID subjectId,
            FileRole role,
            @Nullable String caption) {}

    /** @param position null: where it is */
    record Change(@Nullable String caption, @Nullable Integer position) {}

    /** @param path of the content; read it, never write it */
    record Content(StoredFile file, Path path) {}

    /** By role, then in their order. */
    @Needs(Permission.FILE_READ)
    List<StoredFile> of(String subjectKind, UUID subjectId);

    @Needs(Permission.FILE_READ)
    StoredFile get(UUID id);

    @Needs(Permission.FILE_READ)
    Content content(UUID id);

    /**
     * A JPEG or PNG, turned upright, that fits into a square of this many pixels; made once.
     *
     * @param size 16 to 2048
     */
    @Needs(Permission.FILE_READ)
    Path thumbnail(UUID id, int size);

    /** Throws {@link FileEmpty}, {@link FileTooLarge}, {@link FileTypeRefused}, {@link PictureTooLarge}, {@link PictureUnreadable}. */
    @Needs(Permission.FILE_EDIT)
    StoredFile add(Upload upload, InputStream content);

    @Needs(Permission.FILE_EDIT)
    StoredFile change(UUID id, Change change, IfMatch ifMatch);

    @Needs(Permission.FILE_EDIT)
    void remove(UUID id, IfMatch ifMatch);

    /** For the owner of a subject that is being removed; needs the subject's own edit permission. */
    @SignedIn
    void removeAllOf(String subjectKind, UUID subjectId);

    /** For the owner of two subjects that become one; needs the subjects' own edit permission. */
    @SignedIn
    void handOver(String subjectKind, UUID from, UUID into);

    @Needs(Permission.FILE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}

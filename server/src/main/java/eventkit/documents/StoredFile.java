package eventkit.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file and what it belongs to.
 *
 * @param mediaType what the content says, not what the sender said
 * @param widthPixels of a picture as it is stored, before any turning, as heightPixels; null of other files
 * @param position among the files of this role, from 0; the photo at 0 is the main one
 * @param sha256 of the content, in hexadecimal
 */
public record StoredFile(
        UUID id,
        String name,
        String mediaType,
        long sizeBytes,
        @Nullable Integer widthPixels,
        @Nullable Integer heightPixels,
        String subjectKind,
        UUID subjectId,
        FileRole role,
        int position,
        @Nullable String caption,
        String sha256,
        @Nullable UUID createdBy,
        Instant createdAt,
        long version) {}

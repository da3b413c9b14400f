package eventkit.scanning;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pictures of damage, taken where it was found and sent when there is a network. */
public interface DamagePhotos {
    int PHOTOS_MAX = 20;

    /**
     * Attaches a picture to the repair that a scan has opened. The same picture again, by its id, changes nothing. Throws {@link eventkit.core.NotFound}
     * where the caller made no such scan or it opened no repair, and what files throw that are no pictures.
     */
    @Needs(Permission.SCAN)
    void add(UUID scanId, UUID photoId, @Nullable String name, InputStream content);
}

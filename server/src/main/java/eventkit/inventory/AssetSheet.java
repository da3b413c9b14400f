package eventkit.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a page about one asset shows.
 *
 * @param nextActions what may be done with it now by this caller, in the words of the API: {@code moves}, {@code damage}, {@code retirement}
 */
public record AssetSheet(
        Asset asset,
        AssetLine line,
        @Nullable LocationRef homeLocation,
        List<Alias> aliases,
        List<String> nextActions) {}

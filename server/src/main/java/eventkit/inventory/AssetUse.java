package eventkit.inventory;

import java.util.Collection;
import java.util.Map;

/** Another module's hold on assets: packed in a case, on the way to another warehouse. A bean of that module. */
public interface AssetUse {
    /**
     * Why these may not be moved by hand or given away, a sentence for people ("It is packed in FC-0012."); those that may are left out.
     *
     * @param reference the reference that the mover gave, so that a module recognises its own moves
     */
    Map<AssetId, String> holds(Collection<AssetId> assets, @org.jspecify.annotations.Nullable String reference);
}

package eventkit.inventory;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files may be attached to assets and to locations. */
@Configuration(proxyBeanMethods = false)
class InventoryFiles {
    @Bean
    AttachmentOwner filesOfAssets(Assets assets) {
        return new AttachmentOwner(
                "asset",
                Permission.ASSET_READ,
                Permission.ASSET_EDIT,
                id -> assets.find(id).map(Asset::number));
    }

    @Bean
    AttachmentOwner filesOfLocations(Places places) {
        return new AttachmentOwner(
                "location",
                Permission.LOCATION_READ,
                Permission.LOCATION_EDIT,
                id -> places.find(id).map(Places.Place::name));
    }
}

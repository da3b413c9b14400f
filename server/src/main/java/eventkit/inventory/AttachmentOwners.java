package eventkit.inventory;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files may be attached to assets and to locations. */
@Configuration(proxyBeanMethods = false)
class AttachmentOwners {
    @Bean
    AttachmentOwner assetFiles(Assets assets) {
        return new AttachmentOwner() {
            @Override
            public String kind() {
                return "asset";
            }

            @Override
            public Permission readPermission() {
                return Permission.ASSET_READ;
            }

            @Override
            public Permission editPermission() {
                return Permission.ASSET_EDIT;
            }

            @Override
            public Optional<String> labelOf(UUID id) {
                return assets.find(id).map(Asset::number);
            }
        };
    }

    @Bean
    AttachmentOwner locationFiles(Places places) {
        return new AttachmentOwner() {
            @Override
            public String kind() {
                return "location";
            }

            @Override
            public Permission readPermission() {
                return Permission.LOCATION_READ;
            }

            @Override
            public Permission editPermission() {
                return Permission.LOCATION_EDIT;
            }

            @Override
            public Optional<String> labelOf(UUID id) {
                return places.find(id).map(Places.Place::name);
            }
        };
    }
}

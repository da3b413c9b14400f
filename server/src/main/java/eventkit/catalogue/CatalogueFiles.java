package eventkit.catalogue;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Photos, manuals and documents of products and kits. */
@Configuration(proxyBeanMethods = false)
class CatalogueFiles {
    @Bean
    AttachmentOwner filesOfProducts(ProductRows rows) {
        return new AttachmentOwner(
                "product",
                Permission.PRODUCT_READ,
                Permission.PRODUCT_EDIT,
                id -> rows.find(new ProductId(id)).map(Product::name));
    }

    @Bean
    AttachmentOwner filesOfKits(KitRows rows) {
        return new AttachmentOwner(
                "kit",
                Permission.PRODUCT_READ,
                Permission.KIT_EDIT,
                id -> rows.find(new KitId(id)).map(Kit::name));
    }
}

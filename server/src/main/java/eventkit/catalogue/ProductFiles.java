package eventkit.catalogue;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Photos, manuals and documents of products. */
@Component
class ProductFiles implements AttachmentOwner {
    private final ProductRows rows;

    ProductFiles(ProductRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "product";
    }

    @Override
    public Permission readPermission() {
        return Permission.PRODUCT_READ;
    }

    @Override
    public Permission editPermission() {
        return Permission.PRODUCT_EDIT;
    }

    @Override
    public Optional<String> labelOf(UUID id) {
        return rows.find(new ProductId(id)).map(Product::name);
    }
}

package eventkit.availability;

import java.util.List;
import java.util.UUID;

/** Numbers of products for tests of what is made of them. */
public final class FreeNumbers {
    private FreeNumbers() {}

    public static ProductsFree of(List<UUID> products, int... numbers) {
        return new ProductsFree(new Products(products.toArray(UUID[]::new)), numbers);
    }
}

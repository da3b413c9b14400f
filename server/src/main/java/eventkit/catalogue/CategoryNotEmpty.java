package eventkit.catalogue;

import eventkit.core.Refusal;

/** Only a category without subcategories and products can be deleted. */
public final class CategoryNotEmpty extends Refusal {
    private static final long serialVersionUID = 1L;

    public CategoryNotEmpty() {
        super(
                "category-not-empty",
                Kind.CONFLICT,
                "The category still has subcategories or products. Move them first.");
    }
}

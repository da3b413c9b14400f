package eventkit.catalogue;

import eventkit.core.Refusal;

/** Names are unique among the children of one category. */
public final class CategoryNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public CategoryNameTaken() {
        super(
                "category-name-taken",
                Kind.CONFLICT,
                "There is a category of this name at this place already. Choose another name.");
    }
}

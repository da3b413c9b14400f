package eventkit.catalogue;

import eventkit.core.Refusal;

/** The new parent is the category itself or stands below it. */
public final class CategoryCycle extends Refusal {
    private static final long serialVersionUID = 1L;

    public CategoryCycle() {
        super("category-cycle", Kind.CONFLICT, "A category can not stand below itself. Choose another parent.");
    }
}

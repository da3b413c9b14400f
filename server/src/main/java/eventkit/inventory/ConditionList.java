package eventkit.inventory;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;

/** The conditions a thing can be in. */
public interface ConditionList {
    record Details(String label, boolean usable, int position) {
        public static Details of(Condition c) {
            return new Details(c.label(), c.usable(), c.position());
        }
    }

    @Needs(Permission.ASSET_READ)
    List<Condition> all();

    @Needs(Permission.ASSET_READ)
    Condition get(String name);

    /** Its name is made from the label. Throws {@link ConditionTaken}. */
    @Needs(Permission.COMPANY_EDIT)
    Condition create(Details details);

    /** Throws {@link ConditionBuiltIn} where a built-in one would change more than its label and position. */
    @Needs(Permission.COMPANY_EDIT)
    Condition change(String name, Details details, IfMatch ifMatch);

    /** Throws {@link ConditionInUse}, {@link ConditionBuiltIn}. */
    @Needs(Permission.COMPANY_EDIT)
    void remove(String name, IfMatch ifMatch);
}

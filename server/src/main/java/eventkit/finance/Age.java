package eventkit.finance;

import java.time.LocalDate;
import java.util.Collection;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** How long what is open should have been paid: so many days past its date, the first and the last included. */
public enum Age {
    NOT_DUE(Integer.MIN_VALUE, 0),
    UP_TO_30(1, 30),
    UP_TO_60(31, 60),
    UP_TO_90(61, 90),
    OLDER(91, Integer.MAX_VALUE);

    final int fromDays;
    final int toDays;

    Age(int fromDays, int toDays) {
        this.fromDays = fromDays;
        this.toDays = toDays;
    }

    static Condition any(Collection<Age> ages, Field<LocalDate> due, LocalDate on) {
        var days = DSL.localDateDiff(DSL.val(on), due);
        return DSL.or(
                ages.stream().map(age -> days.between(age.fromDays, age.toDays)).toList());
    }
}

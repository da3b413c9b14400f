package eventkit.core;

import java.util.List;
import java.util.Map;

/** The request's content breaks rules; every broken field is named at once. */
public final class Invalid extends Refusal {
    private static final long serialVersionUID = 1L;

    public Invalid(List<FieldError> errors) {
        super("invalid", Kind.INVALID, summary(errors), Map.of(), List.copyOf(errors));
    }

    public Invalid(String field, String code, String message) {
        this(List.of(new FieldError(field, code, message)));
    }

    private static String summary(List<FieldError> errors) {
        return errors.size() == 1
                ? errors.getFirst().field() + ": " + errors.getFirst().message()
                : errors.size() + " fields need to be corrected.";
    }
}

package eventkit.papers;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** A template or a text with placeholders that would not become a page; each error says where. */
public class TemplateBroken extends Refusal {
    private static final long serialVersionUID = 1L;

    TemplateBroken(List<FieldError> errors) {
        super("template-broken", Kind.INVALID, errors.getFirst().message(), Map.of("errors", errors.size()), errors);
    }
}

package eventkit.labels;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** Several things answer to one code. */
public final class CodeAmbiguous extends Refusal {
    private static final long serialVersionUID = 1L;

    public CodeAmbiguous(String text, List<LabelTarget> matches) {
        super(
                "code-ambiguous",
                Kind.CONFLICT,
                "Several things answer to " + text + ". Choose the one you mean.",
                Map.of(
                        "matches",
                        matches.stream()
                                .map(m -> Map.of("kind", m.kind(), "id", m.id(), "label", m.label(), "name", m.name()))
                                .toList()));
    }
}

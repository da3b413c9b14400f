package eventkit.portal;

import eventkit.core.Check;
import org.jspecify.annotations.Nullable;

/** What is looked at in whatever is said about a quote. */
final class Saying {
    private Saying() {}

    static void check(@Nullable String text, int before) {
        new Check()
                .required(text, "text")
                .text(text, "text", 4_000)
                .that(
                        before < Links.REMARKS_MAX,
                        "text",
                        "too-many",
                        "So much was said about this quote already. Write an e-mail.")
                .orThrow();
    }

    static Check name(@Nullable String name) {
        return new Check().required(name, "name").line(name, "name", 200);
    }
}

package eventkit.papers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose paper it is: the company's details as they were when the design was put on the paper. */
record Letterhead(
        String name,
        List<String> addressLines,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String web) {
    Letterhead {
        addressLines = List.copyOf(addressLines);
    }
}

package eventkit.documents;

import eventkit.core.Refusal;
import java.util.Map;

/** The content is of no kind that is taken here. */
public final class FileTypeRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    public FileTypeRefused(String found, String taken) {
        super(
                "file-type-refused",
                Kind.UNSUPPORTED,
                "This file is " + found + ". Send " + taken + ".",
                Map.of("found", found));
    }
}

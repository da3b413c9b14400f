package eventkit.documents;

import eventkit.core.Refusal;
import java.util.Map;

/** The file is larger than the company's limit. */
public final class FileTooLarge extends Refusal {
    private static final long serialVersionUID = 1L;

    public FileTooLarge(long bytesMax) {
        super(
                "file-too-large",
                Kind.TOO_LARGE,
                "The file is larger than " + bytesMax / 1024 / 1024 + " MB. Make it smaller, or link to where it is.",
                Map.of("bytesMax", bytesMax));
    }
}

package eventkit.papers;

import eventkit.core.ArchivePaper;
import java.util.List;

/** The faces a company may choose for its papers; each open, with us, and put into the paper. */
public enum PaperFont {
    MODERN("Inter"),
    CLASSIC("SourceSerif");

    private final String family;

    PaperFont(String family) {
        this.family = family;
    }

    String family() {
        return family;
    }

    List<ArchivePaper.Face> faces() {
        return List.of(
                new ArchivePaper.Face("/eventkit/papers/fonts/" + family + "-Regular.ttf", family, 400),
                new ArchivePaper.Face("/eventkit/papers/fonts/" + family + "-SemiBold.ttf", family, 700));
    }
}

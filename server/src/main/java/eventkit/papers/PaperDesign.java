package eventkit.papers;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the company's papers look and what they always say.
 *
 * @param colour of headings and lines, {@code #1f5f8b}
 * @param logoHeightMillimetres at most; it keeps its proportions
 * @param addressAt where envelopes have their window
 * @param wordings a language each
 * @param template null: the standard one
 */
public record PaperDesign(
        PaperFont font,
        String colour,
        LogoAt logoAt,
        int logoHeightMillimetres,
        AddressAt addressAt,
        List<Wording> wordings,
        @Nullable String template,
        long version) {

    public PaperDesign {
        wordings = List.copyOf(wordings);
    }

    public enum LogoAt {
        LEFT,
        RIGHT
    }

    /** By DIN 5008 form A or B on the left, or on the right as in Switzerland, France and Great Britain. */
    public enum AddressAt {
        LEFT_HIGH,
        LEFT,
        RIGHT
    }

    /**
     * @param sender the small line above the address; null: the company's name and address
     * @param footer columns at the foot of each page, at most three; none: name, address and how the company is reached
     * @param papers words of one kind of paper
     */
    public record Wording(String language, @Nullable String sender, List<String> footer, List<KindWording> papers) {
        public Wording {
            footer = footer == null ? List.of() : List.copyOf(footer);
            papers = papers == null ? List.of() : List.copyOf(papers);
        }
    }

    /**
     * @param intro before the lines; null: the standard words; may have placeholders
     * @param closing after the sums; null: the standard words; may have placeholders
     */
    public record KindWording(
            PaperKind kind,
            @Nullable String intro,
            @Nullable String closing) {}

    static PaperDesign standard() {
        return new PaperDesign(PaperFont.MODERN, "#1f5f8b", LogoAt.LEFT, 18, AddressAt.LEFT, List.of(), null, 1);
    }

    PaperDesign at(long other) {
        return new PaperDesign(font, colour, logoAt, logoHeightMillimetres, addressAt, wordings, template, other);
    }

    Wording wording(Locale locale) {
        return wordings.stream()
                .filter(w -> w.language().equals(locale.getLanguage()))
                .findFirst()
                .orElse(new Wording(locale.getLanguage(), null, List.of(), List.of()));
    }
}

package eventkit.papers;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.papers.PaperDesign.AddressAt;
import eventkit.papers.PaperDesign.LogoAt;
import eventkit.papers.PaperDesign.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The company's own design for papers. */
public interface PaperDesigns {
    /** What a person may change; as in {@link PaperDesign}. */
    record Details(
            PaperFont font,
            String colour,
            LogoAt logoAt,
            int logoHeightMillimetres,
            AddressAt addressAt,
            List<Wording> wordings,
            @Nullable String template) {
        public Details {
            wordings = wordings == null ? List.of() : List.copyOf(wordings);
        }

        public static Details of(PaperDesign d) {
            return new Details(
                    d.font(),
                    d.colour(),
                    d.logoAt(),
                    d.logoHeightMillimetres(),
                    d.addressAt(),
                    d.wordings(),
                    d.template());
        }
    }

    /**
     * What there is to begin from.
     *
     * @param placeholders of the template; what is inside a list is named after it: {@code groups.lines.name}
     * @param textPlaceholders of intros and closings
     */
    record Standard(
            String template, List<String> placeholders, List<String> textPlaceholders, List<StandardText> texts) {}

    /** What a paper says where the company has no words of its own. */
    record StandardText(String language, PaperKind kind, String intro, String closing) {}

    /**
     * A page of an example, to look at.
     *
     * @param page from 1
     * @param picture a PNG as a data address
     */
    record Preview(int pages, int page, String picture) {}

    /** The standard one before the first change. */
    @Needs(Permission.COMPANY_EDIT)
    PaperDesign get();

    @Needs(Permission.COMPANY_EDIT)
    Standard standard();

    /** Throws {@link TemplateBroken}. */
    @Needs(Permission.COMPANY_EDIT)
    PaperDesign change(Details details, IfMatch ifMatch);

    /**
     * An example in a design that is still being made up; keeps nothing. Throws {@link TemplateBroken}.
     *
     * @param page from 1; beyond the last: the last
     */
    @Needs(Permission.COMPANY_EDIT)
    Preview preview(PaperKind kind, String language, int page, Details details);

    /** The same as a PDF. Throws {@link TemplateBroken}. */
    @Needs(Permission.COMPANY_EDIT)
    byte[] example(PaperKind kind, String language, Details details);

    @Needs(Permission.COMPANY_EDIT)
    Page<AuditTrail.Entry> history(ListQuery query);
}

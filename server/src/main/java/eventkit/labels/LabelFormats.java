package eventkit.labels;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The label formats of the company. */
public interface LabelFormats {
    /** What a person may change; either a named sheet or a geometry. */
    record Details(
            String name,
            @Nullable NamedSheet namedSheet,
            @Nullable LabelGeometry geometry,
            boolean outlined,
            LabelFormat.Output output,
            @Nullable Integer dpi,
            boolean showProduct,
            boolean showCompany,
            boolean showDetail,
            boolean showLogo) {
        public static Details of(LabelFormat f) {
            return new Details(
                    f.name(),
                    f.namedSheet(),
                    f.namedSheet() == null ? f.geometry() : null,
                    f.outlined(),
                    f.output(),
                    f.dpi(),
                    f.showProduct(),
                    f.showCompany(),
                    f.showDetail(),
                    f.showLogo());
        }
    }

    /** A sheet sold under a number. */
    record Sheet(NamedSheet name, String title, LabelGeometry geometry) {}

    /**
     * One label as it will be printed, measured in millimetres from its own top left corner.
     *
     * @param codePath the dark modules as an SVG path in modules, to be drawn even-odd
     * @param logo null: the label shows none, or has no room for it
     */
    record Preview(
            double widthMillimetres,
            double heightMillimetres,
            Code code,
            List<Line> lines,
            @Nullable Logo logo) {
        public record Code(
                double xMillimetres, double yMillimetres, double moduleMillimetres, int modules, String codePath) {}

        public record Line(
                String text, double xMillimetres, double baselineMillimetres, double sizeMillimetres, boolean bold) {}

        public record Logo(
                double xMillimetres, double yMillimetres, double widthMillimetres, double heightMillimetres) {}
    }

    @Needs(Permission.LABEL_PRINT)
    Page<LabelFormat> list(ListQuery query);

    @Needs(Permission.LABEL_PRINT)
    List<Sheet> sheets();

    @Needs(Permission.LABEL_PRINT)
    LabelFormat get(UUID id);

    /** Throws {@link CodeDoesNotFit}. With nothing to show, an example. */
    @Needs(Permission.LABEL_PRINT)
    Preview preview(UUID id, @Nullable LabelKind kind, @Nullable UUID item, String origin);

    /** An example as a format that is still being made up would print it; keeps nothing. Throws {@link CodeDoesNotFit}. */
    @Needs(Permission.LABEL_EDIT)
    Preview draft(Details details, String origin);

    /** Throws {@link LabelFormatNameTaken}. */
    @Needs(Permission.LABEL_EDIT)
    LabelFormat create(Details details);

    /** Throws {@link LabelFormatNameTaken}. */
    @Needs(Permission.LABEL_EDIT)
    LabelFormat change(UUID id, Details details, IfMatch ifMatch);

    @Needs(Permission.LABEL_EDIT)
    void remove(UUID id, IfMatch ifMatch);

    @Needs(Permission.LABEL_PRINT)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}

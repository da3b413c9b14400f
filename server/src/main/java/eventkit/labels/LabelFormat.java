package eventkit.labels;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How labels are printed: on which sheet, as what, saying what.
 *
 * @param namedSheet null: the geometry is the company's own
 * @param geometry always whole, also of a named sheet
 * @param outlined draws each label's edge, for plain paper and scissors
 * @param dpi of the label printer; null for PDF
 * @param showDetail the serial number of an asset, the place of a location
 * @param showLogo the company's, on labels where the text leaves room for it
 */
public record LabelFormat(
        UUID id,
        String name,
        @Nullable NamedSheet namedSheet,
        LabelGeometry geometry,
        boolean outlined,
        Output output,
        @Nullable Integer dpi,
        boolean showProduct,
        boolean showCompany,
        boolean showDetail,
        boolean showLogo,
        long version) {

    /** What a printer is given. */
    public enum Output {
        PDF,
        ZPL
    }

    /** What checked details say. */
    static LabelFormat of(UUID id, LabelFormats.Details d, long version) {
        var named = d.namedSheet();
        return new LabelFormat(
                id,
                d.name().strip(),
                named,
                named != null ? LabelGeometry.of(named.sheet()) : Objects.requireNonNull(d.geometry()),
                d.outlined(),
                d.output(),
                d.dpi(),
                d.showProduct(),
                d.showCompany(),
                d.showDetail(),
                d.showLogo(),
                version);
    }

    LabelSheet sheet() {
        return geometry.sheet(name, outlined);
    }

    LabelZpl.Resolution resolution() {
        return switch (dpi == null ? 203 : dpi) {
            case 300 -> LabelZpl.Resolution.DPI_300;
            case 600 -> LabelZpl.Resolution.DPI_600;
            default -> LabelZpl.Resolution.DPI_203;
        };
    }
}

package eventkit.labels;

import eventkit.documents.CompanyLogo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which logo a format prints. */
@Component
class LabelLogos {
    /** For some twenty millimetres at 600 dpi. */
    private static final int PIXELS = 512;

    private final CompanyLogo logo;

    LabelLogos(CompanyLogo logo) {
        this.logo = logo;
    }

    /** None where the format shows none or the company has none. */
    @Nullable
    LabelLogo of(LabelFormat format) {
        if (!format.showLogo()) return null;
        var picture = logo.picture(PIXELS).orElse(null);
        if (picture == null) return null;
        try {
            return LabelLogo.of(
                    Objects.requireNonNull(ImageIO.read(picture.toFile()), "a thumbnail that is no picture"),
                    String.valueOf(picture.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

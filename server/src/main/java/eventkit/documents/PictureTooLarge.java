package eventkit.documents;

import eventkit.core.Refusal;
import java.util.Map;

/** The picture has more pixels than the server is willing to decode. */
public final class PictureTooLarge extends Refusal {
    private static final long serialVersionUID = 1L;

    public PictureTooLarge(long width, long height, long pixelsMax) {
        super(
                "picture-too-large",
                Kind.TOO_LARGE,
                "The picture is %d × %d pixels; at most %d million pixels are taken. Make it smaller."
                        .formatted(width, height, pixelsMax / 1_000_000),
                Map.of("widthPixels", width, "heightPixels", height, "pixelsMax", pixelsMax));
    }
}

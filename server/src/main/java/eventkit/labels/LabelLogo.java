package eventkit.labels;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * The company's logo as labels show it: on white, because paper is.
 *
 * @param mark tells one logo from another
 */
record LabelLogo(BufferedImage image, String mark) {

    static LabelLogo of(BufferedImage picture, String mark) {
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = flat.createGraphics();
        canvas.drawImage(picture, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return new LabelLogo(flat, mark);
    }

    /** Width for a height of one. */
    double aspect() {
        return (double) image.getWidth() / image.getHeight();
    }
}

package eventkit.documents;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Permission;
import eventkit.identity.Company;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The company's own sign, for the app, the page a finder sees and printed lists. */
public interface CompanyLogo {
    /**
     * A JPEG or PNG that fits into a square of this many pixels. Open: a finder sees whose a thing is, and so does whoever signs in.
     *
     * @param size 16 to 2048
     */
    @Open
    Optional<Path> picture(int size);

    /** In place of the one before. Throws {@link FileTypeRefused}, {@link FileTooLarge}, {@link PictureTooLarge}, {@link PictureUnreadable}. */
    @Needs(Permission.COMPANY_EDIT)
    Company change(@Nullable String fileName, InputStream content, IfMatch ifMatch);

    @Needs(Permission.COMPANY_EDIT)
    Company remove(IfMatch ifMatch);
}

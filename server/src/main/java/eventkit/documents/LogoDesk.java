package eventkit.documents;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.Permission;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the logo as a file like any other, and says to the company which one it is. */
@Service
class LogoDesk implements CompanyLogo {
    private static final String KIND = "company";
    /** One company an instance. */
    private static final UUID SUBJECT = new UUID(0, 1);

    private final DocumentDesk documents;
    private final FileRows files;
    private final ContentStore store;
    private final Pictures pictures;
    private final CompanyProfile profile;

    LogoDesk(DocumentDesk documents, FileRows files, ContentStore store, Pictures pictures, CompanyProfile profile) {
        this.documents = documents;
        this.files = files;
        this.store = store;
        this.pictures = pictures;
        this.profile = profile;
    }

    @Override
    public Optional<Path> picture(int size) {
        new Check().between(size, "size", 16, 2048).orThrow();
        return profile.find()
                .flatMap(c -> Optional.ofNullable(c.logoFileId()))
                .flatMap(files::find)
                .map(file -> {
                    var sha256 = HexFormat.of().parseHex(file.sha256());
                    return pictures.thumbnail(store.path(sha256), sha256, file.mediaType(), Pictures.kept(size));
                });
    }

    @Override
    @Transactional
    public Company change(@Nullable String fileName, InputStream content, IfMatch ifMatch) {
        Callers.current().mustHave(Permission.COMPANY_EDIT);
        var before = profile.get();
        var upload = new Documents.Upload(fileName, KIND, SUBJECT, FileRole.LOGO, null);
        var file = documents.keep(upload, content);
        var after = profile.changeLogo(file.id(), ifMatch);
        forget(before.logoFileId());
        return after;
    }

    @Override
    @Transactional
    public Company remove(IfMatch ifMatch) {
        var before = profile.get();
        var after = profile.changeLogo(null, ifMatch);
        forget(before.logoFileId());
        return after;
    }

    private void forget(@Nullable UUID fileId) {
        if (fileId != null) files.delete(fileId);
    }
}

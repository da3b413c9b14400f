package eventkit.reports;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.Set;

/** Reports, as they are now. Each asks of its reader what its rows ask, besides the permission for reports. */
public interface Reports {
    /**
     * @param ways what its rows may be, the usual one first
     * @param sieves by what it may be narrowed down
     */
    record About(ReportKind kind, List<By> ways, Span span, Set<ReportKind.Sieve> sieves) {}

    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        PDF("application/pdf");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    record File(String name, String mediaType, byte[] content) {}

    /** Those that the caller may see. */
    @Needs(Permission.REPORT_READ)
    List<About> all();

    /** Throws {@link eventkit.core.Invalid}, {@link eventkit.core.NotPermitted}. */
    @Needs(Permission.REPORT_READ)
    Report make(ReportKind kind, Question question);

    /** @param language {@code en} or {@code de} */
    @Needs(Permission.REPORT_READ)
    File file(ReportKind kind, Question question, Format format, String language);
}

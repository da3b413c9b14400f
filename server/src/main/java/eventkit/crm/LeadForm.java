package eventkit.crm;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The form on the instance's public page, and its settings. */
public interface LeadForm {
    String KIND = "lead-form";

    /** @param introEn what stands above it, in each language; null: as it comes */
    record Details(
            boolean open,
            @Nullable String introEn,
            @Nullable String introDe,
            @Nullable String thanksEn,
            @Nullable String thanksDe) {}

    record Setting(
            boolean open,
            @Nullable String introEn,
            @Nullable String introDe,
            @Nullable String thanksEn,
            @Nullable String thanksDe,
            long version) {
        public Details details() {
            return new Details(open, introEn, introDe, thanksEn, thanksDe);
        }
    }

    /**
     * What a stranger sees.
     *
     * @param task to be worked out before sending: a text, and how many zero bits SHA-256 of {@code task:answer} must begin with
     */
    record Shown(
            String company,
            @Nullable UUID logoFileId,
            String locale,
            @Nullable String intro,
            @Nullable String thanks,
            String task,
            int bits) {}

    /**
     * What a stranger sends.
     *
     * @param website stays empty: people do not see the field
     * @param answer to the task
     */
    record Enquiry(
            String name,
            @Nullable String company,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String message,
            @Nullable LocalDate eventFrom,
            @Nullable LocalDate eventTo,
            @Nullable String venue,
            @Nullable String language,
            @Nullable String website,
            @Nullable String task,
            @Nullable String answer) {}

    @Needs(Permission.DEAL_READ)
    Setting get();

    @Needs(Permission.PIPELINE_EDIT)
    Setting change(Details details, IfMatch ifMatch);

    /** Open: it is a page for everybody; tells the company's name and the form's text. Throws {@link LeadFormClosed}. */
    @Open
    Shown show(String language);

    /**
     * Open: this is what the form is for. What a machine sent is taken with thanks and dropped. Sending twice is as sending once.
     * Throws {@link LeadFormClosed}, {@link LeadTaskUnsolved}, {@link TooManyEnquiries}.
     */
    @Open
    void send(Enquiry enquiry);
}

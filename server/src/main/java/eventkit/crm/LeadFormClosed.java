package eventkit.crm;

import eventkit.core.Refusal;

/** The company takes no enquiries by the form. */
public final class LeadFormClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    LeadFormClosed() {
        super(
                "lead-form-closed",
                Kind.NOT_FOUND,
                "This form is not open at the moment. Please call or write an e-mail.");
    }
}

package eventkit.crm;

/** How an enquiry came. */
public enum LeadSource {
    /** By the form on the instance's public page; nobody else says so. */
    FORM,
    PHONE,
    EMAIL,
    REFERRAL,
    FAIR,
    OTHER
}

package eventkit.clients;

/** What a VAT number says of itself. */
public enum VatCheck {
    /** Form and check digits are as its country makes them. */
    DIGITS_CHECKED,
    /** The form is as its country makes it; its check digits are not public. */
    FORMAT_CHECKED,
    /** Nothing is known of the form. */
    NOT_CHECKED,
    /** It can not be one. */
    WRONG
}

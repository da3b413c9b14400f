package eventkit.quoting;

/** Where the company that makes the quotes is taxed; the room that bills them knows. */
public interface SellersCountry {
    /** ISO 3166. */
    String code();
}

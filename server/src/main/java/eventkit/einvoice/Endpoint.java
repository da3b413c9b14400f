package eventkit.einvoice;

import eventkit.einvoice.InvoiceDocument.ElectronicAddress;
import eventkit.einvoice.InvoiceDocument.Party;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Peppol finds a party: the address it gave, else its VAT number in the scheme of its country. */
final class Endpoint {
    private static final String MAIL = "EM";
    /** Of the list EAS; the prefix of the VAT number, which in Greece is not the country's code. */
    private static final Map<String, String> SCHEMES = Map.ofEntries(
            Map.entry("AT", "9914"),
            Map.entry("BE", "9925"),
            Map.entry("BG", "9926"),
            Map.entry("CY", "9928"),
            Map.entry("CZ", "9929"),
            Map.entry("DE", "9930"),
            Map.entry("EE", "9931"),
            Map.entry("EL", "9933"),
            Map.entry("ES", "9920"),
            Map.entry("FR", "9957"),
            Map.entry("GB", "9932"),
            Map.entry("HR", "9934"),
            Map.entry("HU", "9910"),
            Map.entry("IE", "9935"),
            Map.entry("IT", "0211"),
            Map.entry("LT", "9937"),
            Map.entry("LU", "9938"),
            Map.entry("LV", "9939"),
            Map.entry("MT", "9943"),
            Map.entry("NL", "9944"),
            Map.entry("PL", "9945"),
            Map.entry("PT", "9946"),
            Map.entry("RO", "9947"),
            Map.entry("SI", "9949"),
            Map.entry("SK", "9950"));

    private Endpoint() {}

    /** Null where Peppol would not find them. */
    static @Nullable ElectronicAddress of(Party party) {
        var given = party.electronic();
        if (given != null && !given.scheme().equals(MAIL)) return given;
        var number = party.vatNumber();
        if (number == null || number.length() < 3) return null;
        var scheme = SCHEMES.get(number.substring(0, 2));
        return scheme == null ? null : new ElectronicAddress(scheme, number);
    }

    /** Whether both can be reached there. What goes another way is plain EN 16931. */
    static boolean peppol(InvoiceDocument document) {
        return of(document.seller()) != null && of(document.buyer()) != null;
    }
}

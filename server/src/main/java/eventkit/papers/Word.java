package eventkit.papers;

import java.util.Locale;

/** What papers say by themselves. */
enum Word {
    QUOTE("Quote", "Angebot"),
    INVOICE("Invoice", "Rechnung"),
    DEPOSIT_INVOICE("Deposit invoice", "Anzahlungsrechnung"),
    CREDIT_NOTE("Credit note", "Gutschrift"),
    REMINDER("Payment reminder", "Zahlungserinnerung"),
    STATEMENT("Statement of account", "Kontoauszug"),
    DATE("Date", "Datum"),
    EVENT("Event", "Veranstaltung"),
    VENUE("Venue", "Ort"),
    PERIOD("Period", "Zeitraum"),
    VALID_UNTIL("Valid until", "Gültig bis"),
    DUE_ON("Payable by", "Zahlbar bis"),
    VERSION("Version", "Fassung"),
    CLIENT_NUMBER("Client number", "Kundennummer"),
    CLIENT_VAT_NUMBER("Your VAT number", "Ihre USt-IdNr."),
    REFERENCE("Your reference", "Ihr Zeichen"),
    ORDER("Your order", "Ihre Bestellung"),
    QUOTE_NUMBER("Quote", "Angebot"),
    INVOICE_NUMBER("Invoice", "Rechnung"),
    CONTACT("Your contact", "Ansprechpartner"),
    PHONE("Phone", "Telefon"),
    EMAIL("E-mail", "E-Mail"),
    POSITION("No.", "Pos."),
    ITEM("Description", "Bezeichnung"),
    QUANTITY("Quantity", "Menge"),
    PRICE("Price", "Preis"),
    FACTOR("Factor", "Faktor"),
    DISCOUNT("Disc.", "Rabatt"),
    VAT("VAT", "USt."),
    AMOUNT("Amount", "Betrag"),
    OPTIONAL("optional", "optional"),
    ALTERNATIVE("alternative", "alternativ"),
    NOT_INCLUDED("not in the total", "nicht in der Summe"),
    SUBTOTAL("Total of %s", "Summe %s"),
    BEFORE("Sum of the lines", "Summe der Positionen"),
    NET("Net amount", "Nettobetrag"),
    VAT_OF("VAT %s %% on %s", "%s %% USt. auf %s"),
    NO_VAT("VAT 0 %% on %s", "0 %% USt. auf %s"),
    GROSS("Total", "Gesamtbetrag"),
    DEPOSIT("Deposit paid, %s of %s", "Anzahlung %s vom %s"),
    DUE("Amount due", "Zu zahlen"),
    OVERPAID("In your favour", "Zu Ihren Gunsten"),
    CREDITED("Amount credited", "Gutschriftsbetrag"),
    CARRIED("Carried over", "Übertrag"),
    BROUGHT("Brought forward", "Übertrag"),
    NUMBER("Number", "Nummer"),
    DAY("Date", "Datum"),
    DUE_DAY("Due", "Fällig"),
    OPEN("Open", "Offen"),
    OVERDUE("Overdue", "Überfällig"),
    DAYS("%s days", "%s Tage"),
    DAY_ONE("1 day", "1 Tag"),
    OPEN_SUM("Open in all", "Offen gesamt"),
    PAY_TO("Please pay to", "Bitte überweisen Sie an"),
    IBAN("IBAN", "IBAN"),
    BIC("BIC", "BIC"),
    BANK("Bank", "Bank"),
    PAYMENT_REFERENCE("Reference", "Verwendungszweck"),
    PAY_BY_CODE("Scan with your banking app", "Mit der Banking-App scannen"),
    ACCEPT("We order as offered above.", "Wir bestellen wie oben angeboten."),
    ACCEPT_ONLINE(
            "Or accept it online, with the options you choose", "Oder online annehmen, mit den gewünschten Optionen"),
    PLACE_DATE("Place, date", "Ort, Datum"),
    SIGNATURE("Signature", "Unterschrift"),
    PAGE("Page", "Seite"),
    OF("of", "von"),
    DRAFT("DRAFT", "ENTWURF");

    private final String english;
    private final String german;

    Word(String english, String german) {
        this.english = english;
        this.german = german;
    }

    String in(Locale locale) {
        return locale.getLanguage().equals("de") ? german : english;
    }
}

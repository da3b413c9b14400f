package eventkit.planning;

import java.util.Locale;

/** What calendars and papers say, in the languages of the app. */
enum Words {
    ENQUIRY("Enquiry", "Anfrage"),
    QUOTED("Quoted", "Angeboten"),
    CONFIRMED("Confirmed", "Bestätigt"),
    PREP("Prep", "Vorbereitung"),
    LOAD_OUT("Load-out", "Verladen"),
    ON_SITE("On site", "Vor Ort"),
    LOAD_IN("Load-in", "Rückladen"),
    DE_PREP("De-prep", "Nachbereitung"),
    CLOSED("Closed", "Abgeschlossen"),
    CANCELLED("Cancelled", "Abgesagt"),
    OPTION("Option", "Option"),
    OPTION_UNTIL("Option until", "Option bis"),
    SETUP("Set-up", "Aufbau"),
    SHOW("Show", "Show"),
    STRIKE("Strike", "Abbau"),
    CLIENT("Client", "Kunde"),
    PROJECT("Project", "Projekt"),
    PLANNER("Planner", "Planung"),
    PULL_LIST("Pull list", "Packliste"),
    PACKING_LIST("Packing list", "Packzettel"),
    EVENT_SHEET("Event sheet", "Veranstaltungsblatt"),
    VENUE("Venue", "Ort"),
    ADDRESS("Address", "Adresse"),
    ON_SITE_TIME("On site", "Vor Ort"),
    TAKEN("Equipment taken", "Material belegt"),
    CLOCK("Times in", "Zeiten in"),
    PHASE("Phase", "Phase"),
    WAREHOUSE("Warehouse", "Lager"),
    TYPE("Type", "Art"),
    CONTACT("Contact", "Ansprechpartner"),
    WEIGHT("Weight", "Gewicht"),
    VOLUME("Volume", "Volumen"),
    POWER("Power", "Leistung"),
    PIECES("Pieces", "Stück"),
    LINES("Lines", "Zeilen"),
    UNKNOWN("%s unknown", "%s unbekannt"),
    THING("What", "Was"),
    CODE("Number", "Nummer"),
    IN_CASE("In case", "In Case"),
    BEFORE_GROUPS("Not in a group", "Ohne Gruppe"),
    EMPTY_LIST("Nothing is on this list.", "Auf dieser Liste steht nichts."),
    PULLED_BY("Pulled by", "Kommissioniert von"),
    PACKED_BY("Packed by", "Gepackt von"),
    CHECKED_BY("Checked by", "Geprüft von"),
    SCHEDULE("Schedule", "Zeitplan"),
    WHEN("When", "Wann"),
    STAGE("Stage", "Bühne"),
    NOTE("Note", "Notiz"),
    NOTES("Notes", "Notizen"),
    YES("Yes", "Ja"),
    NO("No", "Nein"),
    EQUIPMENT("Equipment", "Material"),
    LOADING("Loading", "Be- und Entladen"),
    DOCK("Dock", "Rampe"),
    DOOR("Door", "Tor"),
    PARKING("Parking", "Parken"),
    DUE("due", "fällig"),
    DONE_BY("done by", "erledigt von"),
    CARNET("Carnet list", "Carnet-Liste"),
    OWNER("Owner", "Eigentümer"),
    ITEM("Item", "Pos."),
    DESCRIPTION("Description of goods", "Warenbezeichnung"),
    MANUFACTURER("Brand", "Hersteller"),
    MODEL("Model", "Modell"),
    SERIALS("Serial numbers", "Seriennummern"),
    WEIGHT_KG("Weight (kg)", "Gewicht (kg)"),
    VALUE("Value", "Wert"),
    CURRENCY("Currency", "Währung"),
    ORIGIN("Country of origin", "Ursprungsland"),
    SUB_HIRED("Sub-hired", "Zugemietet"),
    MISSING("missing", "fehlt"),
    NO_CURRENCY("other currency", "andere Währung"),
    TOTAL("Total", "Summe"),
    INCOMPLETE("Incomplete. Pieces without: %s.", "Unvollständig. Stück ohne: %s."),
    OWN_VALUES_HIDDEN(
            "Valued as their product, because own values are for those who may see costs: %s pieces.",
            "Wie ihr Produkt bewertet, weil eigene Werte nur sieht, wer Kosten sehen darf: %s Stück."),
    NO_GOODS("No goods are on these lists.", "Auf diesen Listen stehen keine Waren."),
    SIGNED("Place, date, signature", "Ort, Datum, Unterschrift"),
    PAGE("Page", "Seite");

    private final String english;
    private final String german;

    Words(String english, String german) {
        this.english = english;
        this.german = german;
    }

    String in(Locale locale) {
        return locale.getLanguage().equals("de") ? german : english;
    }

    static Words of(Phase phase) {
        return switch (phase) {
            case ENQUIRY -> ENQUIRY;
            case QUOTED -> QUOTED;
            case CONFIRMED -> CONFIRMED;
            case PREP -> PREP;
            case LOAD_OUT -> LOAD_OUT;
            case ON_SITE -> ON_SITE;
            case LOAD_IN -> LOAD_IN;
            case DE_PREP -> DE_PREP;
            case CLOSED -> CLOSED;
            case CANCELLED -> CANCELLED;
        };
    }

    static Words of(Carnets.Lack lack) {
        return switch (lack) {
            case WEIGHT -> WEIGHT;
            case VALUE -> VALUE;
            case CURRENCY -> NO_CURRENCY;
            case ORIGIN -> ORIGIN;
        };
    }

    static Words of(Block.Kind kind) {
        return switch (kind) {
            case SETUP -> SETUP;
            case SHOW -> SHOW;
            case STRIKE -> STRIKE;
        };
    }
}

package eventkit.imports;

import static eventkit.imports.FieldType.*;

import eventkit.core.Permission;
import java.util.List;
import java.util.Optional;

/** What a file can hold, the fields of its rows and what people call them in their files (English and German). */
public enum ImportKind {
    PRODUCTS(
            Permission.PRODUCT_EDIT,
            field("manufacturer", LINE, "brand|make|maker|hersteller|marke|fabrikat"),
            field("model", LINE, "modell|type|typ|typenbezeichnung"),
            field(
                    "name",
                    LINE,
                    "title|product|produkt|productname|bezeichnung|artikel|artikelbezeichnung|description|beschreibung"),
            field("kind", CHOICE, "art|product kind|produktart").choosing("SERIALISED", "BULK", "CONSUMABLE"),
            field(
                    "category",
                    PATH,
                    "categories|category name|kategorie|kategorien|warengruppe|gruppe|group|category path"),
            field("numberPrefix", LINE, "prefix|prafix|nummernprafix|nummernprefix"),
            field("barcodes", LIST, "barcode|ean|upc|gtin|strichcode"),
            field("weightGrams", WEIGHT, "weight|gewicht|masse|mass"),
            field("widthMillimetres", LENGTH, "width|breite"),
            field("heightMillimetres", LENGTH, "height|hohe|hoehe"),
            field("depthMillimetres", LENGTH, "depth|tiefe|length|lange|laenge"),
            field("powerWatts", POWER, "power|power draw|leistung|leistungsaufnahme|wattage|consumption"),
            field("powerConnectors", LIST, "power connector|power connectors|power in|netzanschluss|stromanschluss"),
            field("dmxConnector", LIST, "dmx|dmx connector|dmx connectors|dmx anschluss"),
            field("connectors", LIST, "connector|anschlusse|anschluesse"),
            field(
                    "replacementValue",
                    MONEY,
                    "replacement cost|replacement price|value|neuwert|wiederbeschaffungswert|zeitwert"),
            field("hirePrice", MONEY, "hire|rental price|rent|price per day|day rate|mietpreis|tagespreis|preis|price"),
            field("currency", CURRENCY, "replacement value currency|hire price currency|wahrung|waehrung"),
            field("countryOfOrigin", COUNTRY, "country|origin|ursprungsland|herkunft"),
            field("attributes", PAIRS, "eigenschaften|properties"),
            field("manualUrl", WEB, "manual|handbuch|anleitung|bedienungsanleitung"),
            field("productUrl", WEB, "product page|url|website|link|webseite|produktseite"),
            field("notes", TEXT, "note|comment|comments|notiz|notizen|bemerkung|bemerkungen|kommentar")),
    ASSETS(
            Permission.ASSET_EDIT,
            field(
                    "number",
                    LINE,
                    "asset|asset number|asset no|asset id|no|nr|nummer|inventarnummer|inventar nr|geratenummer"),
            field(
                    "product",
                    LINE,
                    "product name|name|produkt|produktname|bezeichnung|artikel|item|title|prefix|product number prefix"),
            field("manufacturer", LINE, "product manufacturer|brand|make|hersteller|marke|fabrikat"),
            field("model", LINE, "product model|modell|type|typ"),
            field("serial", LINE, "serial number|serial no|sn|s n|seriennummer|serien nr"),
            field("aliases", LIST, "alias|barcode|barcodes|code|codes|legacy barcode|alte barcodes|strichcode|rfid"),
            field("status", CHOICE, "zustand status").choosing("AVAILABLE", "DAMAGED", "LOST", "RETIRED"),
            field("condition", LINE, "zustand|state"),
            field(
                    "location",
                    PATH,
                    "location path|location code|location name|place|lager|lagerort|standort|ort|lagerplatz"),
            field("homeLocation", PATH, "home|home location|stammplatz|heimatort"),
            field(
                    "purchaseDate",
                    DATE,
                    "purchased|purchased on|bought|date of purchase|kaufdatum|anschaffungsdatum|gekauft am"),
            field("supplier", LINE, "vendor|lieferant|handler|haendler|bought from"),
            field("purchaseCost", MONEY, "cost|purchase price|price|kaufpreis|einkaufspreis|anschaffungskosten|ek"),
            field("insuranceValue", MONEY, "insured value|insurance|versicherungswert"),
            field("residualValue", MONEY, "restwert|scrap value"),
            field("currency", CURRENCY, "purchase cost currency|wahrung|waehrung"),
            field("depreciation", CHOICE, "abschreibung").choosing("NONE", "STRAIGHT_LINE", "DECLINING_BALANCE"),
            field("usefulLifeMonths", INTEGER, "useful life|nutzungsdauer|life months|nutzungsdauer monate"),
            field("decliningPercent", DECIMAL, "declining rate|degressiv"),
            field("firmware", LINE, "firmware version|software"),
            field("notes", TEXT, "note|comment|comments|notiz|notizen|bemerkung|bemerkungen|kommentar")),
    CASES(
            Permission.CASE_EDIT,
            field("number", LINE, "case|case number|case no|no|nr|nummer|casenummer|code")
                    .must(),
            field("name", LINE, "title|description|bezeichnung|beschreibung").must(),
            field("contentsKind", CHOICE, "contents|inhalt|kind|art").choosing("FIXED", "PER_JOB"),
            field("product", LINE, "product name|produkt|model|modell"),
            field("tareWeightGrams", WEIGHT, "tare|tare weight|weight|leergewicht|gewicht|tara"),
            field("lengthMillimetres", LENGTH, "length|lange|laenge|depth|tiefe"),
            field("widthMillimetres", LENGTH, "width|breite"),
            field("heightMillimetres", LENGTH, "height|hohe|hoehe"),
            field("payloadGramsMax", WEIGHT, "payload|payload max|max payload|zuladung|nutzlast"),
            field("stackable", BOOLEAN, "stapelbar"),
            field(
                            "location",
                            PATH,
                            "location path|location code|location name|place|lager|lagerort|standort|ort|lagerplatz")
                    .must(),
            field("aliases", LIST, "alias|barcode|barcodes|strichcode"),
            field("notes", TEXT, "note|comment|notiz|notizen|bemerkung")),
    LOCATIONS(
            Permission.LOCATION_EDIT,
            field("path", PATH, "pfad|full name|tree"),
            field("name", LINE, "location|title|bezeichnung|ort|standort|lagerort"),
            field("kind", CHOICE, "type|art|typ")
                    .choosing("WAREHOUSE", "ZONE", "SHELF", "BIN", "VENUE", "TRUCK", "REPAIR_SHOP", "PARTNER"),
            field("code", LINE, "location code|kurzel|kuerzel|nummer|number|barcode"),
            field("parent", PATH, "parent path|parent code|in|within|ubergeordnet|uebergeordnet|gehort zu"),
            field("address", TEXT, "adresse|anschrift|street"),
            field("walkingOrder", INTEGER, "order|reihenfolge|sort")),
    ALIASES(
            Permission.ASSET_EDIT,
            field("asset", LINE, "asset number|number|nummer|inventarnummer|asset no")
                    .must(),
            field("code", LINE, "alias|barcode|strichcode|legacy barcode|alter barcode|old code|rfid|epc")
                    .must(),
            field("symbology", CHOICE, "type|typ|kind|art")
                    .choosing("CODE_128", "CODE_39", "EAN_13", "UPC_A", "DATA_MATRIX", "QR", "RFID", "OTHER"),
            field("note", LINE, "notes|comment|notiz|bemerkung")),
    STOCK(
            Permission.STOCK_ADJUST,
            field("product", LINE, "product name|name|produkt|bezeichnung|artikel|item|model|modell|prefix|barcode")
                    .must(),
            field("manufacturer", LINE, "product manufacturer|brand|make|hersteller|marke"),
            field("location", PATH, "location path|location code|location name|place|lager|lagerort|standort|ort")
                    .must(),
            field("quantity", INTEGER, "count|amount|qty|pieces|menge|anzahl|stuck|stueck|bestand")
                    .must()),
    CLIENTS(
            Permission.CLIENT_EDIT,
            field("name", LINE, "company|client|customer|firma|firmenname|kunde|kundenname|unternehmen|organisation")
                    .must(),
            field("code", LINE, "short name|number|no|nr|nummer|kundennummer|kurzel|kuerzel|customer number"),
            field("vatNumber", LINE, "vat|vat id|vat no|ust id|ust id nr|ust idnr|ustid|umsatzsteuer id|tax number"),
            field("addressLines", TEXT, "address|billing address|adresse|anschrift|rechnungsadresse"),
            field("street", LINE, "address 1|strasse|straße"),
            field("postcode", LINE, "zip|zip code|postal code|plz|postleitzahl"),
            field("city", LINE, "town|ort|stadt"),
            field("country", COUNTRY, "land|country code"),
            field("email", LINE, "e mail|mail|e mail address"),
            field("phone", LINE, "telephone|tel|telefon|telefonnummer|phone number"),
            field("web", WEB, "website|url|homepage|webseite"),
            field("language", LINE, "sprache|language code"),
            field("tags", LIST, "tag|labels|schlagworte|schlagworter|gruppe|group"),
            field("billingName", LINE, "invoice name|rechnungsname"),
            field("billingEmail", LINE, "invoice email|billing e mail|rechnungsmail|rechnung e mail"),
            field("buyerReference", LINE, "purchase order|po number|leitweg id|bestellnummer|kaufer referenz"),
            field("paymentDays", INTEGER, "payment terms|terms|zahlungsziel|zahlungsziel tage|net days"),
            field("currency", CURRENCY, "wahrung|waehrung"),
            field("preferredBrands", LIST, "brands|preferred brand|bevorzugte marken|marken"),
            field("contactName", LINE, "contact|contact person|ansprechpartner|kontakt|person"),
            field("contactRole", LINE, "role|position|funktion|job title"),
            field("contactEmail", LINE, "contact e mail|kontakt e mail|ansprechpartner e mail"),
            field("contactPhone", LINE, "contact telephone|kontakt telefon|mobile|mobil|handy"),
            field("notes", TEXT, "note|comment|comments|notiz|notizen|bemerkung|bemerkungen|kommentar")),
    LEADS(
            Permission.DEAL_EDIT,
            field("number", LINE, "lead|lead number|lead no|no|nr|nummer|anfragenummer"),
            field("name", LINE, "contact|contact name|contact person|person|full name|ansprechpartner|kontakt")
                    .must(),
            field(
                    "company",
                    LINE,
                    "client|customer|account|organisation|organization|firma|firmenname|kunde|unternehmen"),
            field("email", LINE, "e mail|mail|e mail address|email address"),
            field("phone", LINE, "telephone|tel|mobile|telefon|telefonnummer|handy|mobil|phone number"),
            field(
                    "message",
                    TEXT,
                    "enquiry|inquiry|text|description|nachricht|anfrage|beschreibung|notes|notizen|bemerkung"),
            field(
                    "eventFrom",
                    DATE,
                    "from|first day|date|event date|start|von|erster tag|datum|veranstaltungsdatum|beginn"),
            field("eventTo", DATE, "to|last day|end|bis|letzter tag|ende"),
            field("venue", LINE, "venue name|place|ort|spielort|veranstaltungsort|location"),
            field("source", CHOICE, "lead source|came by|quelle|herkunft|kanal|channel")
                    .choosing("FORM", "PHONE", "EMAIL", "REFERRAL", "FAIR", "OTHER"),
            field("language", LINE, "sprache|language code"),
            field(
                    "owner",
                    LINE,
                    "owner name|lead owner|assigned to|salesperson|zustandig|betreuer|bearbeiter|verantwortlich"),
            field("state", CHOICE, "status|lead status|stand").choosing("NEW", "QUALIFIED", "CONVERTED", "DISCARDED"),
            field("discardReason", TEXT, "reason|grund|verworfen weil")),
    DEALS(
            Permission.DEAL_EDIT,
            field("number", LINE, "deal|deal number|deal no|no|nr|nummer"),
            field(
                            "name",
                            LINE,
                            "title|deal name|subject|opportunity|opportunity name|titel|bezeichnung|betreff|verkaufschance")
                    .must(),
            field(
                            "client",
                            LINE,
                            "client name|client code|company|customer|account|account name|kunde|kundenname|firma|kundennummer")
                    .must(),
            field("contact", LINE, "contact name|contact person|contact email|ansprechpartner|kontakt|person"),
            field("pipeline", LINE, "pipeline name|vertriebsweg"),
            field("stage", LINE, "stage name|deal stage|phase|stufe|vertriebsphase"),
            field("value", MONEY, "amount|deal value|price|wert|betrag|auftragswert|summe|volumen"),
            field("currency", CURRENCY, "value currency|wahrung|waehrung"),
            field("probabilityPercent", DECIMAL, "probability|chance|wahrscheinlichkeit|win probability"),
            field(
                    "expectedClose",
                    DATE,
                    "expected close date|close date|closing date|abschluss|abschlussdatum|erwarteter abschluss"),
            field("eventFrom", DATE, "from|first day|event date|start|von|erster tag|veranstaltungsdatum|beginn"),
            field("eventTo", DATE, "to|last day|end|bis|letzter tag|ende"),
            field("venue", LINE, "venue name|place|ort|spielort|veranstaltungsort|location"),
            field(
                    "owner",
                    LINE,
                    "owner name|deal owner|assigned to|salesperson|zustandig|betreuer|bearbeiter|verantwortlich"),
            field("competitor", LINE, "competition|mitbewerber|wettbewerber|konkurrent"),
            field("lostReason", TEXT, "reason|lost because|grund|verlustgrund|verloren weil"),
            field(
                    "notes",
                    TEXT,
                    "note|description|comment|comments|notiz|notizen|beschreibung|bemerkung|bemerkungen|kommentar"));

    private final Permission permission;
    private final List<ImportField> fields;

    ImportKind(Permission permission, ImportField... fields) {
        this.permission = permission;
        this.fields = List.of(fields);
    }

    /** Needed beside IMPORT. */
    Permission permission() {
        return permission;
    }

    public List<ImportField> fields() {
        return fields;
    }

    Optional<ImportField> named(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    private static ImportField field(String name, FieldType type, String synonyms) {
        return new ImportField(name, type, false, List.of(), List.of(synonyms.split("\\|")));
    }
}

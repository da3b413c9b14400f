package eventkit.papers;

import eventkit.papers.Template.Name;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What templates and texts of the company may name. */
final class PaperNames {
    private static final Name VALUE = new Name.Value();
    private static final Map<String, Name> LINE = names(
            "position",
            "name",
            "description",
            "quantity",
            "unit",
            "price",
            "factor",
            "discount",
            "vat",
            "amount",
            "carried",
            "optional",
            "alternative",
            "part",
            "text");
    private static final Map<String, Name> LABELLED = names("label", "value");

    /** What a text of the company may say. */
    static final Map<String, Name> IN_TEXTS = names(
            "number",
            "date",
            "subject",
            "recipientName",
            "company",
            "total",
            "due",
            "dueOn",
            "validUntil",
            "event",
            "venue",
            "period");

    /** What a template may say. */
    static final Map<String, Name> IN_TEMPLATE = inTemplate();

    private PaperNames() {}

    /** Whether a paper is of this kind. */
    static String of(PaperKind kind) {
        return "is" + camel(kind.name());
    }

    /** One of our words. */
    static String of(Word word) {
        return "word" + camel(word.name());
    }

    /** DUE_ON to DueOn. */
    private static String camel(String name) {
        var out = new StringBuilder();
        for (var part : name.split("_"))
            out.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        return out.toString();
    }

    private static Map<String, Name> names(String... names) {
        var all = new HashMap<String, Name>();
        for (var name : names) all.put(name, VALUE);
        return Map.copyOf(all);
    }

    private static Map<String, Name> inTemplate() {
        var all = new HashMap<>(IN_TEXTS);
        all.putAll(names(
                "language",
                "title",
                "kind",
                "colour",
                "font",
                "logo",
                "logoHeight",
                "logoRight",
                "addressHigh",
                "addressRight",
                "draft",
                "sender",
                "intro",
                "closing",
                "hasPosition",
                "hasQuantity",
                "hasPrice",
                "hasFactor",
                "hasDiscount",
                "hasVat",
                "hasLines",
                "currency",
                "span",
                "hasSums",
                "before",
                "net",
                "gross",
                "finalLabel",
                "finalAmount",
                "hasDeposits",
                "hasAccount",
                "accountDue",
                "hasPayment",
                "payHolder",
                "payIban",
                "payBic",
                "payBank",
                "payReference",
                "payCode",
                "hasAcceptance",
                "acceptLink",
                "acceptCode"));
        for (var kind : PaperKind.values()) all.put(of(kind), VALUE);
        for (var word : Word.values()) all.put(of(word), VALUE);
        var group = new HashMap<>(names("groupTitle", "subtotal", "subtotalLabel"));
        group.put("lines", new Name.Section(LINE));
        all.put("groups", new Name.Section(Map.copyOf(group)));
        all.put("facts", new Name.Section(LABELLED));
        all.put("extras", new Name.Section(LABELLED));
        all.put("taxes", new Name.Section(LABELLED));
        all.put("deposits", new Name.Section(LABELLED));
        all.put("accountExtras", new Name.Section(LABELLED));
        all.put("footer", new Name.Section(names("text")));
        all.put("recipientLines", new Name.Section(names("line")));
        for (var notes : List.of("notes", "notesBeside", "notesBelow")) all.put(notes, new Name.Section(names("line")));
        all.put(
                "items",
                new Name.Section(names("itemNumber", "itemDate", "itemDue", "itemAmount", "itemOpen", "itemOverdue")));
        return Map.copyOf(all);
    }
}

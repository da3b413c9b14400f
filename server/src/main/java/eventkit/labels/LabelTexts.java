package eventkit.labels;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.NotPermitted;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import eventkit.labels.LabelPrinting.Item;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What stands on the labels of things. */
@Component
class LabelTexts {
    private static final UUID EXAMPLE = new UUID(0x0198c0dea1b27c3dL, 0x8e4f5a6b7c8d9e0fL);
    private static final int FAULTS_SHOWN = 50;
    private static final int IDS_AT_ONCE = 5_000;
    private final LabelLines lines;
    private final CompanyProfile profile;

    LabelTexts(LabelLines lines, CompanyProfile profile) {
        this.lines = lines;
        this.profile = profile;
    }

    /** Where codes point. */
    String base(String origin) {
        return profile.address(origin);
    }

    /** In the order of the items. Throws {@link eventkit.core.Invalid} naming every item that is not there. */
    List<LabelContent> of(List<Item> items, LabelFormat format, String origin) {
        Map<LabelKind, Set<UUID>> wanted = new EnumMap<>(LabelKind.class);
        for (var item : items)
            wanted.computeIfAbsent(item.kind(), k -> new LinkedHashSet<>()).add(item.id());
        Map<LabelKind, Map<UUID, LabelTarget>> found = new EnumMap<>(LabelKind.class);
        wanted.forEach((kind, ids) -> {
            if (!Callers.current().may(kind.read())) throw new NotPermitted(kind.read());
            found.put(kind, found(kind, List.copyOf(ids)));
        });
        var company = profile.get();
        var base = base(origin);
        var check = new Check();
        var contents = new ArrayList<LabelContent>(items.size());
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var target = found.getOrDefault(item.kind(), Map.of()).get(item.id());
            if (target != null) contents.add(content(target, format, company, base));
            else if (check.errors().size() < FAULTS_SHOWN) {
                check.that(false, "items[" + i + "].id", "not-found", "There is nothing with this id any more.");
            }
        }
        check.orThrow();
        return contents;
    }

    /** In parts, because one statement takes only so many values. */
    private Map<UUID, LabelTarget> found(LabelKind kind, List<UUID> ids) {
        var found = new HashMap<UUID, LabelTarget>();
        for (int i = 0; i < ids.size(); i += IDS_AT_ONCE)
            found.putAll(lines.byId(kind, ids.subList(i, Math.min(ids.size(), i + IDS_AT_ONCE))));
        return found;
    }

    LabelContent example(LabelFormat format, String origin) {
        var target = new LabelTarget(
                LabelKind.ASSET, EXAMPLE, "SM58-001", "Shure SM58", "S/N 3AB1234567", null, null, null, null);
        return content(target, format, profile.get(), base(origin));
    }

    private static LabelContent content(LabelTarget target, LabelFormat format, Company company, String base) {
        return new LabelContent(
                base + "/" + target.kind().path() + "/" + target.id(),
                target.label(),
                format.showProduct() ? target.name() : "",
                format.showCompany() ? company.name() : "",
                format.showDetail() ? target.detail() : null);
    }
}

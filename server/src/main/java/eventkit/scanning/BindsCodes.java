package eventkit.scanning;

import eventkit.cases.Cases;
import eventkit.core.IfMatch;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.NewAsset;
import eventkit.labels.BlankLabels;
import eventkit.labels.LabelKind;
import eventkit.scanning.Deed.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Binds codes to things: labels printed ahead once for ever, all others as one more code of an asset or a case. */
@Component
class BindsCodes {
    private final AssetRegister assets;
    private final Cases cases;
    private final BlankLabels labels;

    BindsCodes(AssetRegister assets, Cases cases, BlankLabels labels) {
        this.assets = assets;
        this.cases = cases;
        this.labels = labels;
    }

    void bind(Bound bound) {
        var id = bound.thing().id();
        if (bound.blankId() != null) {
            labels.bind(
                    bound.blankId(),
                    new BlankLabels.Binding(
                            LabelKind.valueOf(bound.thing().kind().name()), id));
        } else if (bound.thing().kind() == ThingKind.ASSET) {
            assets.addAlias(new AssetId(id), new NewAsset.NewAlias(bound.code(), null, null));
        } else {
            var codes = codes(id);
            codes.add(bound.code());
            change(id, codes);
        }
    }

    void unbind(Bound bound) {
        var id = bound.thing().id();
        if (bound.thing().kind() == ThingKind.ASSET) {
            assets.removeAlias(new AssetId(id), bound.code());
            return;
        }
        var codes = codes(id);
        codes.removeIf(bound.code()::equalsIgnoreCase);
        change(id, codes);
    }

    private List<String> codes(UUID flightCase) {
        return new ArrayList<>(cases.get(flightCase).aliases());
    }

    private void change(UUID flightCase, List<String> codes) {
        var now = Cases.Details.of(cases.get(flightCase));
        cases.change(
                flightCase,
                new Cases.Details(
                        now.number(),
                        now.name(),
                        now.contentsKind(),
                        now.productId(),
                        now.tareWeightGrams(),
                        now.lengthMillimetres(),
                        now.widthMillimetres(),
                        now.heightMillimetres(),
                        now.payloadGramsMax(),
                        now.stackable(),
                        now.notes(),
                        codes),
                IfMatch.ANY);
    }
}

package eventkit.imports;

import eventkit.core.Invalid;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.NewAsset;
import eventkit.inventory.Symbology;
import org.springframework.stereotype.Component;

/** More codes for assets that are there. */
@Component
class TakesAliases implements RowTaker.Kind {
    private final AssetRegister register;

    TakesAliases(AssetRegister register) {
        this.register = register;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.ALIASES;
    }

    @Override
    public RowTaker taker(Mapping mapping) {
        return this::take;
    }

    private RowTaker.Taken take(Values row) {
        var said = String.valueOf(row.text("asset"));
        var code = String.valueOf(row.text("code"));
        var asset = register.findByCode(said)
                .orElseThrow(() -> new Invalid(
                        "asset", "unknown-asset", "There is no such asset. Use its number or another of its codes."));
        if (register.aliases(asset).stream().anyMatch(a -> a.code().equalsIgnoreCase(code)))
            return RowTaker.Taken.EXISTING;
        var symbology = row.text("symbology");
        register.addAlias(
                asset,
                new NewAsset.NewAlias(code, symbology == null ? null : Symbology.valueOf(symbology), row.text("note")));
        return RowTaker.Taken.CREATED;
    }
}

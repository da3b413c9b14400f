package eventkit.inventory;

import eventkit.core.Caller;
import eventkit.core.Permission;
import java.util.ArrayList;
import java.util.List;

/** What a person may do with an asset now, in the words of the API. */
final class AssetActions {
    private AssetActions() {}

    static List<String> of(Asset asset, Caller caller) {
        var status = asset.status();
        var actions = new ArrayList<String>();
        boolean here = !status.gone();
        if (caller.may(Permission.MOVE)) {
            if (here && status != AssetStatus.LOST) actions.add("moves");
            if (status == AssetStatus.CHECKED_OUT || status == AssetStatus.ON_SITE) actions.add("check-in");
            if (status == AssetStatus.CHECKED_IN) actions.add("shelving");
        }
        if (caller.may(Permission.ASSET_EDIT)) {
            if (here) actions.add("edit");
            if (status != AssetStatus.LOST && status.mayBecome(AssetStatus.DAMAGED)) actions.add("damage");
            if (status == AssetStatus.DAMAGED) actions.add("clearance");
            if (status.mayBecome(AssetStatus.LOST)) actions.add("loss");
            if (status == AssetStatus.LOST) actions.add("finding");
            if (here) actions.add(asset.quarantinedAt() == null ? "quarantine" : "quarantine-release");
        }
        if (caller.may(Permission.MAINTENANCE_EDIT)) {
            if (status.mayBecome(AssetStatus.IN_REPAIR)) actions.add("repair");
            if (status == AssetStatus.IN_REPAIR) actions.add("repair-return");
        }
        if (caller.may(Permission.ASSET_DISPOSE)) {
            if (status.mayBecome(AssetStatus.RETIRED)) actions.add("retirement");
            if (status.mayBecome(AssetStatus.SOLD)) actions.add("sale");
            if (status.mayBecome(AssetStatus.TRANSFERRED)) actions.add("ownership-transfer");
            if (status.gone() && status.mayBecome(AssetStatus.AVAILABLE)) actions.add("reinstatement");
        }
        if (caller.may(Permission.LABEL_PRINT)) actions.add("label");
        return actions;
    }
}

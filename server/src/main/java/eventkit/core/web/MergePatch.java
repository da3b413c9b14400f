package eventkit.core.web;

import eventkit.core.Invalid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396) over an edit record: absent leaves a field, null clears it, objects merge, lists are replaced. */
@Component
public class MergePatch {
    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    /** Throws {@link Invalid} naming the field that is unknown or of the wrong form. */
    public <T extends Record> T apply(T current, @Nullable JsonNode patch, Class<T> type) {
        if (!(patch instanceof ObjectNode changes))
            throw new Invalid("body", "not-an-object", "Send a JSON object with the fields to change.");
        JsonNode target = json.valueToTree(current);
        try {
            return json.treeToValue(merge(target, changes), type);
        } catch (DatabindException e) {
            var field = e.getPath().isEmpty()
                    ? "body"
                    : String.valueOf(e.getPath().getFirst().getPropertyName());
            throw new Invalid(field, "unreadable", "There is no such field, or the value has the wrong type or form.");
        } catch (JacksonException e) {
            throw new Invalid("body", "unreadable", "The value has the wrong type or form.");
        }
    }

    private JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) return patch;
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : json.createObjectNode();
        for (Map.Entry<String, JsonNode> entry : changes.properties()) {
            if (entry.getValue().isNull()) result.remove(entry.getKey());
            else {
                var before = result.get(entry.getKey());
                result.set(entry.getKey(), before == null ? entry.getValue() : merge(before, entry.getValue()));
            }
        }
        return result;
    }
}

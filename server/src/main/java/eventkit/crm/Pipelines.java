package eventkit.crm;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The company's pipelines. One is the standard at any time. */
public interface Pipelines {
    String KIND = "pipeline";

    /** @param stages all of them in their order: who has no id is new, who is left out is removed */
    record Details(String name, @Nullable Boolean standard, List<Stage.Line> stages) {
        public Details {
            standard = Boolean.TRUE.equals(standard);
            stages = stages == null ? List.of() : List.copyOf(stages);
        }

        public static Details of(Pipeline p) {
            return new Details(
                    p.name(), p.standard(), p.stages().stream().map(Stage::line).toList());
        }
    }

    /** The standard one first, those in use before those that are archived. */
    @Needs(Permission.DEAL_READ)
    List<Pipeline> all();

    @Needs(Permission.DEAL_READ)
    Pipeline get(UUID id);

    @Needs(Permission.DEAL_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    /** Throws {@link PipelineNameTaken}. */
    @Needs(Permission.PIPELINE_EDIT)
    Pipeline create(Details details);

    /** Throws {@link PipelineNameTaken}, {@link StageInUse}. */
    @Needs(Permission.PIPELINE_EDIT)
    Pipeline change(UUID id, Details details, IfMatch ifMatch);

    /** Throws {@link PipelineInUse} for the standard one and while deals are open in it. */
    @Needs(Permission.PIPELINE_EDIT)
    Pipeline archive(UUID id);

    @Needs(Permission.PIPELINE_EDIT)
    Pipeline restore(UUID id);
}

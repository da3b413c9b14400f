package eventkit.planning;

import java.util.List;

/** A bean that knows something that must be so before an event comes into a phase. All of them are asked, so that a person sees everything at once. */
interface MoveCondition {
    /** What is missing for this step; empty where nothing is, or where the step is none of its business. */
    List<EventPhases.Missing> missing(Event event, Phase to);
}

package eventkit.maintenance;

import eventkit.core.DomainEvent;
import java.time.LocalDate;

/** How many inspections are overdue or due soon on a day; announced at least once on each day that has any. */
public record InspectionsDue(LocalDate on, long overdue, long dueSoon) implements DomainEvent {}

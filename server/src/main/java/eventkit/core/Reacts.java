package eventkit.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method with one parameter, the event it reacts to. It runs after the event's transaction, in one of its own that also crosses
 * the work off; a crash in between runs it again, so only its effects outside the database need to bear a repeat.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Reacts {
    /** What the outbox calls this reaction; must never change once released. */
    String value();
}

package eventkit.mail;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What became of an e-mail. The legal moves are {@link #successors}; docs/state-machines/mail.md shows them. */
public enum MailState {
    /** Written while no mail server was set; a person sends it on. */
    KEPT,
    QUEUED,
    SENDING,
    SENT,
    /** The line broke after the server had all of it and before it said so: it may have arrived. */
    UNCERTAIN,
    FAILED,
    CANCELLED;

    public Set<MailState> successors() {
        return Collections.unmodifiableSet(
                switch (this) {
                    case KEPT -> EnumSet.of(QUEUED, CANCELLED);
                    case QUEUED -> EnumSet.of(KEPT, SENDING, CANCELLED);
                    case SENDING -> EnumSet.of(QUEUED, SENT, UNCERTAIN, FAILED);
                    case UNCERTAIN, FAILED -> EnumSet.of(QUEUED, CANCELLED);
                    case SENT, CANCELLED -> EnumSet.noneOf(MailState.class);
                });
    }
}

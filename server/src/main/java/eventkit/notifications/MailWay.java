package eventkit.notifications;

/** How somebody wants to hear of a thing by e-mail. */
public enum MailWay {
    OFF,
    AT_ONCE,
    /** Together with the others, in the morning. */
    DAILY
}

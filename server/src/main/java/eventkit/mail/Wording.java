package eventkit.mail;

/** Subject and text of an e-mail, ready to leave. The text is plain; what leaves has it as HTML, too, where every character means itself. */
public record Wording(String subject, String text) {}

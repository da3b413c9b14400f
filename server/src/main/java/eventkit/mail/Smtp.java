package eventkit.mail;

import eventkit.mail.MailServer.Security;
import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** One line to a mail server. */
final class Smtp implements AutoCloseable {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    /** How far it came. */
    enum Step {
        CONNECT("The mail server was not reached: look at host, port and security."),
        TLS("No secure line to the mail server: look at port and security, and at its certificate."),
        SIGN_IN("The mail server did not accept user and password."),
        SENDER("The mail server did not accept the sender's address."),
        RECIPIENT("The mail server did not accept the recipient's address."),
        CONTENT("The mail server did not accept the e-mail.");

        private final String advice;

        Step(String advice) {
            this.advice = advice;
        }

        String advice() {
            return advice;
        }
    }

    /**
     * Why it did not go.
     *
     * @param later it may go another time
     * @param uncertain the server may have it all the same
     */
    record Trouble(Step step, String answer, boolean later, boolean uncertain) {}

    /** It did not go. */
    static final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Trouble trouble;

        NotSent(Trouble trouble, Throwable cause) {
            super(trouble.step() + ": " + trouble.answer(), cause);
            this.trouble = trouble;
        }

        Trouble trouble() {
            return trouble;
        }
    }

    record Attached(String name, String mediaType, byte[] content) {}

    record Outgoing(
            String messageId,
            @Nullable String toName,
            String toAddress,
            @Nullable String replyTo,
            String subject,
            String text,
            String html,
            boolean automatic,
            @Nullable String settingsUrl,
            Instant at,
            List<Attached> attached) {}

    private final Relay relay;
    private final Session session;
    private final SMTPTransport line;

    private Smtp(Relay relay, Session session, SMTPTransport line) {
        this.relay = relay;
        this.session = session;
        this.line = line;
    }

    static Smtp open(Relay relay) throws NotSent {
        var session = Session.getInstance(properties(relay));
        try {
            var line = (SMTPTransport) session.getTransport("smtp");
            line.connect(relay.host(), relay.port(), relay.username(), relay.password());
            return new Smtp(relay, session, line);
        } catch (MessagingException e) {
            throw new NotSent(new Trouble(unreached(e), said(e), true, false), e);
        }
    }

    private static Properties properties(Relay relay) {
        var p = new Properties();
        p.put("mail.smtp.host", relay.host());
        p.put("mail.smtp.auth", String.valueOf(relay.username() != null));
        p.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        p.put("mail.smtp.timeout", ANSWER_MILLIS);
        p.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        p.put("mail.smtp.ssl.enable", String.valueOf(relay.security() == Security.TLS));
        p.put("mail.smtp.starttls.enable", String.valueOf(relay.security() == Security.STARTTLS));
        p.put("mail.smtp.starttls.required", String.valueOf(relay.security() == Security.STARTTLS));
        p.put("mail.smtp.ssl.checkserveridentity", "true");
        p.put("mail.mime.charset", "UTF-8");
        p.put("mail.smtp.from", relay.senderAddress());
        return p;
    }

    /** Returns what the server said. */
    String send(Outgoing mail) throws NotSent {
        MimeMessage message;
        try {
            message = message(mail);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new NotSent(new Trouble(Step.CONTENT, said(e), false, false), e);
        }
        try {
            line.sendMessage(message, message.getAllRecipients());
            return said(line.getLastServerResponse());
        } catch (MessagingException e) {
            throw new NotSent(trouble(e), e);
        }
    }

    private MimeMessage message(Outgoing mail) throws MessagingException, UnsupportedEncodingException {
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                // the same at every attempt, so that who gets it twice can tell
                setHeader("Message-ID", mail.messageId());
            }
        };
        message.setFrom(new InternetAddress(relay.senderAddress(), relay.senderName(), "UTF-8"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.toAddress(), mail.toName(), "UTF-8"));
        var replyTo = mail.replyTo() != null ? mail.replyTo() : relay.replyTo();
        if (replyTo != null) message.setReplyTo(InternetAddress.parse(replyTo));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(mail.at()));
        if (mail.automatic()) message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.settingsUrl() != null) message.setHeader("List-Unsubscribe", "<" + mail.settingsUrl() + ">");
        var plain = new MimeBodyPart();
        plain.setText(mail.text(), "UTF-8");
        var html = new MimeBodyPart();
        html.setText(mail.html(), "UTF-8", "html");
        var both = new MimeMultipart("alternative", plain, html);
        if (mail.attached().isEmpty()) {
            message.setContent(both);
        } else {
            var first = new MimeBodyPart();
            first.setContent(both);
            var all = new MimeMultipart("mixed", first);
            for (var one : mail.attached()) {
                var part = new MimeBodyPart();
                part.setDataHandler(new DataHandler(new ByteArrayDataSource(one.content(), one.mediaType())));
                part.setFileName(one.name());
                part.setDisposition(Part.ATTACHMENT);
                all.addBodyPart(part);
            }
            message.setContent(all);
        }
        message.saveChanges();
        return message;
    }

    private static Step unreached(MessagingException e) {
        if (e instanceof AuthenticationFailedException) return Step.SIGN_IN;
        for (Throwable cause = e; cause != null; cause = next(cause))
            if (cause instanceof SSLException) return Step.TLS;
        return said(e).contains("STARTTLS") ? Step.TLS : Step.CONNECT;
    }

    /** What carries an answer of the server was decided by it; a line that broke without one leaves open how far it had come. */
    private static Trouble trouble(MessagingException e) {
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException a)
                return new Trouble(Step.RECIPIENT, said(a), a.getReturnCode() < 500, false);
            if (cause instanceof SMTPSenderFailedException s)
                return new Trouble(Step.SENDER, said(s), s.getReturnCode() < 500, false);
        }
        for (Throwable cause = e; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPSendFailedException s)
                return new Trouble(Step.CONTENT, said(s), s.getReturnCode() < 500, s.getReturnCode() <= 0);
        }
        if (e instanceof SendFailedException) return new Trouble(Step.RECIPIENT, said(e), false, false);
        return new Trouble(Step.CONTENT, said(e), false, true);
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause instanceof MessagingException m && m.getNextException() != null
                ? m.getNextException()
                : cause.getCause();
    }

    private static String said(Exception e) {
        return said(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }

    private static String said(@Nullable String text) {
        if (text == null) return "";
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > 500 ? line.substring(0, 500) : line;
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (MessagingException e) {
            // what was sent was answered; the line is given up either way
        }
    }
}

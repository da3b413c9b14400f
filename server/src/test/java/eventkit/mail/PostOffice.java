package eventkit.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.Patience;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A mail server that really takes e-mail, and the company that sends through it. Close it: the server of the tests is shared. */
@Component
public class PostOffice {
    public static final String PASSWORD = "letterbox 7";
    private final Company company;
    private final SendsMail sender;

    public PostOffice(Company company, SendsMail sender) {
        this.company = company;
        this.sender = sender;
    }

    public static GreenMail open(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(Patience.TIME.toMillis());
        var office = new GreenMail(setup);
        office.withConfiguration(GreenMailConfiguration.aConfig().withUser("kit@stagelight.example", "kit", PASSWORD));
        office.start();
        return office;
    }

    /** Sets it on the screen, as a person would. */
    public Api.Answer use(int port, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of(
                "host", "127.0.0.1",
                "port", port,
                "security", "NONE",
                "username", "kit",
                "password", PASSWORD,
                "senderName", "Stagelight",
                "senderAddress", "kit@stagelight.example"));
        body.putAll(more);
        return company.owner().put("/mail-server", body, "*");
    }

    /** No mail server is set any more, and nothing waits. */
    public void close() {
        company.owner()
                .put("/mail-server", Map.of("port", 25, "security", "NONE"), "*")
                .expect(200);
        run();
        for (var mail : company.owner()
                .get("/emails?state=KEPT&state=FAILED&state=UNCERTAIN&limit=500")
                .expect(200)
                .json()
                .path("items"))
            company.owner()
                    .send(
                            "POST",
                            "/emails/" + mail.path("id").asString() + "/cancel",
                            Map.of(),
                            Map.of("If-Match", "*"))
                    .expect(200);
    }

    public void run() {
        Callers.runAs(Caller.system(), sender::run);
    }

    public static List<MimeMessage> arrived(GreenMail office) {
        return List.of(office.getReceivedMessages());
    }

    /** Both parts, decoded. */
    public static String text(MimeMessage message) throws Exception {
        return text(message.getContent());
    }

    private static String text(Object content) throws Exception {
        if (!(content instanceof jakarta.mail.Multipart parts)) return String.valueOf(content);
        var all = new StringBuilder();
        for (int i = 0; i < parts.getCount(); i++)
            all.append(text(parts.getBodyPart(i).getContent())).append("\n----\n");
        return all.toString();
    }
}

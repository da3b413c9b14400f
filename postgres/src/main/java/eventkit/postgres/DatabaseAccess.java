package eventkit.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** How to reach one database. Printing it shows no password. */
public record DatabaseAccess(String url, String user, String password) {

    public Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    @Override
    public String toString() {
        return "DatabaseAccess[url=" + url + ", user=" + user + "]";
    }
}

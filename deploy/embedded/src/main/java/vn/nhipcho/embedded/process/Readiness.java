package vn.nhipcho.embedded.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;

/** The question a parent repeats until its child can serve; an {@link IOException} counts as "not yet". */
@FunctionalInterface
public interface Readiness {
    int TIMEOUT_MILLIS = 1_000;

    boolean isReady() throws IOException;

    /** Ready when a GET answers 200. */
    static Readiness http(URI uri) {
        return () -> {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        };
    }

    /** Ready when the port accepts a connection. */
    static Readiness tcp(InetSocketAddress address) {
        return () -> {
            try (Socket socket = new Socket()) {
                socket.connect(address, TIMEOUT_MILLIS);
                return true;
            }
        };
    }
}

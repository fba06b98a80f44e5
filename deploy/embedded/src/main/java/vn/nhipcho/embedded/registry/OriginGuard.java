package vn.nhipcho.embedded.registry;

import com.sun.net.httpserver.Headers;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps web pages out of a service that has no password: a page of another origin tells its Origin, and one whose name
 * was rebound to 127.0.0.1 has that name in Host.
 */
final class OriginGuard {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    void check(Headers headers) {
        String host = String.valueOf(headers.getFirst("Host"));
        if (!NAMES.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT))) {
            throw new RegistryError(403, 403, "Host '" + host + "' is not this server: use localhost or 127.0.0.1.");
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new RegistryError(403, 403, "Requests of web pages of another origin are refused.");
        }
    }
}

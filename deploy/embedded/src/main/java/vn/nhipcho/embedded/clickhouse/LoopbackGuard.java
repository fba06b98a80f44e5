package vn.nhipcho.embedded.clickhouse;

import com.sun.net.httpserver.HttpExchange;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps web pages out: a browser on this machine reaches the loopback interface for any page that it shows.
 *
 * <p>A page of another origin sends its Origin with every POST and Sec-Fetch-Site with everything; a page whose name
 * was rebound to 127.0.0.1 has that name in Host. Drivers, curl and BI tools send none of these.
 */
final class LoopbackGuard {
    private final Set<String> hosts;

    LoopbackGuard(String listenHost) {
        this.hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]", listenHost));
    }

    void check(HttpExchange exchange) throws BadRequest {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        if (!hosts.contains(name)) {
            throw new BadRequest(403, "Host '" + host + "' is not this server: use localhost or 127.0.0.1");
        }
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new BadRequest(403, "Requests of web pages of another origin are refused (" + origin + ")");
        }
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new BadRequest(403, "Requests of web pages of another site are refused (" + site + ")");
        }
    }
}

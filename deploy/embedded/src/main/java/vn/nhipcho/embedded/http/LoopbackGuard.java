package vn.nhipcho.embedded.http;

import com.sun.net.httpserver.Headers;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps web pages out of a service without a password: a browser on this machine reaches the loopback interface for any
 * page that it shows.
 *
 * <p>A page of another origin sends its Origin with every POST and Sec-Fetch-Site with everything; a page whose name
 * was rebound to 127.0.0.1 has that name in Host. Drivers, curl and BI tools send none of these.
 */
public final class LoopbackGuard {
    private final Set<String> hosts;

    /** @param listenHost the address listened on, where it is not the loopback */
    public LoopbackGuard(String listenHost) {
        this.hosts = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));
        this.hosts.add(listenHost);
    }

    /** Why a request is refused (with status 403); empty: it may pass. */
    public Optional<String> refusal(Headers headers) {
        String host = headers.getFirst("Host");
        String name = host == null ? "" : host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        if (!hosts.contains(name)) {
            return Optional.of("Host '" + host + "' is not this server: use localhost or 127.0.0.1");
        }
        String origin = headers.getFirst("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            return Optional.of("Requests of web pages of another origin are refused (" + origin + ")");
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return Optional.of("Requests of web pages of another site are refused (" + site + ")");
        }
        return Optional.empty();
    }
}

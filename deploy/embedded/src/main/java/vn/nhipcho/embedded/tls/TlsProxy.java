package vn.nhipcho.embedded.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** TLS before a service of the loopback that has none; passes bytes on and understands nothing of them. */
public final class TlsProxy implements AutoCloseable {
    private final ServerSocket server;
    private final URI target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private TlsProxy(ServerSocket server, URI target) {
        this.server = server;
        this.target = target;
    }

    public static TlsProxy before(String target, SelfSigned certificate) throws IOException, GeneralSecurityException {
        var server = certificate
                .serverContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var proxy = new TlsProxy(server, URI.create(target));
        daemon(proxy::accept);
        return proxy;
    }

    public String url() {
        return "https://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = keep(server.accept());
            daemon(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket service = keep(new Socket(target.getHost(), target.getPort()))) {
            daemon(() -> pass(service, client));
            pass(client, service);
        } finally {
            open.remove(client);
        }
    }

    /** Until one side has no more to say; then neither has the other. */
    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream()) {
            in.transferTo(to.getOutputStream());
        } finally {
            open.remove(from);
        }
    }

    private Socket keep(Socket socket) throws SocketException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException closed) {
                        // By either side, or a client that does not trust the certificate: nobody is left to be told.
                    }
                },
                "tls-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}

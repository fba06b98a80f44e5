package vn.nhipcho.embedded.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key for the loopback and its certificate, made by the JDK's keytool, of an authority that no JVM knows: its own. For
 * tests alone; it is valid for two days.
 *
 * @param keyStore PKCS12, its password is {@link #PASSWORD}
 * @param authority PEM file that a client has to trust
 */
public record SelfSigned(Path keyStore, Path authority) {
    public static final String PASSWORD = "not-a-secret";

    private static final String ALIAS = "server";

    /** Makes both in a folder. */
    public static SelfSigned in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path store = folder.resolve("keys.p12").toAbsolutePath();
        Path authority = folder.resolve("ca.pem").toAbsolutePath();
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        run(List.of(
                tool.toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-dname",
                "CN=test",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-ext",
                "bc:c",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
        var made = new SelfSigned(store, authority);
        try {
            byte[] certificate = made.keys().getCertificate(ALIAS).getEncoded();
            Files.writeString(authority, """
                    -----BEGIN CERTIFICATE-----
                    %s
                    -----END CERTIFICATE-----
                    """.formatted(
                            Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate that keytool made cannot be read", e);
        }
        return made;
    }

    /** What a server shows its clients. */
    public SSLContext serverContext() throws IOException, GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys(), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException("keytool made no key: " + said);
        }
    }
}

package vn.nhipcho.registry;

/** The registry gave no usable answer: not reachable, overloaded, not allowed in, or not a registry. Worth a retry. */
public final class RegistryUnavailableException extends RuntimeException {
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

package vn.nhipcho.embedded.registry;

import java.util.Arrays;

/** An answer other than success, with the error codes of Confluent's API. */
final class RegistryError extends RuntimeException {
    private final int status;
    private final int code;

    RegistryError(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static RegistryError unknownSubject(String subject) {
        return new RegistryError(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryError unknownVersion(String version) {
        return new RegistryError(404, 40402, "Version " + version + " not found.");
    }

    static RegistryError unknownSchema() {
        return new RegistryError(404, 40403, "Schema not found.");
    }

    static RegistryError noOwnLevel(String subject) {
        return new RegistryError(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured.");
    }

    static RegistryError invalidSchema(String why) {
        return new RegistryError(422, 42201, "Invalid schema: " + why);
    }

    static RegistryError invalidVersion(String version) {
        return new RegistryError(
                422, 42202, "The specified version '" + version + "' is not a number from 1 nor 'latest'.");
    }

    static RegistryError invalidLevel(String level) {
        return new RegistryError(
                422,
                42203,
                "Invalid compatibility level '" + level + "'; one of " + Arrays.toString(Compatibility.values()));
    }
}

package vn.nhipcho.registry;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that the classes generated from our schemas may be instantiated. Since 1.12 it refuses every class that is
 * not named in a system property, which a job jar cannot set in the JVM it is sent to.
 */
public final class GeneratedClasses {
    private static final String PACKAGE = "vn.nhipcho.event.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(PACKAGE)));
    }

    private GeneratedClasses() {}

    /** Idempotent; call before the first read or write of an event. */
    public static void trust() {
        // The static initializer has done it, once in this JVM.
    }
}

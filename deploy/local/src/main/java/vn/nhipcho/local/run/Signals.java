package vn.nhipcho.local.run;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import vn.nhipcho.local.NhipCho;

/** Ctrl-C and its kin: the first asks for an orderly stop, the second ends the process at once. */
public final class Signals {
    private static final List<String> ASKING_TO_STOP = List.of("INT", "TERM", "HUP");

    private final CountDownLatch stopAsked = new CountDownLatch(1);

    public static Signals listen() {
        var signals = new Signals();
        ASKING_TO_STOP.forEach(name -> handle(name, signals::received));
        return signals;
    }

    boolean isStopAsked() {
        return stopAsked.getCount() == 0;
    }

    /** Waits, and returns early when a stop is asked for. */
    void sleep(long millis) throws InterruptedException {
        stopAsked.await(millis, TimeUnit.MILLISECONDS);
    }

    public void awaitStop() throws InterruptedException {
        stopAsked.await();
    }

    private void received() {
        if (isStopAsked()) {
            // Engines are child processes on a leash; they end with this one.
            Runtime.getRuntime().halt(NhipCho.INTERRUPTED);
        }
        stopAsked.countDown();
    }

    /**
     * A shutdown hook could not do this: hooks run side by side, and Flink's own would take its files away under a
     * savepoint. The JDK has only this class for signals; by reflection, since the compiler warns of it and warnings are
     * errors here.
     */
    private static void handle(String signal, Runnable action) {
        try {
            Class<?> signalType = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            Method handle = signalType.getMethod("handle", signalType, handlerType);
            handle.invoke(null, signalType.getConstructor(String.class).newInstance(signal), handler);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM does not let a program see the signal " + signal, e);
        }
    }
}

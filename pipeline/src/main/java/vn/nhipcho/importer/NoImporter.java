package vn.nhipcho.importer;

import java.util.OptionalLong;

/** The source {@code none}: sends nothing, for engines that are fed from elsewhere. */
final class NoImporter implements Importer {
    @Override
    public void run(ImportSink sink) {}

    @Override
    public String identity() {
        return "none";
    }

    @Override
    public OptionalLong estimatedEvents() {
        return OptionalLong.of(0);
    }

    @Override
    public boolean timeOrdered() {
        return true;
    }
}

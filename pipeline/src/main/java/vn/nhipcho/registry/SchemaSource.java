package vn.nhipcho.registry;

/** Gives the schema that a record was written with. */
@FunctionalInterface
public interface SchemaSource {
    /** @throws RegistryUnavailableException when there is no answer; asking again later may help */
    SchemaLookup byId(int id);
}

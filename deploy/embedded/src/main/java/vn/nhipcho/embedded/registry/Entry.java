package vn.nhipcho.embedded.registry;

/**
 * One line of the registry's log.
 *
 * @param subject null for the global compatibility level
 * @param version of a registered schema, else null
 * @param id of a registered schema, else null
 * @param schema of a registered schema, else null
 * @param compatibility a level that was set, else null
 */
record Entry(String subject, Integer version, Integer id, String schema, String compatibility) {
    static Entry version(String subject, int version, int id, String schema) {
        return new Entry(subject, version, id, schema, null);
    }

    static Entry level(String subject, Compatibility level) {
        return new Entry(subject, null, null, null, level.name());
    }
}

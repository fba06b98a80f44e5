package vn.nhipcho.dashboards.layout;

import java.util.Map;

/** Reads variables.yaml: what has options is a choice, what has a constant is one, all else asks its SQL file. */
record VariableReader(SourceFiles files) {
    Map<String, SharedVariable> read() {
        return Maps.of(files.yaml("variables.yaml").entries(), this::variable);
    }

    private SharedVariable variable(Node node) {
        String name = LayoutReader.name(node);
        SharedVariable variable = node.has("constant")
                ? new SharedVariable.Constant(name, node.text("constant"))
                : node.has("options") ? choice(name, node) : query(name, node);
        node.end();
        return variable;
    }

    private static SharedVariable choice(String name, Node node) {
        Map<String, Text> options = Maps.of(node.child("options").entries(), Node::asText);
        String chosen =
                node.string("default", options.keySet().stream().findFirst().orElse(""));
        if (!options.containsKey(chosen)) {
            node.problem("default is none of the options: " + chosen);
        }
        return new SharedVariable.Choice(name, node.text("label"), options, chosen);
    }

    private SharedVariable query(String name, Node node) {
        return new SharedVariable.Query(
                name,
                node.text("label"),
                files.sql("variables/" + name + ".sql", node.place()),
                node.flag("multi", true),
                node.flag("all", true),
                node.flag("hidden", false));
    }
}

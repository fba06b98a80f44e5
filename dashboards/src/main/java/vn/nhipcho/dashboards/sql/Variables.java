package vn.nhipcho.dashboards.sql;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The variables of a dashboard by name, with what is chosen of each. */
public record Variables(Map<String, Variable> byName) {
    public Variables {
        byName = Map.copyOf(byName);
    }

    public static Variables of(Variable... variables) {
        return of(List.of(variables));
    }

    public static Variables of(Collection<Variable> variables) {
        return new Variables(variables.stream().collect(Collectors.toMap(Variable::name, Function.identity())));
    }

    Optional<Variable> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}

package vn.nhipcho.local.bench.flinksql;

import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.ScalarFunction;
import vn.nhipcho.reference.Converted;
import vn.nhipcho.reference.UnitConversions;

/** The product's conversion of a quantity as functions of SQL: {@code grams}, null where there are none, and {@code pieces}. */
public final class ConvertUnits extends ScalarFunction {
    private static final long serialVersionUID = 1L;

    private final boolean weighs;
    private transient UnitConversions units;

    private ConvertUnits(boolean weighs) {
        this.weighs = weighs;
    }

    static ConvertUnits toGrams() {
        return new ConvertUnits(true);
    }

    static ConvertUnits toPieces() {
        return new ConvertUnits(false);
    }

    @Override
    public void open(FunctionContext context) {
        units = UnitConversions.load();
    }

    public Long eval(String unit, String commodity, Long quantity) {
        Converted converted = units.convert(unit, commodity, quantity);
        return weighs ? converted.grams() : Long.valueOf(converted.pieces());
    }
}

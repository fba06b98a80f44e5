package vn.nhipcho.local.report.page;

/** @param unit of all numbers below it; null where each row has its own, or for texts */
public record Column(String id, String title, Unit unit) {
    public static Column text(String id, String title) {
        return new Column(id, title, null);
    }
}

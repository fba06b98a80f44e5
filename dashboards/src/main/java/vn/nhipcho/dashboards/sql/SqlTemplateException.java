package vn.nhipcho.dashboards.sql;

/** SQL of a panel that Grafana would not send as its author meant it. */
public final class SqlTemplateException extends RuntimeException {
    public SqlTemplateException(String message) {
        super(message);
    }
}

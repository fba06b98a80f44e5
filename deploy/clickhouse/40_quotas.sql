-- Dashboards on every wall refresh each minute; one that runs wild must not starve the jobs.
CREATE QUOTA OR REPLACE dashboards FOR INTERVAL 1 hour MAX queries = 60000, execution_time = 3600 TO grafana;
CREATE QUOTA OR REPLACE people KEYED BY user_name
    FOR INTERVAL 1 hour MAX queries = 5000, execution_time = 600, read_rows = 5000000000
    TO analyst, reporter, support, leaders;

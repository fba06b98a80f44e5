-- A user is never named like a role: TO would not tell which is meant. People are created by hand, see README.md.
CREATE USER IF NOT EXISTS nhip_cho_jobs, nhip_cho_migrator, nhip_cho_notifier, nhip_cho_grafana;

-- The hashes are of the passwords in the files of these names.
ALTER USER nhip_cho_jobs IDENTIFIED WITH sha256_hash BY '${sha256:clickhouse_jobs}';
ALTER USER nhip_cho_migrator IDENTIFIED WITH sha256_hash BY '${sha256:clickhouse_migrator}';
ALTER USER nhip_cho_notifier IDENTIFIED WITH sha256_hash BY '${sha256:clickhouse_notifier}';
ALTER USER nhip_cho_grafana IDENTIFIED WITH sha256_hash BY '${sha256:clickhouse_grafana}';

GRANT job_writer TO nhip_cho_jobs;
GRANT migrator TO nhip_cho_migrator;
GRANT notifier TO nhip_cho_notifier;
GRANT grafana TO nhip_cho_grafana;

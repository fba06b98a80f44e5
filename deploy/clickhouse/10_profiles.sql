-- A commit must be on most replicas before Flink forgets it; tables that are not replicated do not care.
CREATE SETTINGS PROFILE OR REPLACE writing SETTINGS
    async_insert = 0 CONST,
    insert_quorum = 'auto';

-- The plugin's driver derives max_execution_time from its own time-outs, and readonly = 1 would refuse it.
CREATE SETTINGS PROFILE OR REPLACE grafana SETTINGS
    readonly = 1,
    max_execution_time = 30 CHANGEABLE_IN_READONLY,
    max_result_rows = 100000,
    result_overflow_mode = 'throw',
    max_memory_usage = 4000000000;

-- readonly = 2: clients may set formats and time-outs, within these bounds, and nothing else.
CREATE SETTINGS PROFILE OR REPLACE reading SETTINGS
    readonly = 2,
    max_execution_time = 60 MAX 300,
    max_memory_usage = 4000000000 MAX 4000000000,
    max_result_rows = 1000000 MAX 1000000;

-- Before FINAL, a policy would bring back the row that a seller had in the district it has moved from.
CREATE SETTINGS PROFILE OR REPLACE calling SETTINGS
    apply_row_policy_after_final = 1 CONST,
    max_execution_time = 60 MAX 300,
    max_memory_usage = 4000000000 MAX 4000000000,
    max_result_rows = 100000 MAX 100000;

-- As for reading, and a report that is issued must be on most replicas before it is called issued.
CREATE SETTINGS PROFILE OR REPLACE reporting SETTINGS
    async_insert = 0 CONST,
    insert_quorum = 'auto',
    max_execution_time = 60 MAX 300,
    max_memory_usage = 4000000000 MAX 4000000000,
    max_result_rows = 1000000 MAX 1000000;

package vn.nhipcho.local.flink;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import vn.nhipcho.config.JobConfig;
import vn.nhipcho.config.SellersJobConfig;
import vn.nhipcho.job.JobSettings;
import vn.nhipcho.job.SalesJob;
import vn.nhipcho.job.SellersJob;
import vn.nhipcho.model.Jobs;

/** The jobs of the product, as a cluster is asked to run them. Arguments are theirs, without the dashes. */
public enum FlinkJob {
    SALES(Jobs.SALES, SalesJob.class) {
        @Override
        Configuration settings(Map<String, String> arguments) {
            return JobSettings.of(config(arguments));
        }

        @Override
        void define(StreamExecutionEnvironment environment, Map<String, String> arguments) {
            SalesJob.define(environment, config(arguments));
        }

        private JobConfig config(Map<String, String> arguments) {
            return JobConfig.of(ParameterTool.fromMap(arguments), System.getenv());
        }
    },
    SELLERS(Jobs.SELLERS, SellersJob.class) {
        @Override
        Configuration settings(Map<String, String> arguments) {
            return JobSettings.of(config(arguments).shared());
        }

        @Override
        void define(StreamExecutionEnvironment environment, Map<String, String> arguments) {
            SellersJob.define(environment, config(arguments));
        }

        private SellersJobConfig config(Map<String, String> arguments) {
            return SellersJobConfig.of(ParameterTool.fromMap(arguments), System.getenv());
        }
    };

    private final String jobName;
    private final Class<?> main;

    FlinkJob(String jobName, Class<?> main) {
        this.jobName = jobName;
        this.main = main;
    }

    public String jobName() {
        return jobName;
    }

    /** Class whose {@code main} a cluster elsewhere is to run. */
    Class<?> main() {
        return main;
    }

    abstract Configuration settings(Map<String, String> arguments);

    abstract void define(StreamExecutionEnvironment environment, Map<String, String> arguments);
}

# The job jar on Flink: both jobs, the notifier and the setup steps. Build from the top of the checkout:
#   docker build -f deploy/images/job.Dockerfile -t nhip-cho/job:0.1.0 .
FROM maven:3.9.16-eclipse-temurin-17 AS build
WORKDIR /build
# The embedded engine is for tests: a path that is set keeps the build from fetching it.
ENV NHIP_CHO_LIBCHDB=/nowhere
COPY pom.xml .
COPY schemas schemas
COPY dashboards/pom.xml dashboards/pom.xml
COPY deploy/embedded deploy/embedded
COPY deploy/local/pom.xml deploy/local/pom.xml
COPY pipeline pipeline
RUN mvn -q -B -DskipTests -pl pipeline -am package && cp pipeline/target/*-job.jar /nhip-cho-job.jar

FROM flink:2.2.1-scala_2.12-java17
# Checkpoints on S3 or what speaks like it; plugins have class loaders of their own, so this one costs nothing where it is unused.
RUN mkdir plugins/s3-fs-presto && cp opt/flink-s3-fs-presto-2.2.1.jar plugins/s3-fs-presto/
COPY --from=build --chown=flink:flink /nhip-cho-job.jar usrlib/nhip-cho-job.jar
COPY --chown=flink:flink deploy/clickhouse/*.sql access/
COPY --chown=flink:flink --chmod=755 deploy/images/submit-jobs deploy/images/stop-jobs bin/
USER root
# A named volume takes its owner from the folder that it covers.
RUN mkdir /flink && chown flink:flink /flink
# By number: Kubernetes cannot tell that a name is not root.
USER 9999:9999

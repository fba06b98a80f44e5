# Grafana with the plugin and the dashboards of this release: what it shows cannot drift from the tables, and nothing is fetched
# when it starts. Build from the top of the checkout:
#   docker build -f deploy/images/grafana.Dockerfile -t nhip-cho/grafana:0.1.0 .
FROM grafana/grafana:13.2.3
ENV GF_PATHS_PLUGINS=/usr/share/grafana/nhip-cho-plugins
USER root
RUN mkdir -p "$GF_PATHS_PLUGINS" \
    && grafana cli --pluginsDir "$GF_PATHS_PLUGINS" plugins install grafana-clickhouse-datasource 4.20.0 \
    && chown -R 472:0 "$GF_PATHS_PLUGINS"
COPY dashboards/grafana/ /etc/nhip-cho/grafana/
COPY dashboards/grafana/provisioning/ /etc/grafana/provisioning/
# Panels ask for public/maps/….
COPY dashboards/grafana/maps/ /usr/share/grafana/public/maps/
COPY --chmod=755 deploy/images/grafana-entrypoint /grafana-entrypoint
USER 472
ENTRYPOINT ["/grafana-entrypoint"]

# Dutygraph as an image: the locked packages, a user without rights, all data in the volume /data.
# Runs with a read-only root file system: docker run --read-only --tmpfs /tmp -v dutygraph:/data -p 127.0.0.1:8000:8000 …
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/dutygraph
COPY requirements.lock requirements-dev.lock ./
# The driver of a PostgreSQL ledger is an extra; its version is locked with the rest.
RUN /opt/dutygraph/bin/pip install --no-cache-dir --disable-pip-version-check -r requirements.lock \
 && /opt/dutygraph/bin/pip install --no-cache-dir --disable-pip-version-check -c requirements-dev.lock 'psycopg[binary]'
COPY pyproject.toml README.md LICENSE ./
COPY core core
COPY graph graph
COPY loaders loaders
COPY queries queries
COPY viz viz
COPY api api
COPY cli cli
RUN /opt/dutygraph/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps . \
 && /opt/dutygraph/bin/python -m compileall -q /opt/dutygraph/lib

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin dutygraph \
 && install -d -o dutygraph -g dutygraph -m 0750 /data
COPY --from=build /opt/dutygraph /opt/dutygraph
ENV PATH=/opt/dutygraph/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DUTYGRAPH_HOME=/data
VOLUME /data
WORKDIR /data
USER 10001:10001
EXPOSE 8000
# Ready, not merely alive: 503 until the first papers are loaded.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["dutygraph"]
CMD ["serve", "--host", "0.0.0.0", "--port", "8000"]

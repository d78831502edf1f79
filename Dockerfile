# The bot in a container: docker build -t express-entry-bot .
#
#   docker run -d --name express-entry-bot --restart unless-stopped \
#     --env-file .env -v express-entry-bot:/data express-entry-bot
#
# In .env no value stands in quotes here: docker would pass them on. The database is in the volume.
# Whether it runs well: docker exec express-entry-bot express-entry-bot doctor
# A copy, and back:     docker run --rm --user 0 -v express-entry-bot:/data -v /backups:/backups \
#                         express-entry-bot backup /backups/bot.sqlite3

FROM python:3.12-slim AS build
WORKDIR /src
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY . .
RUN python -m venv /opt/express-entry-bot \
    && PIP_CONSTRAINT=/src/constraints.txt /opt/express-entry-bot/bin/pip install .

FROM python:3.12-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin bot \
    && install -d -o bot -g bot -m 0700 /data
COPY --from=build /opt/express-entry-bot /opt/express-entry-bot
ENV PATH=/opt/express-entry-bot/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DATABASE=/data/bot.sqlite3 \
    METRICS_LISTEN=127.0.0.1:9090
WORKDIR /data
VOLUME /data
USER 10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=1m --timeout=10s --start-period=30s \
    CMD test -z "$METRICS_LISTEN" || python -c 'import os, urllib.request as web; web.build_opener(web.ProxyHandler({})).open("http://" + os.environ["METRICS_LISTEN"] + "/healthz", timeout=8)'
ENTRYPOINT ["express-entry-bot"]
CMD ["run"]

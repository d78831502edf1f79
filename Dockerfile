# The bot in a container: docker build -t express-entry-bot .
#
#   docker run -d --name express-entry-bot --restart unless-stopped \
#     --env-file .env -v express-entry-bot:/data express-entry-bot
#
# The database is in the volume; a copy: docker exec express-entry-bot express-entry-bot backup /data/copy.sqlite3

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
    DATABASE=/data/bot.sqlite3
WORKDIR /data
VOLUME /data
USER 10001
STOPSIGNAL SIGTERM
ENTRYPOINT ["express-entry-bot"]
CMD ["run"]

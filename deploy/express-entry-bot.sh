#!/bin/sh
# express-entry-bot with the settings of its service, for root:
#   install -m 755 deploy/express-entry-bot.sh /usr/local/sbin/express-entry-bot
# The settings are read as a shell reads them: a value with spaces stands in quotes.
set -a
DATABASE=/var/lib/express-entry-bot/bot.sqlite3
. /etc/express-entry-bot.env
exec /opt/express-entry-bot/bin/express-entry-bot "$@"

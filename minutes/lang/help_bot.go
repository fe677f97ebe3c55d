package lang

// BotUnits are the files of a timer, the same in either language: configuration
// and units of systemd, with a %s for the locale.
const BotUnits = `  # /etc/telko/config.toml
  [[wiki]]
  api = "https://wiki.example.org/api.php"
  user = "Protokollbot@telko"
  password-file = "/run/credentials/telko-sync.service/wiki"

  # /etc/systemd/system/telko-sync.service
  [Unit]
  Description=telko: minutes and wiki
  Wants=network-online.target
  After=network-online.target

  [Service]
  Type=oneshot
  User=telko
  WorkingDirectory=/srv/telko
  ExecStart=/usr/local/bin/telko sync --bot
  LoadCredential=wiki:/etc/telko/wiki-password
  Environment=XDG_CONFIG_HOME=/etc XDG_STATE_HOME=/var/lib LANG=%s
  StateDirectory=telko
  ReadWritePaths=/srv/telko
  ProtectSystem=strict
  ProtectHome=yes
  PrivateTmp=yes
  NoNewPrivileges=yes
  TimeoutStartSec=30min

  # /etc/systemd/system/telko-sync.timer
  [Unit]
  Description=telko: minutes and wiki, every ten minutes

  [Timer]
  OnCalendar=*:0/10
  RandomizedDelaySec=60
  Persistent=yes

  [Install]
  WantedBy=timers.target
`

// TopicBot is the help about unattended runs; it takes the units.
var TopicBot = T(
	`telko als Bot: "telko sync --bot" aus einem Timer

Gleicht alle Telkos mit dem Wiki ab und schreibt eine Zeile für jede Änderung und für
alles, was jemand klären muss; sonst nichts, so dass cron nur mailt, wenn etwas war. Es
überschreibt keine Änderung eines Menschen und entscheidet keinen Konflikt. Läuft noch
ein anderer Abgleich, endet es gleich. Das Wiki wird geschont: eine Anfrage auf einmal,
viele Seiten je Anfrage, maxlag=5, und Warten, wenn es darum bittet.

Das Konto ist ein Botpasswort (Spezial:Botpasswörter) mit den Rechten basic, highvolume,
editpage und createeditmovepage. Es steht mit der Adresse des Wikis in der Konfiguration
des Kontos, unter dem der Bot läuft, nie in telko.toml. systemd reicht das Passwort mit
LoadCredential weiter; der Dienst sieht eine Datei, die sonst niemand lesen kann.

%s
  systemctl enable --now telko-sync.timer
  systemctl start telko-sync.service; journalctl -u telko-sync.service

Mit cron, die Passwortdatei mit chmod 600:

  */10 * * * *  cd /srv/telko && /usr/local/bin/telko sync --bot

Exit-Status:
  0  alles abgeglichen
  1  etwas schlug fehl; das andere ist abgeglichen
  2  falsch aufgerufen, oder abgebrochen; der nächste Lauf macht weiter
  3  ein Mensch muss entscheiden: telko resolve, telko pull --accept, telko adopt;
     alles andere ist abgeglichen
  4  nicht angemeldet, oder nicht erlaubt
  5  das Wiki ist beschäftigt oder nicht erreichbar, oder ein anderer Abgleich läuft;
     der nächste Lauf macht weiter (im Dienst: SuccessExitStatus=5, wenn das nicht
     als Fehler zählen soll)
Bei mehreren gilt die höchste Zahl.

--log-json schreibt jede Zeile als JSON: time, level (info, warn, error), event (pulled,
created, updated, adopted, moved, merged, left, unread, conflict, failed, waiting,
done), und wo es das gibt meeting, title, revision, url, from, reason, message, hint,
seconds, code. Die letzte Zeile ist done, mit code und summary (meetings, changed,
failed, requests, seconds).`,
	`telko as a bot: "telko sync --bot" from a timer

Syncs all meetings with the wiki and writes a line for every change and for everything
that somebody has to settle; nothing else, so that cron mails only if there was
something. It overwrites nobody's edit and decides no conflict. While another sync goes
on it ends at once. It goes easy on the wiki: one request at a time, many pages a
request, maxlag=5, and it waits where it is asked to.

The account is a bot password (Special:BotPasswords) with the grants basic, highvolume,
editpage and createeditmovepage. It is, with the wiki's address, in the configuration of
the account that the bot runs as, never in telko.toml. systemd hands the password on by
LoadCredential; the service sees a file that nobody else can read.

%s
  systemctl enable --now telko-sync.timer
  systemctl start telko-sync.service; journalctl -u telko-sync.service

With cron, the password file being chmod 600:

  */10 * * * *  cd /srv/telko && /usr/local/bin/telko sync --bot

Exit status:
  0  all synced
  1  something failed; the rest is synced
  2  wrong usage, or cancelled; the next run goes on
  3  a person must decide: telko resolve, telko pull --accept, telko adopt;
     the rest is synced
  4  not logged in, or not allowed
  5  the wiki is busy or cannot be reached, or another sync goes on; the next run goes
     on (in the service: SuccessExitStatus=5 if that should not count as a failure)
Of several the highest number holds.

--log-json writes each line as JSON: time, level (info, warn, error), event (pulled,
created, updated, adopted, moved, merged, left, unread, conflict, failed, waiting,
done), and where there is one meeting, title, revision, url, from, reason, message,
hint, seconds, code. The last line is done, with code and summary (meetings, changed,
failed, requests, seconds).`)

// BotLocale is the locale that a service speaks the reader's language in.
var BotLocale = T("de_DE.UTF-8", "en_GB.UTF-8")

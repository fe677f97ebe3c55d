// Package archive is the workspace on disk: its settings, its files, the logs,
// and what is kept to answer quickly. Everything in it is plain text that a
// person can read, edit and put in git, but for .telko, which is a cache.
//
// # The folder
//
//	telko.toml                                   settings; this file makes the folder a workspace
//	people.toml                                  the roster
//	minutes/2010/2010-01-07-technik-telko.md     a meeting; its base name is its identity
//	minutes/2010/2010-01-07-technik-telko.private.md   what of it is not public
//	tasks.log, motions.log                       events, append-only: see packages tasks and motions
//	private.log                                  both kinds of events of what is private
//	.gitignore, .gitattributes                   git takes nothing private, and merges logs by union
//	.telko/lock, tasks.index, motions.index, motions.memory   cache
//
// A meeting's base name is its day, YYYY-MM-DD, and perhaps a dash and a-z, 0-9
// and dashes: usually the key of its series, with -2 for a second one that day.
// It lies in a folder below minutes whose name has four digits; telko makes
// that of the year. Other .md files there are reported, and not read.
//
// # telko.toml
//
//	id = "k7q2m4"                   # needed; names the workspace in the user's state folder
//	team = "IT"
//	language = "de"                 # or "en"; default "de"
//	timezone = "Europe/Berlin"      # an IANA name; this is the default
//	due-days = 7                    # 0 to 366; this is the default
//
//	[series.technik-telko]          # any number, in their order; the key is a-z, 0-9, dashes
//	title = "IT-Telko"
//	page = "IT/Protokolle/{date} - Technik-Telko"
//	place = "talkyoo, Raum 267121#"
//	weekday = "Thursday"            # in English or German
//	time = "22:00"
//	id-prefix = "IT"                # distinct; may be missing in one series only
//	quorum = 3                      # members that a vote needs; lint remarks on fewer
//
//	[wiki]
//	api = "https://wiki.example.org/api.php"
//	index-page = "IT/Protokolle"
//	tasks-page = "IT/Aufgaben"
//	motions-page = "IT/Anträge"
//	log-page = "IT/Aufgaben/Log"
//	names = "full"                  # or "nick"
//	categories = ["IT-Protokoll"]
//	writes = "all"                  # or "log": this workspace writes no page but the log
//
// # people.toml
//
//	[[person]]
//	nick = "mia"                    # needed, unique
//	name = "Mia Muster"
//	aliases = ["mmuster"]
//	guest = true                    # default false: a member
//	groups = ["orga"]
//	wiki = "Mia"
//	email = "mia@example.org"
//	no-reminders = true             # default false
//
// # The user's configuration
//
//	me = "mia"
//	workspace = "/home/mia/telko"   # used outside any workspace
//
//	[[wiki]]
//	api = "https://wiki.example.org/api.php"   # this address and no other gets the password
//	user = "Mia@telko"
//	password-command = ["pass", "show", "wiki"]   # or password-env = "NAME", or password-file = "/path"
//
//	[mail]                          # for reminders: smtp or sendmail
//	from = "mia@example.org"
//	smtp = "mail.example.org:587"   # and user and password as above, if it wants them
//
// In all three files an unknown key, a wrong type and an impossible value are
// a *minutes.LineError that names file, line, and what is allowed.
//
// # Trust
//
// A workspace may be somebody else's. Nothing in it names a command, an account
// or a path; files are read through an os.Root, so that no link leads out, and
// only regular files up to a size; nothing is written through links at all.
//
// # Changes
//
// All changes are made under one lock, .telko/lock, which telkos wait for (flock;
// after Options.LockWait ErrBusy). A change of a meeting reads the file again
// under the lock, gives ids to tasks and motions that have none, writes the new
// bytes beside the old ones, appends the new ids' events to the log, and only
// then renames; each step is on disk before the next. Killed between any two, the
// next run gives the same texts the same ids. Editors do not know the lock: if
// the bytes are no longer those that were read, ErrChanged, and nothing is
// written. A log's last line that was cut off stays, and is reported; the next
// event begins a line of its own.
//
// The events of a private file's tasks and motions go to private.log. If a motion
// becomes private, the wording that motions.log froze goes there too. A private
// file shares its numbers with the public one, and both with other meetings of
// that day.
//
// # The index
//
// .telko/tasks.index holds the tasks that are open, and the stamps (times of
// modification and change, size, inode) of every file, folder and log they were
// read from. It is believed only if every stamp is the same, it was made by the
// same program for the same settings and roster, its checksum is right, and none
// of its files was changed within a tick of the clock before it was read. If
// little has changed, only the days it belongs to are read again; in any doubt
// everything is. So it never changes an answer, and may be deleted at any time.
//
// .telko/motions.index is the same for motions, with all that is said of them;
// .telko/motions.memory has their words, for a search for those that are alike.
// It belongs to one motions.index, and is made when somebody searches.
//
// # What may leave the team
//
// [Workspace.Publics] and [Workspace.HeldPublics] read the meetings as
// minutes.Public, and PublicTasksOf, PublicMotionsOf and PublicLog make of them
// what may be known of tasks and motions. Sites, calendars, mails and wiki pages
// are made of nothing else: private.log is not opened on the way.
package archive

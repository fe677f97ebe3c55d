// Package archive is the workspace on disk: a folder of text files that people
// edit, grep and keep in git, and that several telkos may use at once.
//
// Start with [Find] and [Open] (or [Init]), which give a [Workspace]. A meeting
// is named by a [Ref], from [Workspace.Meetings] or [Workspace.Resolve], and
// read by [Workspace.Load]. Everything that is promised is in
// [Workspace.Register], what is still open also in [Workspace.OpenTasks], which
// is much faster. Changes are [Workspace.Create] and [Workspace.Edit] for
// files, [Workspace.Change] for what happens to a task. The clock is passed in
// with [Options]; the package reads no environment and opens no connection.
//
// # The folder
//
//	telko.toml                          settings; this file makes the folder a workspace
//	people.toml                         the roster
//	minutes/YYYY/<meeting>.md           a meeting; its base name is its id
//	minutes/YYYY/<meeting>.private.md   what of it is not public; git-ignored
//	tasks.log                           events of tasks (package tasks)
//	motions.log                         events of motions (package motions)
//	private.log                         both kinds, of private items; git-ignored
//	.telko/                             lock, index, files half written
//
// A meeting's id is YYYY-MM-DD, or that, a dash and [a-z0-9-]; at most 96
// bytes. Names that begin with one of ". # ~ _" are an editor's and are passed
// over, other names that are none of a meeting are reported. Deleting .telko
// costs time and nothing else, also while a telko is running. What belongs to
// this machine but has to outlive a deleted checkout is elsewhere, in
// [Settings.State].
//
// # Settings
//
// telko.toml; what is left out is as here, or empty:
//
//	id = "k7q2m4"              required; [a-z0-9-], names the workspace on this machine
//	team = "IT"
//	language = "de"            or "en"
//	timezone = "Europe/Berlin" IANA name
//	due-days = 7               0 to 366
//
//	[series.technik-telko]     any number; the key is part of file names, [a-z0-9-]
//	title = "IT-Telko"
//	page = "IT/{date} Telko"   title of the wiki page; {date} is YYYY-MM-DD
//	place = "Raum 4711"
//	weekday = "Thursday"       or in German
//	time = "22:00"
//	id-prefix = "IT"           letters and digits; each series another one, one may have none
//
//	[wiki]
//	api = "https://wiki.example.org/api.php"
//	index-page, tasks-page, motions-page, log-page   titles, no two the same
//	names = "full"             or "nick"
//	categories = []
//
// people.toml, a table for each person:
//
//	[[person]]
//	nick = "mia"               required; no white space and none of ()[]{}<>,;?#|:"
//	name = "Mia Muster"
//	aliases = ["mmuster"]
//	guest = false
//	groups = ["orga"]
//	wiki = "Mia"               user name on the wiki
//	email = "mia@example.org"
//
// No two persons share a nick, alias or name. An unknown key, a wrong type and
// an impossible value are a minutes.LineError that says what is allowed, and
// the workspace does not open: no minutes can be read right without them. The
// user's own file, outside any workspace, is [ReadUser]'s.
//
// # Not to be trusted
//
// A workspace may come from somebody else. Its files can name no command, no
// path and no account. Links that lead out of it, devices, pipes, and files
// beyond a size (8 MiB for a meeting, 256 MiB for a log) are [ErrOutside];
// nothing is written through a link at all. Passwords are the user's, and bound
// to the address of one wiki ([User.Login]).
//
// # Changes
//
// Every change is made under a lock on .telko/lock, for which others wait
// ([Options.LockWait], then [ErrBusy]). Readers take none: files are replaced
// whole, logs only grow. An edit goes
//
//	read → the caller's change → ids for new tasks and motions
//	     → new bytes on disk, in .telko
//	     → does the file still hold what was read? else ErrChanged
//	     → "add" events appended to the logs, fsync
//	     → asked once more, then renamed into place, fsync of the folder
//
// so an editor that saved meanwhile is not overwritten (editors know of no
// lock), and an id is in the log before it is in a file: a crash between the
// two wastes a number, and never gives one twice. Of a meeting's two files the
// private one is renamed first: what moves from one to the other may be there
// twice after a crash, but is not lost.
//
// # The register and its index
//
// Tasks and motions are nowhere but in the minutes and the logs. A [Register]
// is made of all of them by tasks.Fold. Whatever cannot be read is a [Problem]
// in it, with file and line, and all else goes on working.
//
// [Workspace.OpenTasks] gives the same answer from .telko/tasks.index, which
// holds the open tasks and a stamp (times, size, inode) of every file that they
// came from. If a stamp differs, the days of the files and lines that changed
// are read again; in doubt, everything. A file that was written within a tick
// of the clock before it was read could be written once more without a new
// stamp. It is called racy, and read again the next time. The tests hold the
// index to the register, whatever happens to the files.
package archive

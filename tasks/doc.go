// Package tasks knows what somebody promised in a telco, and what has become
// of it since. Minutes say what was promised; a log of events says what
// happened then; [Fold] brings the two together. The package reads no file and
// knows no current time: lines, tasks and instants are passed in.
//
//	lines of tasks.log --ReadLog--> events --.
//	                                          Fold --> tasks with state and history
//	minutes' checkbox lines ---------> tasks -'
//	lines of tasks.log --ReadStanding--> what became of each, without its history
//
// # Ids
//
// An id is a day and a running number, both for good:
//
//	id      = [ prefix "-" ] day "-" [ nick "-" ] number
//	prefix  = a letter, then letters and digits, all ASCII   (of the series)
//	day     = YYMMDD, a day of the calendar in 2000 to 2099
//	nick    = letters, digits and "_"                        (added outside a meeting)
//	number  = 1 to 999999 without leading zeros
//
// 100107-2 is the second task of the meeting of 2010-01-07, 100109-jpru-1 the
// first that jpru added on 2010-01-09. Texts write it with a leading '#', logs
// without. At a command line the end of an id is a short form of it, component
// by component: see [Match].
//
// # The log
//
// A log is a file of lines, each one event, in UTF-8 and without control
// characters:
//
//	line    = instant " " who " " id " " verb [ " " rest ]
//	instant = RFC 3339 to the second: 2010-01-09T21:14:03+01:00, or with Z
//	who     = a nick, "wiki:User", or "telko" for what telko does by rule
//	verb    = letters a to z and "-"
//
// What follows the verb depends on it; reason, text and note are free text to
// the end of the line:
//
//	add DIGEST                            a line of minutes got the id
//	add DIGEST due=DATE assign=LIST TEXT  a task between meetings; "-" for no date or nobody
//	done [reason]                         to done
//	drop [reason]                         to dropped
//	reopen [reason]                       from done or dropped to open
//	wait [reason]                         from open to waiting
//	resume [reason]                       from waiting to open
//	due DATE [reason]                     a new due date, YYYY-MM-DD
//	assign LIST [reason]                  new assignees; "-" for nobody
//	text TEXT                             a new text for a task that no minutes hold
//	note TEXT                             changes nothing
//	undo VERB@INSTANT [reason]            takes back the event of that verb and instant
//
// A LIST joins names with commas. jpru? is tentative, @technik a group, *alle
// everyone, !niemand nobody. In names, blanks and what has a meaning there
// (comma, question mark, percent sign, a mark at the start) are written as %XX,
// like in an address. A DIGEST is ten hex digits: see [Digest].
//
// For example
//
//	2010-01-07T22:20:00+01:00 telko 100107-2 add 1f2e3d4c5b
//	2010-01-09T21:14:03+01:00 jpru 100107-2 due 2010-01-20 Ersatzteil fehlt
//	2010-01-09T21:20:40+01:00 jpru 100107-2 undo due@2010-01-09T21:14:03+01:00
//	2010-01-09T22:03:10+01:00 jpru 100109-jpru-1 add 9a8b7c6d5e due=2010-01-16 assign=jpru,sebi? Kabel bestellen
//
// Blank lines, a byte order mark and the line ends of Windows are passed over.
// A verb that is not in the list, as a newer telko may write, is an event that
// changes nothing; it and every line that is none are reported with their
// number, stay in the file, and stop nothing. A last line without line end
// counts as it stands and is reported, as it may have been cut off.
//
// # The fold
//
// Lines are only ever added, by anyone and in any order; so the union of two
// logs is a log. All that follows is by the events of one task:
//
//   - They count by instant, then by the bytes of their lines; lines that are
//     the same count once.
//   - The minutes give text, first assignees and first due date, and done where
//     the box is ticked. The log overrides all of these but the text.
//   - Only reopen leaves done and dropped. An event that fits no more, say a
//     wait after done, changes no state.
//   - Undo takes back the last event that still counts, which it names. Where
//     something followed, it changes nothing.
//   - Nothing may be older than the add. If two adds give one id to two texts,
//     the earlier counts.
//   - A task that minutes do not hold and that was added there, or never, is an
//     orphan: listed, not lost.
//
// What does not fit is a [Problem]; it stays in the history. [Settle] and
// [Check] keep such events from being written on this machine: a new event is
// the newest of its task, and if the clock of whoever wrote the newest one is
// more than an hour ahead, the error names that person.
package tasks

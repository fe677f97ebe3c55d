// Package capture is a telco being recorded, without a screen: what a line that
// the protocol keeper types means, the session as events in a journal, and the
// minutes that follow from them.
//
//	line typed --Read--> Reading      how telko reads it; nothing changes
//	Reading --Enter--> Events         in the journal before it returns
//	Events --fold--> View             what the screen draws
//	View --Save--> the meeting's file beside the goroutine that types
//
// Begin with PlanFor, which finds out which telco is meant, and Start, which
// begins it, goes on with what a crash left or another keeper began, or opens it
// again. Then Session.Read says at every key how a line is read, Session.Enter
// accepts it, Session.Do does what a screen does without a line (edit, move,
// delete an entry), and Session.View is how things stand. The file is written by
// Session.StartSave, Save.Run (in any goroutine) and Session.Finish. Files, the
// clock and who types are passed in; package disk has the files of a real disk.
//
// # State is a fold
//
// A session is its events and nothing else. An Event makes an entry, changes one,
// or says who came and went; fold.go turns them into entries in the order of the
// meeting's file. Undo takes the events of a line out of the fold, Redo puts them
// back: so anything can be undone, and undo and redo are each other's inverse
// without code of their own. What an undone event had done outside, in tasks.log,
// is an Effect, carried out and taken back by Save.
//
// The file that a session began from is cut into entries without losing a byte
// (load.go): an entry that nobody touches is written with the bytes it had.
//
// # Lines
//
// A line is a note unless all of it parses as something else: see the table at
// grammar.mark, in read.go, and package lang for the words, which are German
// and English whatever the language of the minutes. Where telko was near to
// reading more than a note, Reading.Offer is the line it would take instead.
// What is typed is contained (contain.go, escape.go): nothing in it can open
// structure beyond its own entry.
//
// # The journal
//
// A journal is a text file, one line an event:
//
//	telko journal 1 2010-01-07-technik-telko k3f |5c0e
//	2010-01-07T22:20:00.004+01:00 telko k3f-0 base ---\nseries: technik-telko\n |70c2
//	2010-01-07T22:31:04.123+01:00 dyfa k3f-17 note topic=k3f-4 level=1 Die Fock ist gerissen |91ab
//
//	line    = instant " " who " " id " " verb { " " key "=" value } [ " " text ] " |" sum
//	instant = RFC 3339 to the millisecond; it never goes back within a journal
//	who     = nick, "outside" for another program's change of the file, "telko", "-" for nobody
//	id      = writer "-" number; the writer is a random word that begins all ids of a journal
//	sum     = four hex digits: the low half of the CRC-32 (IEEE) of all before " |"
//
// In values and texts \\ is a backslash, \n \r \t what they are in Go, \s a blank
// (values only), \uHHHH a control character, \xHH a byte that is no UTF-8, \= an
// equals sign that would make the text's first word a key. Verbs and keys are
// those of event.go. The first line names the meeting and the writer; "base"
// and "base-private" hold the files as the session found them, so that a journal
// can be read with nothing else at hand. "saved" has the digest of the file that
// was written, by which journals of two keepers find what both knew.
//
// A line is accepted once it is on disk; with Options.SyncBeside once it is in
// the file, and SaveState tells until when the disk lacks it. The last line may be cut off: it is set
// aside, as nobody was told that it was accepted. Other damaged lines are
// reported, kept, and read as far as that is possible. Where the disk is full,
// room that was put aside takes a few more lines; what cannot be written is
// not accepted, and says so.
//
// Journals lie in the user's state folder, one a meeting and writer, beside them
// the line being typed (draft), who holds the meeting (hold), and the room put
// aside (reserve). A journal goes to the folder "ended" only when the telco was
// ended and the file holds all of it.
//
// # The file from outside
//
// The meeting's file may be changed by anybody at any time. What lies there is
// compared with what telko wrote last, block by block (outside.go), and what
// changed becomes events by "outside": the screen shows it, and nothing is
// overwritten. An entry that both changed keeps both texts. A file that can no
// longer be read as minutes is left alone until somebody mends it; a copy is
// written beside the journal meanwhile.
//
// # Two keepers
//
// On one machine a meeting has one session; a second is told who has it (Held).
// On another machine a keeper begins from the meeting's file, with a journal of
// their own. What an agenda prepared and nobody has talked about is listed in
// its head (to_come.go), so that they do not take it for said. If the first returns, the file's changes come in from outside; with
// the other's journal at hand (Options.Merge) the two are merged by time: the
// entries that the second found in the file are the first's own, through the file
// that both knew (merge.go). Nothing is lost, and nothing is there twice.
package capture

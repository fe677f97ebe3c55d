// Package imports turns a page somebody wrote into a meeting's file: a wiki
// page (Wikitext), text extracted from one (Text), or somebody's Markdown
// (Markdown). The result is a file as package minutes specifies it, its ids
// not yet minted, its status final.
//
// # Promises
//
// Nothing is lost: every word of the page is in the file, as often as on the
// page. Marks move (a bullet becomes a checkbox, "anke: kaufen" becomes
// "kaufen (anke)"), words stay. Nothing is invented: what is not understood
// stands as written, and a Warning says on which line. The bytes depend on
// nothing but the page and the Options; what the reader has to add (a label
// for a signed comment, the heading over those absent) is in the page's own
// language. Importing a result again returns it byte for byte.
//
// # How a page is read
//
// A front end makes a flat list of blocks, one reader recognises them:
//
//	wiki.go      ┐                                          ┌ attendance.go
//	text.go      ├─ blocks ─ reader.go: title, headings, ───┼ passages.go, signed.go, votes.go
//	markdown.go  ┘           head (lead.go), identity.go    ├ plan.go
//	                                                        └ write.go ─ minutes.Compose
//
// Headings and labels are the vocabulary of the file format itself
// (lang.ReadHeading, lang.ReadLabel), so that the reader of the file
// recognises what the importer did.
//
// # Which meeting
//
// The day is the user's (--date), else that of the front matter, the page's
// title, the file's name, the first heading, a line of the head. A day without
// a year is none. The series is the one whose pattern gives the title, or
// whose key, title or pattern is what the title's last part or the file's name
// says beside the day (2010-01-07_Technik-Telko.wiki). Without a series the
// name is made of the title. No day, no name, a redirect, several meetings on
// one page, or nothing that says it is minutes (nobody present, no start, no
// keeper, no tasks, no motions, no telling title) are errors that say what to
// do.
//
// # What is read
//
//   - Title: the first heading of level 1, if it is the only one; else, with
//     no such heading, a first line in bold type with a date. Several of level
//     1 are topics: all headings sink by a level.
//   - Start, end: "von 22:20 bis 1:10", "Beginn: 16:44 Uhr", "Zeit: …",
//     "Adjourned: 6:40pm", a time in the heading of the welcome. Place and
//     keeper: a heading or a label. The lines stay in the text.
//   - Attendance: headings with lists; "Anwesend: a, b (Gast), Name (nick)",
//     the names behind the label, below it, or as a nested list. Names behind
//     a label get a heading of their own, before the first topic. What only
//     counts ("14 physisch") stays as written: an empty list does not mean
//     that nobody came. Prose amid names goes before the section.
//   - Motions: "Antrag 2: Titel" as a heading of any level, in bold type, or
//     as a heading that did not render because text stands before it on the
//     line; a title below "Anträge" with "von nick" under it; a section that
//     names its petitioner. Passages begin with labels: lines of a definition
//     list, bold type, a line of their own, sub-headings, list items; a label
//     with one letter wrong counts. Answers and comments become block quotes,
//     anywhere on the page; the text behind one goes on with the passage that
//     it interrupts. A signed paragraph is a comment; on the first passage
//     the signature is the petitioner's. The petitioner may be named at the
//     end of a paragraph. Tallies and outcomes become "Abstimmung" and
//     "Beschluss"; an outcome is never computed.
//   - Tasks: items under a heading of tasks, and nowhere else. Assignees are
//     read from "text (a, b?)", "@a: text", "a, b: text", "text → a", "TODO
//     für a: text", "ACTION: a to text", the person that the item is nested
//     under; only people of the page (and Options.People) count. A line that
//     groups others, or says that there is nothing to do, is no task.
//
// # Extracted text
//
// Text has lost which lines were headings: judge.go has the rule. All topics
// get level 2, motions level 3. A line that is only the title of a page in the
// same tree (A/B/…) becomes a link.
//
// # Dumps
//
// [ReadDump] goes through the XML dump of a wiki page by page, the newest
// revision of each, in memory that does not grow with the dump. A text that is
// missing, too big, or not what the dump's own checksum says comes with a
// [DumpFault]. Which pages are minutes, and what becomes of them, is decided by
// package wiki.
//
// # Front matter
//
// Front matter of "key: value" lines is read (title, date, start, end, place)
// and unknown keys are kept; with a line that cannot be kept as it is, the
// whole stands as a block of code in the text.
package imports

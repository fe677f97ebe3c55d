// Package minutes holds a meeting: its model, the file it is written in, and
// what may be shown of it.
//
// Start with [Parse], which reads a file into a [File]: the [Meeting], the
// [Section]s it was read from, the bytes each thing stands at, and the
// [Problem]s that were met. [ReadTasks] reads the tasks alone, fast. Writing is
// [Compose], [Format], [MintLines] and [File.SetKey]: all but the first change
// bytes in place and leave the others as they are. What leaves the team goes
// through [Public]. The package does no I/O and knows no clock.
//
// # The file
//
// A meeting is one UTF-8 text file, <date>-<series>.md, whose base name is its
// identity; <date>-<series>.private.md beside it holds what is not public. It
// is CommonMark below a front matter. Lines end in LF or CRLF, also mixed; a
// byte order mark at the start and a missing line break at the end are kept.
// NUL and bytes that are not UTF-8 make the file unreadable, a [LineError].
// Words are compared as NFC without case ([lang.Key]); text keeps its bytes.
//
//	---
//	series: deck
//	date: 2032-05-06
//	start: 22:20
//	end: 01:10
//	place: Kajüte, Raum #4711
//	---
//
//	# Deck-Telko 06.05.2032
//
//	## Anwesend
//
//	- Kaja Steuer (kaja)
//	- Lotte Boje (lotte) (Gast) (22:50–23:10, ab 23:40)
//
//	## Segel
//
//	- die Fock ist gerissen
//	- [ ] Fock flicken (kaja, lotte?) bis 20.05.2032 #320506-1
//
// # Front matter
//
// If the first line is "---", lines of "key: value" follow up to the next line
// "---" (blanks behind the dashes do not count). It is not YAML: all behind the
// first colon, without the blanks around it, is the value, so "22:20", "no" and
// "#" mean what they say. Keys have no blanks and compare without case. Keys
// that telko does not know are kept; of a key that stands twice the first
// counts; empty lines are kept, other lines are kept and reported.
//
//	series      key of the series in telko.toml
//	date        YYYY-MM-DD; without it, the first ten bytes of the file's name
//	start, end  time of day, empty or left out if not known; 2010-01-08 00:10
//	            where the telco began on the day before or after its date
//	place       free text
//	keeper      nick of the protocol keeper
//	status      agenda, live, draft, final or approved; draft without it
//	page        title of the wiki page, where the series' pattern does not give it
//	due-days    0 to 3650: days until a task without a date is due
//	timezone    IANA name
//	imported    what the file was imported from
//	id-day      YYYY-MM-DD, the day in its ids, if the meeting was moved since
//	to-come     while it is live: the headings, between " | ", whose prepared
//	            notes nobody has talked about yet
//
// End is a time of the meeting's own night: from three hours before the start
// to 21 hours after it. What the file says of due-days and timezone wins over
// the [Context], so that settings never change the past. A front matter that
// is not closed (also if a heading comes before its end), a date, time, status
// or number of days that is none, and a file without a date are a [LineError].
// Nothing else is.
//
// # Headings and sections
//
// Structure is that of CommonMark without extensions. Only headings of the
// document itself count, not those in lists and quotes. If the first heading
// is of level 1 it is the title. Each other heading begins a section, up to the
// next one; joined, the sections are the body. A section's kind is told by its
// heading's text (see [lang.ReadHeading] for the words, German and English):
//
//	present, guests            who was there
//	absent, excused, unexcused who was not
//	place                      the place, if the front matter has none
//	open tasks                 mentions of earlier tasks
//	plan                       tasks of the next days
//	a motion's label           see Motions
//	anything else              a topic
//
// The first three lines of this table count before the first topic or motion,
// and each word's heading once; later they are topics. A heading with no
// meaning of its own below one of these sections (that is, of a deeper level)
// is a part of it. A topic belongs to the nearest topic before it that is less
// deep. A heading that ends in "(Fortsetzung)" or "(continued)" returns to the
// topic of that title that stood before, best one with the same parent: it is
// the same [Item], whose notes are those of all its sections. A title may end
// in a private mark in curly brackets; Item.Title has neither.
//
// # Attendance
//
// In these sections each list item, and each line of a paragraph, holds names
// with commas, semicolons or "und" between them. A label and a colon before
// them say what they are: present, guests, excused, unexcused, absent; an item
// that is but a label says it of the list below it. Any other label becomes a
// note ("Protokoll: Kaja Steuer"). A name is followed by brackets:
//
//	(kaja)                   one word, the first such bracket: the nick
//	(Gast)                   a guest
//	(22:20–23:10, ab 23:40)  the intervals of attendance; none means throughout
//	(entschuldigt)           in a section of absence
//	anything else            a note
//
// A word that is both (a nick "gast") is a nick if the roster has it as that of
// the person whose name stands before it. One word without a bracket is a nick,
// two to five are a name; the roster completes what is missing. "Niemand" and a
// dash are nobody. What does not look like a name is reported. Whether an
// absence was excused is never inferred. A checkbox line there is a name that is
// ticked off, unless it says for whom it is, or until when: that is a task alone.
//
// # Tasks
//
// A task is a list item, of any kind of list at any depth, whose own line
// begins with "[ ] ", "[x] " or "[X] " and has text behind it, outside quotes,
// code and comments. Lines that go on with the item belong to no task. Behind
// the checkbox stand, in this order and but for the text each optional:
//
//	text (assignees) due #id
//
// The id is the last word (a full stop may follow), or the first one. The
// bracket is the last round one, at the end but for due date and id. It names
// assignees only if text stands before it and every part (between commas,
// semicolons, " und ", " and ", slashes, "+", "&") is known: a person of the
// roster or of this meeting's attendance, a group, a word for all or for nobody
// ([lang.IsEveryone], [lang.IsNobody]); "?" behind one makes it tentative.
// Behind at least one of these a date may follow. What could be both is a
// person. Otherwise the bracket is text, and a single word in it is reported. A
// link's address and escaped brackets are no brackets.
//
// Whom a task is for may also stand at its front or its end. These marks count
// only if everybody named is known; the text is what is left, which must not be
// nothing. Beside such a bracket a mark at the front counts too, but stays text:
//
//	@a text          @a, @b: text       @a und @b text
//	TODO a: text     TODO für a: text   TODO (a): text    ToDo, AI, Task, Aufgabe too
//	ACTION: a to text                   ACTION 3: a + b to text
//	text → a, b      text -> a          persons and groups alone
//	text; Zuständig: a, b               Verantwortlich, Responsible, Owner, Assigned to
//
// An unknown @name at the front is reported. A name elsewhere in a text, as in
// "mit @a reden" or "a kümmert sich", assigns nothing; [Suggest] says what it
// might mean.
//
// A due date stands behind that bracket, with or without "bis" or "by", or at
// the end of the text behind "bis" or "by", or as the last of the names behind
// an arrow or a label ("→ a, Freitag"); it counts only if all of it is a
// date ([when.Read], from the meeting's day). It wins over a date in the
// bracket. Without one the task is due due-days after the meeting's date.
//
// [x] means done at the meeting's end. A task's topic is the topic its line
// stands in, "" within plan, open tasks and before the first topic.
//
// Ids are [PREFIX-]YYMMDD-N with a "#" before them. A line whose id is another
// meeting's (another day, another prefix, or with a nick in it), or stands on
// an earlier task line of this file, is a [Mention] and no task. So is every id
// anywhere else in running text.
//
// # Motions
//
// A motion is a heading that reads as its label, "Antrag" or "Motion", with a
// number, a colon and title, or nothing behind it, or any heading that ends in
// a motion's id:
//
//	### Antrag 1: Neuer Anker #M320506-1
//
// "Antrag auf einen Anker" without id is a topic: a sentence that begins with
// the word. The motion goes on to the next heading that is not deeper, or that
// is another motion's with a number. What stands in it are passages
// ([motions.Passage]), in order:
//
//	**Antragsteller:** Otto Ost (Kassenwart)
//
//	Es möge ein Anker her.
//
//	**Begründung:** Der alte ist weg.
//
//	> **Antwort der Werft (22:10):** Wir haben keinen.
//
//	Er liegt im Hafen.
//
//	**Abstimmung (23:41):** 5 dafür, 1 dagegen, 2 Enthaltungen
//	**Beschluss:** angenommen
//
// A line of a paragraph that begins with a bold label and a colon opens a
// passage; so does a deeper heading that is a label. In brackets behind the
// label stands the time, or who speaks; so does what follows "der", "von",
// "by". The words are those of [lang.ReadLabel]; one letter wrong in a long
// word is read and reported. Text before the first label is the motion's text.
// A block quote that begins with the label of an answer or a comment is one
// (or several, a label each); other quotes are text. Text without a label goes
// on with the passage before; behind an answer or comment it is a further
// passage of the kind that was interrupted. An answer without quote marks is
// read too, and goes on to the next label. The petitioner's line is none of the
// passages: "Name (office) remark", "Name, office" or "Name - office".
//
// Other labelled lines say something of the motion itself ([lang.ReadDetail]);
// they are none of the passages, and a line of them that cannot be read is text:
//
//	**Antragsteller:** Ute Süd      a further petitioner
//	**Adressat:** Hafenrat          whom it is put to
//	**Eingegangen:** 29.05.2032     when it came
//	**Quelle:** https://…           where it came from
//	**Konkurriert mit:** #M320506-2 other motions; so do Ersetzt, Ersetzt durch,
//	                                Erledigt durch
//	**Umgesetzt:** 05.06.2032, https://…
//
// A comment labelled "Empfehlung" recommends what to decide. Outside motions a
// line that begins with the label of a decision is a decision of its own
// (Meeting.Resolutions), with the tally on the line before it.
//
// Tallies and outcomes are read by [motions.ReadVote] and
// [motions.ReadOutcome]. What they cannot read stays as it is and is reported.
// A recount is one more passage; the last tally counts. Block quotes with an
// answer's label outside motions are Meeting.Answers.
//
// # Links
//
// [[Target]] and [[Target|label]] outside code and comments are links to wiki
// pages; those to categories and files are none, unless a colon stands before
// the target.
//
// # What does not close
//
// A fence or a comment that is not closed goes on to the end of the file, as in
// CommonMark; it is reported. A bracket, bold mark or link that is not closed
// is text.
//
// # What is written
//
// [MintLines] also gives the log what a motion's text was when it was received
// and what each answer spoke of, once the meeting is over.
//
// [Compose] writes front matter, title, attendance, absence, then the body, in
// the forms shown above, with LF and one blank line between blocks. Dates are
// 20.05.2032 in German and 2032-05-20 in English minutes; a task's due date is
// written only if it is not the one it would have without. A passage of a
// motion has a label, but for the motion's text in the first place and for
// what goes on behind an answer or comment. [Format] changes of a file only
// what was understood, and of that only the form; twice is once. [MintLines]
// puts " #id" at the end of tasks and of motions' headings (before closing
// marks), and writes due dates that stand in words as dates, since words would
// mean another day once the minutes are moved.
//
// # Private files
//
// What is not public stands in <date>-<series>.private.md: the same format and
// front matter, the same series of ids, no attendance. [MovePrivate] moves a
// whole topic there and leaves "Nichtöffentlicher Teil" or "Private part". The
// private file has to be written before the public one, so that nothing is
// lost between the two.
//
// [NewPublic] makes of a public file's bytes, and of nothing else, what may
// leave the team. All output for others takes a [Public]. It fails closed:
//
//   - <!-- to the next --> is taken out wherever it stands, also in code; so
//     are [//]: # (…), [comment]: # (…) and every definition of a link that
//     leads to # or <> and has a text. A < behind a backslash begins none.
//     One that is not closed, or holds another, is an error; so is what is
//     almost a comment, as <!— where a program made a dash of two hyphens.
//   - A heading that ends in {…} is an error, with whatever mark-up, id or
//     "(Fortsetzung)" behind it, and also where Markdown sees no heading: in
//     code, lists, quotes, behind a heading's tag, between a wiki's == signs,
//     after a line break of another kind. So is {nichtöffentlich} or {private}
//     (privat, vertraulich, intern, confidential, …; also {streng vertraulich})
//     in any other line, unless a backtick stands before the brace. In imported
//     files a template, {{…}}, at the end of a heading is none.
//   - A key of the front matter that telko does not know and that says so
//     ("private: yes", "public: no", "visibility: internal") is an error.
//   - A code block that is not closed is an error.
//   - Of the front matter only the keys above are left.
//   - If names are to be nicks, full names, aliases of several words and
//     e-mail addresses of the roster become nicks, whatever their case and
//     Unicode form, with ß or ss, ä or ae, without accents, with any apostrophe
//     and hyphen, over line breaks, also in code and links; "Name (nick)"
//     becomes the nick. A name that something divides is an error: mark-up, a
//     tag, a link, an escape of an address, a hyphen at the end of a line, the
//     nick, an initial. So is one that is turned round without a comma, or
//     written as one word. What a comma, a full stop or the next item of a list
//     parts is no name. The key page keeps its value: it is where the wiki has
//     the page.
package minutes

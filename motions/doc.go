// Package motions knows motions: requests that a body is to decide, with all
// that was said of them in the minutes.
//
// # Vocabulary
//
// A [Motion] is a list of passages in the order of the minutes. A [Passage] is
// its text, its reasons, an answer, a comment, an amendment, a vote or a
// decision. What follows an answer or comment without a label of its own goes
// on with the passage that was interrupted, as a further passage of that kind,
// so the order of what was said is never lost. A recount is a further vote:
// both tallies stay, and [Motion.Vote] returns the last.
//
// An outcome is what a decision says. It is never computed from a tally: the
// minutes of a real meeting recorded 8 for, 7 against and 7 abstentions as
// carried. What cannot be read stays as it is written, in Passage.Text, and
// counts as not read.
//
// # A motion through its meetings
//
// A [Motion] is what one file says. A [Record] is the motion through all the
// meetings that had it ([Station]s, joined by id) and all that the log says of
// it; [Fold] makes it. Its [Tracks] do not depend on each other:
//
//	handling      received → scheduled → discussed → answered → closed; or
//	              withdrawn, inadmissible, settled (by another), postponed
//	outcome       accepted, accepted with changes, rejected, not decided,
//	              referred, not competent
//	realisation   open, done: of what was accepted
//
// They are a fold over all that happened in order of time, minutes and log
// alike: what was said last stands. A meeting that has the motion on its agenda
// schedules it; one that is held and has it again has at least discussed it; a
// decision that can be read closes it, unless it only puts it off. A motion that
// was ended stays so until a decision or the log says otherwise.
//
// Nothing is refused or mended because it does not fit: a tie that was recorded
// as accepted is accepted. It is a [Remark]. [Settle] says which remarks an
// event would add before it is written, and refuses only what no log can hold:
// an event older than the newest one, a step back without a reason, one that
// changes nothing.
//
// A decision without a motion is a Record too, with Resolution set; its id is
// not in the file, but its place on its day, D100107-2, which it keeps once the
// log says something of it. [Ledger] lists what was decided.
//
// # Ids
//
// The number of a motion is a label, unique within its meeting. Its [ID] is
// for good, as that of a task is: [PREFIX-]MYYMMDD-N, the day of the meeting
// that first had it and a running number without leading zeros. Texts write it
// with a '#': #M100107-1, #IT-M100107-1.
//
// # The log
//
// motions.log is append-only, one event a line, in UTF-8:
//
//	2010-01-07T22:20:00+01:00 telko M100107-1 add 1f2e3d4c5b
//
// that is the instant in RFC 3339 to the second, who, the id, the verb, and
// what the verb takes. In single words a blank is %20 and nothing is "-"; TEXT
// is the rest of the line.
//
//	add DIGEST                 the id is minted for the motion of this wording
//	text DIGEST WORDING        the wording was this when it was received
//	answer DIGEST DIGEST|-     an answer, and the passage that it spoke of
//	schedule MEETING|DATE TEXT
//	postpone MEETING|DATE TEXT
//	withdraw TEXT
//	bar TEXT                   it is inadmissible
//	settle ID|- TEXT           by another motion
//	close TEXT, reopen TEXT
//	decide OUTCOME TEXT        between meetings: accepted, accepted-with-changes, …
//	refer TEXT                 to whom
//	realise DATE|- LINK|- TEXT, unrealise TEXT
//	link RELATION ID, unlink RELATION ID
//	note TEXT
//	undo VERB@INSTANT          the last event that a person wrote is taken back
//
// The first three are written when a file is saved; their instant is the start
// of the meeting, so that two machines that save one file write one line. If the
// meeting is yet to come, it is the moment of saving.
// Digests are ten hexadecimal digits, see [Digest]. A WORDING is title, line
// break and text, with %0A for a line break; it is missing if it is very long,
// or holds an HTML comment. Whoever makes a motion private takes it out of
// motions.log ([WithoutWordings]). Lines that cannot be read,
// and verbs that are not known, are kept in the file and reported with their
// number. Identical lines are one event, and the order of lines does not
// matter: the union of two logs is a log.
//
// # Resemblance
//
// A [Memory] knows the words of motions, and finds those that resemble one: see
// there for what is compared. A [Kept] is a Memory as bytes, for who searches
// often and changes little. How good it is, a test of 68 labelled motions says:
// the relative is among the first three for 66 of them, and for 64 among a
// thousand others.
package motions

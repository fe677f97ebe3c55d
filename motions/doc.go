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
// what the verb takes. The only verb so far is add: it mints the id for the
// motion whose [Digest] it carries. Its instant is the start of the meeting,
// so that two machines that mint for one file write one line. Lines that
// cannot be read, and verbs that are not known, are kept in the file and
// reported with their number. The union of two logs is a log.
package motions

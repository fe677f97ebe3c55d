// Package wiki turns minutes into pages of a MediaWiki, publishes them, and
// brings both together when people edit either. Start with [Page] and [Desk].
//
// # The page of a meeting
//
// [Page] writes what a person would write who has the minutes in front of him,
// from minutes.Public alone: the title as a heading of its level, the times
// ("von 22:20 bis 1:10"), the place under a heading, then the sections of the
// file in their order, converted block by block. Labelled passages become
// definition lists:
//
//	**Begründung:** Es ist kalt.            ;Begründung
//	                                        :Es ist kalt.
//	> **Antwort der IT:** Es wird warm.     ;Antwort der IT
//	                                        :Es wird warm.
//
// within a motion with all the blocks that belong to the passage; what goes on
// after an answer is plain text again. The line of the petitioner is a plain
// line. A checked box is ☑, an open one is not shown.
//
// A page that telko created (Meeting.Imported is "") has in addition:
//
//   - an anchor a task: <span id="100107-2"></span> at the start of its line,
//     and its id at the end; #100107-2 elsewhere is a link to it, on this page
//     or that of the other meeting (PageOptions.TaskPage);
//   - in the section of the plan, or in one of its own at the end, links to the
//     tasks that were promised elsewhere, between <!-- telko:plan --> and
//     <!-- /telko:plan -->;
//   - a banner between <!-- telko:draft --> marks while the status is agenda,
//     live or draft;
//   - links to the telcos before and after between <!-- telko:nav --> marks,
//     and the keeper of the minutes.
//
// An imported page has none of this, and shows no ids. Both end in their
// categories: of PageOptions for a page that telko created, those of its text
// for an imported one.
//
// # Publishing
//
// [Desk.Sync] brings the files of a workspace and their pages together. A [Base]
// is what telko last saw of a page: id, revision, wikitext, and the Markdown it
// came from. The file is compared with the base's Markdown, the page with the
// base's wikitext:
//
//	file      page      then
//	same      same      Unchanged, without the page being read
//	same      changed   the wiki's changes go into the file
//	changed   same      Updated
//	changed   changed   merged block by block, both are written; a block that
//	                    both changed is a *ConflictError
//	no base   missing   Created
//	no base   equal     Adopted; so is an imported page that reads as the file
//	no base   other     the base is found again in the page's history, or it is
//	                    a *ConflictError
//	base      missing   *ConflictError: deleted, never made again; a page that
//	                    somebody made there since is one without a base
//
// # How a page is merged
//
// With the base's wikitext W0 and Markdown M0, the page W1 and the file M1 now:
//
//	Mw = M0 with the edit from read(W0) to read(W1)   what the wiki's people changed
//	M2 = Merge(M0, M1, Mw)                            what both shall say
//	W2 = W1 with the edit from Page(Mw) to Page(M2)   the page, changed where it must be
//
// So a block that nobody edited keeps its bytes on both sides, whatever today's
// telko would write, and a page that nobody edited is never rewritten. What
// people write between telko's marks is a part of the minutes where it stands,
// and what they change in the list of the plan is changed in the task; the links
// and the banner themselves are telko's. Comments on the page stay there,
// comments in the file stay in it.
//
// The order is: fetch, merge, write the file, edit the page, read it again, store
// the base. A run that is killed in between is made good by the next; [Intent] and
// [Pull] say how.
//
// Where telko cannot go on by itself nothing is written, and the error is a
// *[ConflictError] with a [Reason]: blocks that both changed ([Desk.Conflicts],
// [Desk.Resolve]); pulls that take out so much that somebody should look first
// ([SyncOptions].Accept); approved minutes; a topic that was published and is
// private now; a page that telko does not know, that was deleted, or set back to
// an older state, even if it went on from there ([Desk.Adopt]).
//
// The base is found again ([Tag]) by the hash of the file in a summary, else by
// that of an earlier text: one that the revision itself reads to, and of several
// the one that the file is most like. Nothing is ever merged against nothing.
//
// A page that was moved is followed by its id. Where the minutes name another
// page than the base's, the page must have been moved there; else it is a
// *ConflictError, or, if the base's page is gone or no longer minutes, the
// meeting begins anew.
//
// Everything that changes goes through a [Writer]: [Live] does it, [DryRun]
// only keeps the diff.
//
// # Pages taken from a wiki
//
// An [Importer] makes meetings of pages that people wrote; they say so in their
// front matter. A page that a telko made it reads as what it is: the text that
// was published, with its ids. What the page does not show (ids of motions, a
// status beyond the draft, a blank line between items) is found by the hash in
// the summary. Where people edited the page since, their changes come on top of
// that text, as in a pull. If no text has the hash, the nearest is taken.
//
// # telko's own pages
//
// Desk.SyncPages keeps the pages that the settings name:
//
//   - lists of minutes, tasks and motions between <!-- telko:index -->,
//     telko:tasks or telko:motions and the mark with a slash. What stands around
//     them is a person's; what a person writes into a list and is no part of it
//     goes below it, word for word, and so does what somebody made of a cell in
//     the list of motions, or of a line in that of minutes. Without the marks
//     nothing is written.
//   - the log of tasks, a page a year of content model "text": the union of what
//     all machines know, tried again for a minute as long as others write. A line
//     of a time that has not come yet is taken when it has;
//   - beside the list of minutes, where there is a log, the settings that
//     `telko clone` reads. [SharedSettings] brings what changes in them into a
//     workspace that was made of them, merged line by line.
//
// What people did to the list of tasks is read from the page's history: each
// revision that is not telko's (its summary has no tag) is compared, row by row,
// with the last one before it that had both marks. A tick, an untick, a date and a
// state become events of the revision's instant in UTC, by wiki:User; every other
// change of a cell a note. So all machines read the same lines, and one that remembers nothing
// reads them again without effect.
//
// # Bases on disk
//
// [Bases] keeps one JSON file a meeting, <dir>/wiki/<wiki>/<meeting>.json,
// where <wiki> is the first 16 hexadecimal digits of the SHA-256 of the wiki's
// address: another wiki has other bases. A file is replaced by renaming.
package wiki

// Package wiki turns minutes into pages of a MediaWiki and publishes them.
// Start with [Page] and [Publisher].
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
// A [Base] is what telko last saw of a page: id, revision, wikitext, and the
// Markdown it came from. [Publisher.Publish] compares the file with the base's
// Markdown and the page with the base's wikitext:
//
//	file      page      then
//	same      same      Unchanged
//	same      changed   Unchanged, with Result.WikiChanged
//	changed   same      Updated
//	changed   changed   *ConflictError (unless both say the same now)
//	no base   missing   Created
//	no base   equal     Adopted
//	no base   other     *ConflictError
//	base      missing   *ConflictError: deleted, never made again
//
// A link to the next telco that is new is a change of the file only while the
// page is the same. Where the minutes name another page than the base's, the
// page must have been moved there; else it is a *ConflictError, or, if the
// base's page is gone or no longer minutes, the meeting begins anew.
//
// It looks at the Markdown, not at what today's renderer would make of it: a
// newer telko rewrites no page that nobody edited. A page that was moved is
// followed by its id. Every summary ends in [telko:HASH], see [Tag].
//
// Everything that changes goes through a [Writer]: [Live] does it, [DryRun]
// only keeps the diff.
//
// # Bases on disk
//
// [Bases] keeps one JSON file a meeting, <dir>/wiki/<wiki>/<meeting>.json,
// where <wiki> is the first 16 hexadecimal digits of the SHA-256 of the wiki's
// address: another wiki has other bases. A file is replaced by renaming.
package wiki

// Package fidelity measures how true the conversion between Markdown and
// wikitext is: it lets a real MediaWiki show what package wikitext wrote, and
// compares what a reader sees with what he must see. It is test tooling; no
// program that users run has it in it. `make fidelity` runs it with everything,
// the tests of this package with what fits in there.
//
// # Sets
//
//	commonmark  the specification's examples that goldmark's module ships, but those
//	            with raw HTML or images; must show the specification's own HTML
//	gfm         the examples of GitHub's tables, strikethrough, task lists and bare
//	            links in the same module, with the HTML that stands there
//	places      everything that means something to MediaWiki, each in every place
//	            where a text can stand; must show goldmark's HTML, with the dialect's
//	            own links ([Oracle])
//	random      the same by a seeded generator, several together and nested
//	pages       wikitext through Markdown and back; must show what the page shows
//	wikitext    the same with pages of a seeded generator, right and wrong forms mixed
//	unedited    pages with their base at hand that nobody edited: the same bytes;
//	            and with one word edited: one line changed
//	clean       ordinary minutes: how many tags, entities and nowiki their wikitext has,
//	            and how many of them the wiki would not have needed
//
// A relative address leads nowhere on a wiki. Every converter is told what they
// are relative to ([Base]), and so is the expectation.
//
// The examples are CommonMark, but notes are a dialect with bare links and
// [[Page]]: the few examples that say that these are text are judged all the
// same, and stay different.
//
// # Showing
//
// Each text is shown by a call of action=parse of its own, with pst=1, so that
// signatures, {{subst:}} and [[X (y)|]] are expanded as saving does. The calls
// are made within a few PHP processes that stay (wikitest.Parser), because
// thousands of HTTP requests take minutes; a test holds them to the same calls
// over HTTP. Several texts are never put on one page. A page's
// categories count as text at its end, so that one that is lost, or that a text
// put the page into, is seen.
//
// # The tree
//
// Both HTML are parsed and made a tree of what can be seen: paragraphs,
// headings with level, lists with the number that they start at, items, quotes,
// code with its exact text, tables with rows, header cells, joined cells and the
// side a cell is set to, rules, definitions; and in them runs of text, each with
// the set of its marks and where it leads. Two pages are the same if their trees
// are. These are taken for the same, because a reader cannot tell them apart:
//
//	tags        <i> and <em>, <b> and <strong>, <s>, <strike> and <del>, <u> and <ins>;
//	            a mark within the same mark; the order in which marks are nested;
//	            marks around nothing
//	text        entities and characters; composed and decomposed letters; white space
//	            as a browser sets it: runs are one blank, at the edges of a block and
//	            beside a line break there is none; a hard blank before ? : ; ! % » and
//	            behind «, which MediaWiki makes of any blank there, in code too
//	blanks      are not slanted or bold, and none at a link's edge is part of it; but
//	            struck or underlined ones and those of code are seen
//	breaks      at the edges of a paragraph (MediaWiki has them for empty lines); empty
//	            paragraphs
//	paragraphs  text right in an item, cell or quote is one: a tight list and a loose
//	            one differ only in the space between the lines, and a wiki's lists
//	            are tight
//	headings    their anchors and links to edit, and the table of contents that the
//	            wiki adds
//	items       those that MediaWiki's style sheet hides (mw-empty-elt) are not there;
//	            one of hard blanks is empty
//	code        <pre> and <pre><code>, its language, the newline at its end
//	tables      thead, tbody and tfoot; align= and text-align:
//	boxes       <input type=checkbox> and ☐ or ☑
//	links       titles and classes; percent-encoding where it does not keep a character
//	            from being a delimiter; the case of scheme and host, the slash of an
//	            empty path; a page of the wiki by whatever address: blank and "_",
//	            the first letter's case
//	comments    are not seen
//
// The tests have a pair for each, and as many that must be told apart. What a
// link says when the mouse rests on it is not compared.
//
// Two pages of one wiki are compared more closely ([Look].Exact): all attributes
// count but names, titles and MediaWiki's own classes, and so does the table of
// contents.
package fidelity

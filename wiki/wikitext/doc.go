// Package wikitext converts between Markdown and MediaWiki's wikitext, both
// ways, and is honest about what does not fit: what one of the two cannot say is
// kept as it is, never guessed. It imports nothing of telko and does no I/O.
//
//   - [Scan], [Parse] and [Inlines] take a page apart without losing a byte.
//   - [ToMarkdown] and [InlineToMarkdown] read wikitext.
//   - [FromMarkdown] writes it; [Escape] and [EscapeTerm] write plain text.
//   - [Parts] and [MarkdownParts] do the same for long texts, piece by piece.
//   - [NewExtension] gives goldmark the Markdown dialect, with HTML output.
//   - [ToHTML] shows Markdown safely; [ParseMarkdown] gives its nodes and where
//     they stand.
//
// No conversion fails. What it cannot carry over it tells [WriteOptions].Report
// and the like, as a [Notice] with code, line and excerpt: bytes that are no
// text, what is nested too deeply, HTML, images, links that lead nowhere.
//
// What is said of MediaWiki below was tried on a MediaWiki 1.39, and the tests
// ask one: texts full of wiki markup, fixed and random, in every place where a
// text can stand, are saved, shown, and compared with what Markdown shows in
// words, marks and links.
//
// # The dialect
//
// CommonMark; of GFM tables, strikethrough, task lists and bare links; and
//
//	[[Page]] [[Page|label]] [[Page#section|label]]   a link to a wiki page
//	#100107-2 #IT-100107-2 #100109-jpru-1            a reference to a task
//	`{{wikitext}}`{=wikitext}                        a raw span
//	```wikitext … ```                                a raw block
//
// A wiki link is one only if MediaWiki takes its target for a title: not empty,
// at most 255 bytes, none of [ ] { } < > | or a line's end, no address, no ~~~;
// and where CommonMark sees a link in it, that counts: [[1]](http://example.org),
// and [[1]] if [1] is defined.
// The label is plain text with backslash escapes and entities, and not empty;
// within a table's cell the bar is written \|. A link holds no link. A task
// reference is "#", not behind a letter, digit, "_", "#", "&" or "/", then
// [PREFIX-]YYMMDD[-nick]-N with N without leading zeros, and no letter, digit or
// "_" follows. A raw span is a code span directly followed by {=wikitext}, as in
// pandoc's Markdown; its content goes to the wiki byte for byte and is shown in
// HTML as code, unless it shows nothing (tags, comments, categories, switches) or
// is a link without a label.
//
// # Scanning
//
// MediaWiki's preprocessor goes first. It takes out comments (an open one hides
// the rest of the page), <nowiki>, <pre>, <ref> and other extension tags with
// their content, <includeonly>, {{templates}} and {{{arguments}}}; a line's end
// within one ends no line. Runs of braces are matched from the inside, three
// before two, and not across an open [[, an open -{ or the line of a heading.
// What is not closed hides nothing. Then every logical line, which "\n", "\r\n"
// or "\r" ends, belongs to one [Block]; comments, <noinclude> and <onlyinclude>
// before the marks of a line are not there:
//
//	= to ======   heading, if the line ends as it begins (blanks and comments may follow)
//	* # : ;       list item; "; term : definition" gives two blocks, parted before the
//	              colon: the first that is not in a link, an address, a tag or a template,
//	              nor between marks or tags (<br> without a slash is an open tag here)
//	{| to |}      table, also behind colons; nested ones count; an open one takes the rest
//	----          rule
//	<pre>, blank  preformatted; lines with a leading blank are one block, if they have no
//	              tag of a block and are not in <blockquote>, <table>, <ul>, <p> and the like
//	{{…}}         template, if the line is one call
//	<div> …       HTML: of table, ul, ol, dl, blockquote and p the whole element, of other
//	              block-level tags the line
//	__X__         switch; and #REDIRECT [[…]] on the first line
//	<!-- … -->    comment, if the line has nothing else; one between the lines of a
//	              paragraph, or of a preformatted block, belongs to it
//	              blank lines are one block, other lines a paragraph
//
// Behind a <pre> that has no end there are no lists. Within a table a line that
// begins (white space and comments aside) with |- is a row, |+ its caption, | and
// ! cells, which || and, behind !, also !! part; attributes end at the first bar
// that no [[ stands before. What follows on a cell's first line is text; the
// lines below are blocks. [Document.Parts] gives tables by rows.
//
// [Inlines] splits the text of a block into [Node]s; the apostrophes of ”” and
// of more than five are text as MediaWiki counts them. A [[ is a link if its end
// comes before the next [[; only the caption of a file may hold links. A tag ends
// before the next <, or is none.
//
// [Parse] makes a [Tree] of all of it: blocks, tables down to the content of
// cells, templates with their parameters, references, links, HTML elements from
// tag to tag where both stand in one paragraph or both around blocks. Its leaves
// are the page, byte for byte.
//
// All of it takes linear time: an opening mark is looked at once, and an end
// that is not there is remembered for all marks of its kind. The tests count the
// steps. Templates, tags, comments and headings agree with the tree of
// MediaWiki's own preprocessor (prop=parsetree and sections), lists, tables and
// text with its HTML, on awkward pages and on random ones. What is not followed:
// what a template would expand to, and a link whose label holds whole blocks.
//
// # Wikitext to Markdown
//
// A page is first read into the tree that it shows: paragraphs, headings, lists
// of items, quotes, code, rules and tables, whatever markup brought them about,
// and in each text its runs: pieces of text, each with its style, link or raw
// wikitext. The way MediaWiki balances ” and ”' on a line is followed, across the
// labels of links too, and letters behind a link are part of its label. The tree
// is written as Markdown with the least escaping that works. "Works" is not
// assumed: but for words, plain marks and plain links between words, of which a
// test shows with random texts that they are sure, everything is converted back,
// many blocks at once, and has to give the same tree. A text that does not is
// tried with underscores, then with full escaping, then as a raw span; a block in
// which that does not help stays wikitext.
//
//	'' ''' <b> <i> <em> <strong>   * ** (with an empty raw span where Markdown would
//	                               not see a mark: '''Ende:'''gegen)
//	<s> <strike> <del> <code>      ~~ and `
//	<br>                           a backslash at the line's end; a raw span where
//	                               Markdown has no line break: at a text's end, in
//	                               headings and cells
//	[[A]] [[A|b]] [[A]]bc          [[A]] [[A|b]] [[A|Abc]]
//	[[A|''b'']]                    *[[A|b]]*
//	[http://a b] http://a          [b](http://a) http://a or <http://a>
//	[mailto:a@b.de a@b.de]         a@b.de
//	entities, <nowiki>             the characters; the hard blank is &nbsp;
//	#100107-2 as text              \#100107-2
//	categories, files, [http://a], labels marked in part, templates, other tags, tags
//	without their other half, comments, references, switches, ~~~~
//	                               a raw span; a raw block, if the paragraph has
//	                               nothing else
//	== A ==, ----, <pre>           headings, rules, fenced code; a leading blank is
//	                               code too, if there are no marks in it
//	* #, <ul>, <ol start>          lists; ☐ and ☑ before an item's text are boxes
//	<blockquote>, <p>              > and paragraphs, also those on an item's line
//	{| one header row, rows of as many cells, no attributes but alignment |}
//	                               a table
//	: ; lists, other tables, HTML, templates and comments of their own, and whatever
//	holds a raw span over several lines: a raw block
//
// A template or comment on a line of its own between lines of text is a raw span
// in their paragraph, for there it parts none. A line of a list that Markdown has
// nothing for (*: a, a comment, an item with a template over lines) is a raw block
// in the item before it, and goes back as its line, so that the list stays one.
// Items that MediaWiki hides because they hold nothing are left out, as an
// [EmptyItemDropped] notice says. What would be another thing if the blocks around
// it were written anew stays as it is: <pre> without an end, with the HTML and the
// preformatted lines behind it, other tags of extensions that reach over blocks
// without an end, comments without one. Lists that a blank line parts get
// different marks (-, then *), for Markdown would make one list of them. Lists and
// quotes deeper than 50 stay wikitext, as a [TooDeep] notice says.
//
// Converted back and read again, the Markdown is the same: the tests hold random
// pages to that.
//
// # Markdown to wikitext
//
// What comes out is what a person would write, with HTML only for what wiki
// markup cannot say. A block is parted from the next by an empty line; with
// [WriteOptions].Indent every block is one line (tables excepted) behind the
// given marks.
//
//	paragraphs   keep their lines; a line's end within emphasis is a blank, for
//	             MediaWiki ends emphasis with the line
//	emphasis     '' and '''; within its like <em> and <strong>; <nowiki/> between two
//	             marks that MediaWiki would read as one (''a''<nowiki/>''b'')
//	lists        * and #; a number to start at other than 1: <ol start>
//	items        further paragraphs, quotes and code follow on the item's line as HTML:
//	             * a<p>b</p>; the line's ends of code are &#10; there, because a
//	             MediaWiki list ends with its line; a raw block at the end has its own
//	             lines, and the list goes on behind it
//	quotes       <blockquote> on lines of its own
//	empty items  * &#32;, for MediaWiki shows none without anything
//	code         <code>, with <nowiki> inside if the text needs it; <pre>, with the
//	             language as class
//	tables       {| class="wikitable", a row a line
//	links        [address label]; #section becomes [[#section|label]]; a title is a
//	             <span title>; what leads nowhere on a wiki (relative addresses without
//	             [WriteOptions].URL, javascript:, data:) is the label and, in brackets, the
//	             destination
//	addresses    bare if MediaWiki finds the same begin and end in them, else [a a]
//	images       links to the file's page, or to the address
//	[[Page]]     the same; with a colon in front of categories, files and languages, which
//	             would show no link; <nowiki/> before letters that would join the label
//	task boxes   ☐ and ☑, or what [WriteOptions].Checkbox says
//	raw HTML     as typed; comments are left out
//	headings     an empty one is == <nowiki/> ==
//
// Characters are kept as MediaWiki stores them: NFC, line ends are newlines,
// broken UTF-8 and control characters are U+FFFD.
//
// # Merging and patching
//
// [Merge] takes a page and two edits of it together, block by block: headings,
// list items, paragraphs, rows of tables, templates, preformatted text; of Markdown
// also the lines of front matter, fenced code, quotes. A block is whole lines: a
// definition behind its term is one with it. Blocks are aligned by what
// is the same at both ends, then by what is there only once, then by the longest
// common subsequence, in about linear time. A changed block is told apart from one
// put in beside it by its words: half of them in common make it a version.
//
//	one side changed, put in, took out      that is done, right beside an edit of
//	                                        the other side too, unlike git
//	both alike                              once
//	both changed one block                  merged by lines if one unchanged line is
//	                                        between the changes, as git does; else a
//	                                        conflict
//	both put blocks at one place            what is common at the ends once; then ours,
//	                                        then theirs, or theirs first where ours
//	                                        would part them from their list or section;
//	                                        a conflict if neither order is right, or
//	                                        a block of one is a version of the other's
//	one took out what the other changed     a conflict; also if what the other put in
//	                                        leans on it: below a heading that is gone, an
//	                                        item below an item, ":" below its ";"
//	moved by both, or moved and taken out   conflicts at the places where it would stand
//	a line of a longer block moved by both  at both places, as in git
//	a block parted, or two joined           one change of all of it
//	line ends, blank lines                  separators: merged, never a conflict; what
//	                                        would glue two blocks together gets one more
//
// No line that a side put in or changed is lost, in the text or in a conflict;
// [Merged.Resolve] makes a whole text of it with a choice for each conflict.
//
// [PatchWikitext] and [PatchMarkdown] carry an edit from one format to the other
// with the page at hand that was edited. The page is aligned with the projection
// of its other side, block by block: equal text, else the same letters, else half of
// the words, else by number. What the edit changed of the projection is then
// changed of the page:
//
//	not edited                 the same bytes, blank lines included
//	edited words               those, and the person's marks stay: '*a' without a
//	                           blank, <b>, <br>, [[A]]bc, comments, templates
//	what spells differently    the link, then the block, comes from the projection
//	new items                  with the mark and blanks of their neighbour
//	moved blocks               as the person wrote them
//	only the page has it       stays: front matter, comments, link definitions
//
// Every edited block is read again and has to say what the projection says, and no
// block may become another one because of its new neighbours. PatchMarkdown also
// carries its result back: the wikitext has to read like the edited one. Otherwise,
// and where a block says more than its projection and more than words were edited,
// the answer is a [PatchError].
//
// # Escaping
//
// A character is escaped only where it would mean something: that depends on its
// neighbours, so all pieces of a text are there before the first is written. The
// form is a numeric entity but for the three that everybody knows by name.
//
//	character  escaped                                   because
//	* # : ;    first on a line                           a list
//	blank      first on a line (from &#32;)              preformatted
//	=          first on a line that also ends with it    a heading
//	----       first on a line                           a rule
//	{|         first on a line or behind colons          a table
//	<          of a tag that some wiki knows, of <!--    tags, comments, extensions
//	&          of an entity that HTML knows              entities
//	'          behind another, and beside '' or '''      emphasis
//	[          before [ and what could be a page,        links
//	           before an address or //
//	]          in a link's label                         the label's end
//	{          behind {, and behind -                    templates, language variants
//	~          the third and later ones                  signatures, expanded on saving
//	_          of __X__, X known or in capitals          behaviour switches
//	|          in a table's cell                         cells
//	!!         in a header's cell                        cells
//	:          of an address that Markdown does not link addresses
//	:          in a definition list's term               the definition
//	blank      behind ISBN, RFC, PMID, before a digit    magic links
//	U+00A0     always, as &nbsp;                         one could not see it
//
// Not escaped, because MediaWiki has no use for them when the above are: ]] }}
// |} |- outside of tables, = * # : ; within a line, ”' as code or <pre>, tags
// that no wiki knows (<name>), the ends of extension's tags. What this wiki would
// not need, but another one would, or this one as soon as something follows, is
// escaped: magic links, language variants, open {{ and <ref>.
//
// # Long texts
//
// Markdown is parsed in parts of about 32 KB, each up to a heading at the left
// margin. That such a line is a heading, and not in code or HTML that is still
// open, is seen from parsing it with the part; else the part goes on. Definitions
// of links are collected first where there could be some. A page is scanned as a
// whole and read in parts that begin with a heading that Markdown can say. So the
// result is that of the whole text, several processors work on it, and 10 MB of
// Markdown take some 100 MB of memory.
//
// What most of ordinary minutes is, headings, paragraphs and lists of the top
// level with nothing in them but text, boxes and tasks' ids, is read in one go,
// and text written so: goldmark looks at each of its lines some ten times, and at
// each of its characters. The tests hold both to what goldmark and the table above
// say.
//
// # Limits
//
// goldmark takes the square of the length for some texts. What is beyond these
// limits is text as typed, and reported as [TooDeep]; all else takes linear time.
//
//	100 levels      of quotes and list items
//	100             of * _ ~ side by side
//	1000 runs       of * _ ~ in a paragraph that wait for their other half; where
//	                all have it, as in long paragraphs of ordinary text, the count
//	                begins anew
//	100 brackets    open in a paragraph
//	32 parentheses  in each other in a link's destination
//	100,000 cells   of a table that its rows lack
package wikitext

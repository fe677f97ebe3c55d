package capture

import (
	"sort"
	"strconv"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

// loaded is a meeting's file cut into nodes. The head, the gap and the bytes of
// each node, and the tail, joined, are the file.
type loaded struct {
	file   *minutes.File
	head   string // front matter and title
	tail   string // blank lines at the end
	nl     string // what ends its lines
	nodes  []*node
	people []*person
}

// cutter cuts a file into nodes. What it takes apart is told by package
// minutes (headings, motions' passages, checkboxes, attendance); within a
// section it goes by lines: list items, paragraphs, quotes, code.
type cutter struct {
	loaded
	src    string
	lines  []textLine
	done   int    // offset up to which all is in a node
	prefix string // of ids

	tasks    map[int]*minutes.TaskLine // by line, from 1
	mentions map[int]*minutes.Mention
	answers  map[int]*motions.Passage
	topics   []*node // that titles may return to
	parents  []*node // topics that are open
	widths   []int   // columns where the text of the open list items begins
}

// load cuts a meeting's file. Ids are prefix and running numbers, a function
// of the bytes alone. The error is that of minutes.Parse.
func load(name string, src []byte, ctx minutes.Context, prefix string) (*loaded, error) {
	f, err := minutes.Parse(name, src, ctx)
	if err != nil {
		return nil, err
	}
	c := &cutter{src: string(src), prefix: prefix}
	c.file, c.nl = f, "\n"
	if i := strings.IndexByte(c.src, '\n'); i > 0 && c.src[i-1] == '\r' {
		c.nl = "\r\n"
	}
	c.lines = linesOf(c.src, 0)
	c.index()
	c.done = c.headEnd()
	c.head = c.src[:c.done]
	for i := range f.Sections {
		c.cutSection(&f.Sections[i])
	}
	c.tail = c.src[c.done:]
	return &c.loaded, nil
}

// index notes what package minutes found on which lines.
func (c *cutter) index() {
	c.tasks, c.mentions, c.answers = map[int]*minutes.TaskLine{}, map[int]*minutes.Mention{}, map[int]*motions.Passage{}
	for i, tl := range c.file.TaskLines() {
		c.tasks[tl.Line] = &c.file.TaskLines()[i]
	}
	for i, m := range c.file.Meeting.Mentions {
		c.mentions[m.Line] = &c.file.Meeting.Mentions[i]
	}
	for i, p := range c.file.Meeting.Answers {
		c.answers[p.Line] = &c.file.Meeting.Answers[i]
	}
}

// headEnd returns where the head ends: behind the title, or the front matter.
func (c *cutter) headEnd() int {
	end := c.file.Front().At.End
	if title := c.file.TitleLine(); !title.Empty() {
		end = title.End
		if i := strings.IndexByte(c.src[end:], '\n'); i >= 0 {
			return end + i + 1
		}
		return len(c.src)
	}
	if end == 0 && strings.HasPrefix(c.src, "\ufeff") {
		end = len("\ufeff")
	}
	return end
}

// lineAt returns the index of the first line at or behind an offset.
func (c *cutter) lineAt(offset int) int {
	return sort.Search(len(c.lines), func(i int) bool { return c.lines[i].at >= offset })
}

// add makes a node of lines from to to-1.
func (c *cutter) add(e Entry, from, to int) *node {
	n := &node{
		gap: c.src[c.done:c.lines[from].at],
		src: c.src[c.lines[from].at:c.lines[to-1].next],
	}
	if len(c.nodes) > 0 {
		n.after = c.nodes[len(c.nodes)-1].e.ID
	}
	c.done = c.lines[to-1].next
	e.ID = EntryID(c.prefix + strconv.Itoa(len(c.nodes)+1))
	n.e = &e
	c.nodes = append(c.nodes, n)
	return n
}

// cutSection cuts a heading and what stands below it.
func (c *cutter) cutSection(s *minutes.Section) {
	if s.At.End <= c.done {
		return // stands before the title
	}
	from, to := c.lineAt(max(s.BodyAt.Start, c.done)), c.lineAt(s.At.End)
	if !s.Head.Empty() {
		c.cutHeading(s, from)
	}
	c.widths = c.widths[:0]
	switch s.Kind {
	case minutes.SectionPresent, minutes.SectionAbsent:
		c.cutRoll(s, from, to)
	case minutes.SectionMotion:
		c.cutMotion(s, from, to)
	default:
		c.cutBlocks(s.Kind, from, to)
	}
}

func (c *cutter) cutHeading(s *minutes.Section, body int) {
	from := c.lineAt(s.Head.Start)
	e := Entry{Kind: KindTopic, Level: s.Level, Section: s.Kind}
	switch s.Kind {
	case minutes.SectionMotion:
		mo := s.Motion
		e.Kind, e.Number, e.MotionID = KindMotion, mo.Number, mo.ID
		title := mo.Title
		if i := strings.Index(s.Title, title); i >= 0 {
			title = s.Title[i:] // with marks like {privat} behind it
		}
		setText(&e, title)
		c.add(e, from, body)
		return
	case minutes.SectionPresent, minutes.SectionAbsent:
		setText(&e, s.Title)
		c.add(e, from, body).roll = &rollLine{kind: s.Kind, head: true}
		return
	}
	title, continued := cutContinued(s.Title)
	for len(c.parents) > 0 && c.parents[len(c.parents)-1].e.Level >= s.Level {
		c.parents = c.parents[:len(c.parents)-1]
	}
	var up EntryID
	if len(c.parents) > 0 {
		up = c.parents[len(c.parents)-1].firstID()
	}
	e.Topic = up
	if first := c.returnsTo(title, s.Level, up); continued && first != nil && s.Kind == minutes.SectionTopic {
		e.Continues, e.Topic = first.e.ID, first.e.Topic
		setText(&e, title)
		c.parents = append(c.parents, c.add(e, from, body))
		return
	}
	setText(&e, s.Title)
	for _, first := range c.nodes {
		if x := first.e; x.Kind == KindTopic && x.Section == s.Kind && s.Kind != minutes.SectionTopic && x.Text == e.Text && x.Level == e.Level && x.Continues == "" {
			e.Continues = x.ID // a plan that is returned to has the same heading
			break
		}
	}
	n := c.add(e, from, body)
	if s.Kind == minutes.SectionTopic {
		c.topics, c.parents = append(c.topics, n), append(c.parents, n)
	}
}

// firstID returns the id of the topic that a heading is of: its own, or that of
// the one it returns to.
func (n *node) firstID() EntryID {
	if n.e.Continues != "" {
		return n.e.Continues
	}
	return n.e.ID
}

// returnsTo returns the topic that "title (Fortsetzung)" goes on with, as
// package minutes finds it.
func (c *cutter) returnsTo(title string, level int, up EntryID) (found *node) {
	best := 0
	for _, n := range c.topics {
		bare, _ := cutMarks(n.title())
		if mine, _ := cutMarks(title); lang.Key(bare) != lang.Key(mine) {
			continue
		}
		rank := 1
		if n.e.Level == level {
			rank++
		}
		if n.e.Topic == up {
			rank += 2
		}
		if rank >= best {
			best, found = rank, n
		}
	}
	return found
}

// title returns a heading's text as Markdown.
func (n *node) title() string { return headingMD(n.e) }

// cutContinued takes "(Fortsetzung)" off the end of a heading's text.
func cutContinued(title string) (bare string, continued bool) {
	s := strings.TrimSpace(title)
	if !strings.HasSuffix(s, ")") {
		return title, false
	}
	open := strings.LastIndexByte(s, '(')
	if open <= 0 || !lang.IsContinued(s[open+1:len(s)-1]) {
		return title, false
	}
	return strings.TrimSpace(s[:open]), true
}

// cutMarks takes private marks, {…}, off the end of a heading's text.
func cutMarks(title string) (bare string, marked bool) {
	s := strings.TrimSpace(title)
	for strings.HasSuffix(s, "}") {
		open := strings.LastIndexByte(s, '{')
		if open <= 0 {
			break
		}
		s, marked = strings.TrimSpace(s[:open]), true
	}
	return s, marked
}

// setText gives an entry the text that was typed for this Markdown, or the
// Markdown itself where no typed line would become it.
func setText(e *Entry, md string) {
	if !strings.Contains(md, "\n") {
		if typed, ok := typedOf(md); ok {
			e.Text = typed
			return
		}
	}
	e.Text, e.Source = md, true
}

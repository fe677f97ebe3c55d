package wiki

import (
	"context"
	"strings"

	"telko/wiki/client"
	"telko/wiki/wikitext"
)

// How far a page's history is searched for a base, and how many revisions that
// bear a tag are read.
const (
	searchDepth = 500
	searchTexts = 50
)

// search finds the base of a meeting again where this machine has none: the
// revision whose summary bears the tag of the file as it is, or of another text
// that the revision itself reads to. ok is false if there is none: then nothing
// is merged, for it would be a merge against nothing.
func (j *job) search(ctx context.Context, page client.Page) (base Base, ok bool, err error) {
	if j.wiki == nil {
		return Base{}, false, nil
	}
	own := Tag([]byte(j.markdown))
	tags := map[int]string{}
	var tagged []int
	depth := 0
	for v, err := range j.wiki.History(ctx, page.ID) {
		if err != nil {
			return Base{}, false, err
		}
		if depth++; depth > searchDepth {
			break
		}
		tag := tagOf(v.Comment)
		if tag == "" {
			continue
		}
		if tag == own {
			texts, err := j.wiki.Texts(ctx, []int{v.Revision})
			if err != nil {
				return Base{}, false, err
			}
			if at, there := texts[v.Revision]; there {
				return j.foundBase(at, page, j.markdown), true, nil
			}
		}
		if len(tagged) < searchTexts {
			tagged, tags[v.Revision] = append(tagged, v.Revision), tag
		}
	}
	texts, err := j.wiki.Texts(ctx, tagged)
	if err != nil {
		return Base{}, false, err
	}
	// An earlier text of this file is one that it is like: the one with the
	// fewest words of difference, or a newer text that the file does not know yet
	// would be taken for one that somebody changed back.
	best := -1
	for _, id := range tagged {
		at, there := texts[id]
		if !there {
			continue
		}
		md, readable := j.textOf(at.Text, tags[id])
		if !readable {
			continue
		}
		if n := different(md, j.markdown); best < 0 || n < best {
			best, base = n, j.foundBase(at, page, md)
		}
	}
	return base, best >= 0, nil
}

// foundBase is a base that was found in the history of page.
func (j *job) foundBase(at, page client.Page, markdown string) Base {
	b := j.baseOf(at, markdown, "")
	b.PageID, b.Title = page.ID, page.Title
	if _, to, ok := ownRegion(at.Text, navMark); ok && j.o.After != "" && strings.Contains(at.Text[:to], "[["+linkTarget(j.o.After)+"|") {
		b.After = j.o.After
	}
	return b
}

// tagOf returns the tag that a summary ends in, "" if it has none.
func tagOf(comment string) string {
	comment = strings.TrimSpace(comment)
	i := strings.LastIndex(comment, "[telko:")
	if i < 0 || !strings.HasSuffix(comment, "]") || len(comment)-i != len("[telko:]")+12 {
		return ""
	}
	return comment[i:]
}

// textOf reads the minutes out of a revision: the file as it would have to be for
// its page to be this one. They are believed if their tag is the revision's. The
// head is not on the page, so it is that of the file but for its status.
func (j *job) textOf(text, tag string) (string, bool) {
	s := &sides{base: Base{Wikitext: Page(j.p, j.o), Markdown: j.markdown}, page: text, file: j.p, markdown: j.markdown, o: j.o}
	md, err := s.pulled()
	if err != nil {
		return "", false
	}
	front := frontOf(md)
	for _, status := range []string{"", "draft", "final", "live", "agenda", "approved"} {
		as := md
		if status != "" && front != "" {
			as = setFront(front, "status", status) + strings.TrimPrefix(md, front)
		}
		if Tag([]byte(as)) == tag {
			return as, true
		}
		// A page that was moved may be named in the file since.
		if before := frontOf(as); Tag([]byte(setFront(before, "page", "")+strings.TrimPrefix(as, before))) == tag {
			return as, true
		}
	}
	return "", false
}

// different counts the words that only one of two texts has.
func different(a, b string) int {
	n := map[string]int{}
	for _, w := range pageWords(a) {
		n[w]++
	}
	for _, w := range pageWords(b) {
		n[w]--
	}
	sum := 0
	for _, k := range n {
		sum += max(k, -k)
	}
	return sum
}

// edits returns the revisions of a page since its base, newest first.
func (j *job) edits(ctx context.Context, page client.Page) ([]client.Version, error) {
	var out []client.Version
	if j.wiki == nil || page.Missing() {
		return nil, nil
	}
	for v, err := range j.wiki.History(ctx, page.ID) {
		if err != nil {
			return nil, err
		}
		if v.Revision <= j.base.Revision || len(out) == searchDepth {
			break
		}
		out = append(out, v)
	}
	return out, nil
}

// blame says of each contested block which revisions changed it.
func (j *job) blame(ctx context.Context, page client.Page, conflicts []wikitext.Conflict) ([]Contested, error) {
	edits, err := j.edits(ctx, page)
	if err != nil {
		return nil, err
	}
	var ids []int
	for _, v := range edits {
		if len(ids) < searchTexts {
			ids = append(ids, v.Revision)
		}
	}
	texts, err := j.wiki.Texts(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := make([]Contested, len(conflicts))
	for i, c := range conflicts {
		out[i] = Contested{Conflict: c, By: edits}
		// The oldest of the revisions that say what the page says now.
		says := func(text string) bool {
			all := letters(text)
			for _, line := range strings.Split(strings.TrimSpace(c.Theirs), "\n") {
				if !strings.Contains(all, letters(withoutID(line))) {
					return false
				}
			}
			return c.Theirs != "" || !strings.Contains(all, letters(withoutID(c.Base)))
		}
		for k, v := range edits {
			at, there := texts[v.Revision]
			if !there || !says(at.Text) {
				break
			}
			out[i].By = edits[k : k+1]
		}
	}
	return out, nil
}

// withoutID returns a line of Markdown without an id, which a page may not show.
func withoutID(line string) string {
	if m := finalID().FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return line
}

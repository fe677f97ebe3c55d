package wiki

import (
	"errors"
	"slices"
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/wiki/wikitext"
)

// sides are the texts of one meeting that meet: what telko last saw of page and
// file, and what both are now. Nothing in here knows of a wiki or a disk.
type sides struct {
	base     Base
	page     string         // wikitext, as it is now
	file     minutes.Public // as it is now
	o        PageOptions    // with the link to the next telco that the page has
	markdown string         // of file
	taking   string         // the page as it is taken: see taken
}

// errPrivate says that what the wiki says may not be published from here.
type errPrivate struct{ err error }

func (e errPrivate) Error() string { return e.In(lang.English) }
func (e errPrivate) Unwrap() error { return e.err }

// In returns what it is in l, without a line: it is none of the file as it is.
func (e errPrivate) In(l lang.Lang) string {
	var line *minutes.LineError
	if errors.As(e.err, &line) {
		return lang.Say(line.Err, l)
	}
	return lang.Say(e.err, l)
}

// pulled returns the Markdown that belongs to the page as it is now: that of the
// base, with what the wiki's people changed. The error is a
// *wikitext.PatchError or an errPrivate.
func (s *sides) pulled() (string, error) {
	if s.page == s.base.Wikitext {
		return s.base.Markdown, nil
	}
	base, err := s.file.With([]byte(s.base.Markdown))
	if err != nil {
		return "", errPrivate{err}
	}
	var first error
	for _, r := range s.readers(base) {
		md, err := r.carried(s.base, s.page)
		if err == nil {
			return md, nil
		}
		var p errPrivate
		if first == nil || errors.As(err, &p) {
			first = err
		}
	}
	for _, r := range s.readers(base) {
		if md, ok := r.loosely(s.base, s.page); ok {
			return md, nil
		}
	}
	return "", first
}

// loosely does what carried does for an imported page, where the file may say
// "kaufen (mia)" for what the page has as "mia: kaufen": then the words that were
// put in and taken out have to be the same, not their order.
func (r *pageReader) loosely(base Base, page string) (string, bool) {
	if r.own {
		return "", false
	}
	before, after := r.core(base.Wikitext), r.core(page)
	md, err := wikitext.Carry(base.Markdown, r.read(before), r.read(after), wikitext.Markdown)
	if err != nil {
		return "", false
	}
	if _, err := r.p.With([]byte(md)); err != nil {
		return "", false
	}
	return md, sameChange(before, after, r.page(base.Markdown), r.page(md)) && r.err == nil
}

// sameChange reports whether the same words were put in and taken out from a to
// b as from x to y.
func sameChange(a, b, x, y string) bool {
	n := map[string]int{}
	count := func(text string, by int) {
		for _, w := range pageWords(text) {
			n[w] += by
		}
	}
	count(a, -1)
	count(b, 1)
	count(x, 1)
	count(y, -1)
	for _, k := range n {
		if k != 0 {
			return false
		}
	}
	return true
}

// readers returns the readers to try, the one that knows most first.
func (s *sides) readers(base minutes.Public) []*pageReader {
	r := newPageReader(base, s.o, s.base.Wikitext)
	if r.own {
		return []*pageReader{r}
	}
	imported := *r
	imported.imports = true
	return []*pageReader{&imported, r}
}

// carried returns the base's Markdown with what is changed on the page.
func (r *pageReader) carried(base Base, page string) (string, error) {
	md, err := wikitext.PatchMarkdown(wikitext.Patch{
		Wikitext: r.core(base.Wikitext), Markdown: base.Markdown, New: r.core(page), Write: r.page, Read: r.read,
	})
	if r.err != nil {
		return "", errPrivate{r.err}
	}
	if err != nil {
		return "", err
	}
	if _, err := r.p.With([]byte(md)); err != nil {
		return "", errPrivate{err}
	}
	return md, nil
}

// merge merges what the wiki's people changed, so that the page says wiki, with
// what was changed in the file.
func (s *sides) merge(wiki string) wikitext.Merged {
	return wikitext.Merge(s.base.Markdown, s.markdown, s.withIDs(wiki), wikitext.MergeOptions{Format: wikitext.Markdown})
}

// withIDs returns the page's Markdown with the lines that a run wrote into the
// file before it was killed: a new task got its id then, and is the same task.
func (s *sides) withIDs(wiki string) string {
	if wiki == s.base.Markdown || s.markdown == s.base.Markdown {
		return wiki
	}
	theirs, err := s.file.With([]byte(wiki))
	if err != nil {
		return wiki
	}
	known := map[string]bool{}
	for _, l := range linesOf(lf(s.base.Markdown)) {
		known[l.id] = true
	}
	page, file := lf(wiki), strings.Split(lf(s.markdown), "\n")
	lines := strings.Split(wiki, "\n") // with their \r, or all of them would be the wiki's change
	used := map[int]bool{}
	for _, t := range theirs.Meeting().Tasks {
		if t.ID != "" {
			continue
		}
		for _, o := range s.file.Meeting().Tasks {
			if o.ID != "" && !known["#"+string(o.ID)] && !used[o.Line] && o.Text == t.Text && o.Due == t.Due && slices.Equal(o.Assignees, t.Assignees) {
				lines[t.Line-1], used[o.Line] = sameIndent(lines[t.Line-1], file[o.Line-1])+lineEnd(lines[t.Line-1]), true
				break
			}
		}
	}
	own := linesOf(lf(s.markdown))
	for _, l := range linesOf(page) {
		if !l.heading || l.id != "" {
			continue
		}
		for _, o := range own {
			if o.heading && o.id != "" && !known[o.id] && o.letters == l.letters && !used[-o.at-1] {
				lines[l.at], used[-o.at-1] = file[o.at]+lineEnd(lines[l.at]), true
				break
			}
		}
	}
	return strings.Join(lines, "\n")
}

// lineEnd returns the \r that a line ends in, if it does.
func lineEnd(line string) string {
	if strings.HasSuffix(line, "\r") {
		return "\r"
	}
	return ""
}

func lf(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }

// sameIndent returns line with the blanks before the mark that as has.
func sameIndent(as, line string) string {
	return as[:len(as)-len(strings.TrimLeft(as, " \t"))] + strings.TrimLeft(line, " \t")
}

// inFile returns the file with a change of its public text: src is what the file
// holds, before what of it is public, after what of it shall be.
func inFile(src []byte, before, after string) ([]byte, error) {
	if before == after {
		return src, nil
	}
	out, err := wikitext.Carry(string(src), before, after, wikitext.Markdown)
	return []byte(out), err
}

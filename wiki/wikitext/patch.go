package wikitext

import "fmt"

// A Patch is an edit that is carried to the other format. A page is there in
// both: Wikitext and Markdown show the same; New is the edited one of them.
type Patch struct {
	Wikitext string // the page's wikitext, as a person wrote it or telko
	Markdown string // the Markdown that belongs to it
	New      string // the edited Markdown for PatchWikitext, the edited wikitext for PatchMarkdown
	// Write and Read project a whole page into the other format. nil stands
	// for FromMarkdown and ToMarkdown without options.
	Write func(markdown string) string
	Read  func(wikitext string) string
}

// A PatchError says that an edit cannot be carried over; nothing is lost by
// taking it for a conflict. Errors of PatchWikitext and PatchMarkdown are of
// this type.
type PatchError struct {
	Line int    // in Patch.New, from 1: the first line of the edited block
	Text string // the beginning of that block
}

// Error implements error.
func (e *PatchError) Error() string {
	return fmt.Sprintf("line %d: the edit cannot be carried over: %q", e.Line, e.Text)
}

// PatchWikitext returns the wikitext with the edit of the Markdown in it. Blocks
// that were not edited keep their bytes, and in edited ones what was not edited
// keeps its spelling. Nothing edited gives the same bytes.
func PatchWikitext(p Patch) (string, error) {
	if p.New == p.Markdown {
		return p.Wikitext, nil
	}
	old, edited := p.write(p.Markdown), p.write(p.New)
	text, failed, ok := carry(p.Wikitext, old, edited, carryWikitext)
	switch {
	case ok:
		return text, nil
	case p.Wikitext == old:
		return edited, nil
	}
	return "", p.failed(failed, p.Markdown, Markdown)
}

// PatchMarkdown returns the Markdown with the edit of the wikitext in it, as
// PatchWikitext does the other way. Its projection reads like the edited
// wikitext, or there is an error.
func PatchMarkdown(p Patch) (string, error) {
	if p.New == p.Wikitext {
		return p.Markdown, nil
	}
	old, edited := p.read(p.Wikitext), p.read(p.New)
	before := p.write(p.Markdown)
	var err error
	for _, how := range [2]carryHow{carryAnyBullet, carryMarkdown} {
		text, failed, ok := carry(p.Markdown, old, edited, how)
		if !ok {
			err = p.failed(failed, p.Wikitext, Wikitext)
		} else if err = p.holds(before, text); err == nil {
			return text, nil
		}
	}
	if p.Markdown == old && p.holds(before, edited) == nil {
		return edited, nil
	}
	return "", err
}

// holds carries the edit of the Markdown back to the wikitext, which then has to
// read like the edited one. before is the projection of p.Markdown.
func (p Patch) holds(before, markdown string) error {
	back, failed, ok := carry(p.Wikitext, before, p.write(markdown), carryWikitext)
	if !ok {
		return p.failed(failed, p.Wikitext, Wikitext)
	}
	got, want := cutWikitext(withoutCR(back)), cutWikitext(withoutCR(p.New))
	keys := map[string]string{}
	for _, h := range alignUnits(got.withBreaks(), want.withBreaks(), textOf, hunk{a1: len(got.list), b1: len(want.list)}, nil) {
		if h.paired || got.readsAs(h.a0, h.a1, keys) == want.readsAs(h.b0, h.b1, keys) {
			continue
		}
		e := &PatchError{Line: want.line(h.b0)}
		if h.b0 < len(want.list) {
			e.Text = excerpt(want.list[h.b0].text)
		}
		return e
	}
	return nil
}

// failed returns the error for a block of the projection of New: the block of New
// that it is most like, of those that were edited.
func (p Patch) failed(u unit, before string, f Format) error {
	old, edited := cutBlocks(before, f), cutBlocks(p.New, f)
	like, best, found := words(u.text), -1.0, 0
	for _, h := range alignUnits(old.list, edited.list, textOf, hunk{a1: len(old.list), b1: len(edited.list)}, nil) {
		if h.paired {
			continue
		}
		if best < 0 {
			best, found = 0, h.b0
		}
		for i := h.b0; i < h.b1; i++ {
			if s := similarity(words(edited.list[i].text), like); s > best {
				best, found = s, i
			}
		}
	}
	e := &PatchError{Line: edited.line(found), Text: excerpt(u.text)}
	if found < len(edited.list) {
		e.Text = excerpt(edited.list[found].text)
	}
	return e
}

func (p Patch) write(md string) string {
	if p.Write != nil {
		return p.Write(md)
	}
	return FromMarkdown([]byte(md), WriteOptions{})
}

func (p Patch) read(page string) string {
	if p.Read != nil {
		return p.Read(page)
	}
	return ToMarkdown(page, ReadOptions{})
}

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
	return p.write(p.New), nil
}

// PatchMarkdown returns the Markdown with the edit of the wikitext in it, as
// PatchWikitext does the other way. Its projection reads like the edited
// wikitext, or there is an error.
func PatchMarkdown(p Patch) (string, error) {
	if p.New == p.Wikitext {
		return p.Markdown, nil
	}
	return p.read(p.New), nil
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

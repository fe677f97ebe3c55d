package wiki

import (
	"slices"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

// withdrawn returns the titles of topics that were published with base, that
// text has no more, and that are private now: they stand in the private file, or
// a neutral heading stands in their place. It is the only place where publishing
// looks into a private file, and it returns nothing but what was public before.
func (d *Desk) withdrawn(ref archive.Ref, base string, p minutes.Public, text string) []string {
	before, err := p.With([]byte(base))
	if err != nil {
		return nil
	}
	after, err := p.With([]byte(text))
	if err != nil {
		return nil
	}
	var gone []string
	left := titles(after.Sections())
	for _, t := range titles(before.Sections()) {
		if !slices.ContainsFunc(left, func(s string) bool { return lang.Key(s) == lang.Key(t) }) && !isNeutral(t) {
			gone = append(gone, t)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	if neutral(left) > neutral(titles(before.Sections())) {
		return gone
	}
	f, err := d.Files.LoadPrivate(ref)
	if err != nil {
		return gone // what cannot be read may hold it
	}
	if f == nil {
		return nil
	}
	private := titles(f.Sections)
	return slices.DeleteFunc(gone, func(t string) bool {
		return !slices.ContainsFunc(private, func(s string) bool { return lang.Key(s) == lang.Key(t) })
	})
}

func titles(sections []minutes.Section) []string {
	var out []string
	for _, s := range sections {
		if s.Level > 0 && s.Title != "" {
			out = append(out, s.Title)
		}
	}
	return out
}

// neutral counts the headings that stand for something private.
func neutral(titles []string) int {
	n := 0
	for _, t := range titles {
		if isNeutral(t) {
			n++
		}
	}
	return n
}

func isNeutral(title string) bool { return lang.IsPrivatePart(title) }

package capture

import (
	"strings"

	"telko/minutes/lang"
)

// mend reads "s/old/new/": old must stand in the last entry, literally. A slash
// in the texts has a backslash before it; "g" behind the last slash mends all
// places.
func (g *grammar) mend(text string) (Reading, bool) {
	if !strings.HasPrefix(text, "s/") {
		return Reading{}, false
	}
	last := g.v.Entry(g.v.Last)
	if last == nil {
		return Reading{}, false
	}
	parts := splitSlashes(text[2:])
	switch n := len(parts); {
	case n == 2 && len(parts[0]) > 1 && parts[1] != "", n == 3 && parts[2] == "", n == 3 && parts[2] == "g":
		old, by := parts[0], parts[1]
		if old == "" || old == by {
			return Reading{}, false
		}
		if r, ok := mended(last, old, by, n == 3 && parts[2] == "g"); ok {
			return r, true
		}
		if n == 3 {
			return nearMend(last, old, by), false
		}
	case n > 3 || n == 3:
		return manySlashes(last, parts), false
	}
	return Reading{}, false
}

// splitSlashes splits at slashes without a backslash before them.
func splitSlashes(s string) (parts []string) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && s[i+1] == '/':
			b.WriteByte('/')
			i++
		case s[i] == '/':
			parts = append(parts, b.String())
			b.Reset()
		default:
			b.WriteByte(s[i])
		}
	}
	return append(parts, b.String())
}

// mended returns the last entry with old replaced, where it stands there. In
// Markdown of the file, both are looked for and written as typed text is there.
func mended(last *Entry, old, by string, all bool) (Reading, bool) {
	n := 1
	if all {
		n = -1
	}
	r := Reading{Act: ActMend, Of: last.ID, Old: old, New: by}
	if last.Source {
		by = escapeInline(by, 0, 0, false)
		if md := escapeInline(old, 0, 0, false); !strings.Contains(last.Text, old) && strings.Contains(last.Text, md) {
			old = md
		}
	}
	if !strings.Contains(last.Text, old) {
		return Reading{}, false
	}
	r.Text = strings.Replace(last.Text, old, by, n)
	if last.Source && !strings.Contains(r.Text, "\n") {
		if _, was := blockStart(last.Text); was == 0 {
			at, n := blockStart(r.Text)
			for ; n > 0; n-- {
				r.Text = r.Text[:at+n-1] + `\` + r.Text[at+n-1:]
			}
		}
	}
	return r, strings.TrimSpace(r.Text) != "" && r.Text != last.Text
}

// nearMend says that old is not there, and where it is but for its case.
func nearMend(last *Entry, old, by string) Reading {
	r := Reading{Warnings: []*lang.Error{lang.E(lang.WarnNotThere, old)}}
	for i := 0; i+len(old) <= len(last.Text); i++ {
		if have := last.Text[i : i+len(old)]; have != by && strings.EqualFold(have, old) {
			slash := strings.NewReplacer("/", `\/`)
			r.Offer = &Offer{Line: "s/" + slash.Replace(have) + "/" + slash.Replace(by) + "/"}
			break
		}
	}
	return r
}

// manySlashes offers the reading of more slashes than there should be that
// finds the longest text in the last entry.
func manySlashes(last *Entry, parts []string) Reading {
	if parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	line := ""
	for i := 1; i < len(parts); i++ {
		old, by := strings.Join(parts[:i], "/"), strings.Join(parts[i:], "/")
		if old == "" || old == by {
			continue
		}
		if _, ok := mended(last, old, by, false); ok {
			line = "s/" + strings.Join(parts[:i], `\/`) + "/" + strings.Join(parts[i:], `\/`) + "/"
		}
	}
	if line == "" {
		return Reading{}
	}
	return Reading{Offer: &Offer{Line: line}, Warnings: []*lang.Error{lang.E(lang.WarnManySlashes)}}
}

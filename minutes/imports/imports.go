package imports

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// Wikitext turns the source of a wiki page into a meeting's file.
func Wikitext(src []byte, o Options) (Result, error) {
	return whole(src, o, readWiki)
}

// Text turns text that was extracted from a page into a meeting's file.
func Text(src []byte, o Options) (Result, error) {
	return whole(src, o, func(text string) (page, error) { return readText(text), nil })
}

// front is the front matter that a source came with.
type front struct {
	keys   []key
	whole  string
	offset int // lines it took
}

func whole(src []byte, o Options, read func(string) (page, error)) (Result, error) {
	text, err := decode(src)
	if err != nil {
		return Result{}, err
	}
	keys, rest, all, offset, err := cutFront(text)
	if err != nil {
		return Result{}, err
	}
	p, err := read(rest)
	if err != nil {
		return Result{}, err
	}
	return convert(front{keys, all, offset}, p, o)
}

// decode returns the text of a page, its line ends made one kind.
func decode(src []byte) (string, error) {
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if line, ok := badText(src); ok {
		return "", lang.E(lang.ImportNotText, line).Hint(lang.HintNotText)
	}
	if len(bytes.TrimSpace(src)) == 0 {
		return "", lang.E(lang.ImportEmpty).Hint(lang.HintEmpty)
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(src)), nil
}

// badText returns the line of the first byte that is no text.
func badText(src []byte) (line int, bad bool) {
	line = 1
	for i := 0; i < len(src); {
		c, n := utf8.DecodeRune(src[i:])
		switch {
		case c == 0, c == utf8.RuneError && n == 1:
			return line, true
		case c == '\n':
			line++
		}
		i += n
	}
	return 0, false
}

// convert reads a page's blocks and writes the file.
func convert(f front, p page, o Options) (Result, error) {
	for i := range p.blocks {
		p.blocks[i].line += f.offset
	}
	r := newReader(p, o)
	kept, err := r.read(f)
	if err != nil {
		return Result{}, err
	}
	id := r.id
	m := minutes.Meeting{
		Series:   id.series,
		Title:    r.lead.title,
		Date:     id.date,
		Start:    when.Moment{Date: id.date, Clock: r.lead.start},
		End:      when.Moment{Date: id.date, Clock: r.lead.end},
		Place:    r.lead.place,
		Keeper:   r.keeper(),
		Status:   minutes.StatusFinal,
		Page:     id.page,
		DueDays:  o.DueDays,
		TimeZone: o.TimeZone,
		Imported: p.form,
	}
	if m.Title == "" {
		m.Title = r.derivedTitle()
	}
	body := []minutes.Section{{Body: writeBlocks(r.out)}}
	return Result{
		Source:   addKeys(minutes.Compose(m, body, r.lang), kept),
		ID:       id.id,
		Series:   id.series,
		Page:     id.page,
		Date:     id.date,
		Warnings: r.sorted(),
	}, nil
}

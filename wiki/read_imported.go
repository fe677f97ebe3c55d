package wiki

import (
	"strings"

	"telko/minutes/imports"
)

// readImported reads a page as telko imported it: what the importer recognised
// then, it recognises again.
func (r *pageReader) readImported(core string) (string, bool) {
	o := imports.Options{
		Title: r.m.Page, FileName: r.p.ID() + ".wiki", Date: r.m.Date, SeriesOf: r.m.Series,
		DueDays: r.m.DueDays, TimeZone: r.m.TimeZone, Lang: r.lang,
	}
	if o.SeriesOf != "" {
		o.Series = []imports.SeriesHint{{Key: o.SeriesOf}}
	}
	res, err := imports.Wikitext([]byte(core), o)
	if err != nil {
		return "", false
	}
	read := string(res.Source)
	front := frontOf(read)
	own := frontOf(lf(string(r.p.Markdown())))
	// What the page does not say, the file knows; what it does say, and that is
	// not what the file has, was read so when the page was imported.
	return own + strings.TrimPrefix(read, front), true
}

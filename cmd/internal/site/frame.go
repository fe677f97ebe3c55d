package site

import "telko/minutes/lang"

// frame is what every page has.
type frame struct {
	L           lang.Lang
	Team, Title string
	Heading     bool // the title is to stand above the page; minutes bring their own
}

func (c *content) frame(title string) frame {
	return frame{L: c.lang, Team: c.team, Title: title, Heading: true}
}

// in returns a fixed word of the pages in their language.
func (f *frame) in(t lang.Text) string { return t.In(f.L) }

// page writes a whole page around what body writes.
func (f *frame) page(body func(*builder)) []byte {
	p := &builder{}
	p.put(`<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<link rel="stylesheet" href="style.css">
</head>
<body>
`, f.L.Code(), f.Title)
	p.put(`<nav><b>%s</b><a href="index.html">%s</a><a href="tasks.html">%s</a><a href="motions.html">%s</a><a href="decisions.html">%s</a><a href="stats.html">%s</a></nav>`+"\n",
		f.Team, f.in(lang.SiteMinutes), f.in(lang.SiteTasks), f.in(lang.SiteMotions), f.in(lang.SiteDecisions), f.in(lang.SiteStats))
	if f.Heading {
		p.put("<h1>%s</h1>\n", f.Title)
	}
	p.put("\n")
	body(p)
	p.put("\n</body>\n</html>\n")
	return []byte(p.b.String())
}

// heads writes the first row of a table.
func (p *builder) heads(cells ...head) {
	p.put("<div class=\"wide\"><table>\n<tr>")
	for _, c := range cells {
		switch {
		case c.fit:
			p.put(`<th class="fit">%s</th>`, c.text)
		case c.num:
			p.put(`<th class="num">%s</th>`, c.text)
		default:
			p.put("<th>%s</th>", c.text)
		}
	}
	p.put("</tr>\n")
}

type head struct {
	text string
	fit  bool // as narrow as can be
	num  bool // above numbers
}

// ref is a link to a meeting's page.
type ref struct{ File, Title, Date string }

// from writes a cell that leads to a meeting, if there is one.
func (p *builder) from(r *ref) {
	p.put(`<td class="fit">`)
	if r != nil {
		p.put(`<a href="%s">%s</a>`, r.File, r.Date)
	}
	p.put("</td>")
}

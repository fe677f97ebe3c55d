package capture

import (
	"strings"

	"telko/minutes"
	"telko/minutes/lang"
)

// While a telco goes on, its file has a line in its head that lists the topics
// and motions whose prepared notes nobody has talked about yet:
//
//	to-come: Kette | Neuer Anker
//
// Without it a keeper who goes on from the file would take them for said, and
// return to every other topic with a heading of its own. It follows from the
// entries, so no event sets it, and a change of it from outside is none.

const (
	toComeKey = "to-come"
	toComeSep = " | "
)

// toCome returns the value of that line, "" for none.
func (d *document) toCome() string {
	if d.meeting.Status != minutes.StatusLive {
		return ""
	}
	var titles []string
	var head *node
	prepared, said := false, false
	count := map[string]int{}
	for _, n := range d.nodes {
		if n.isHeading() && n.roll == nil && n.e.Continues == "" {
			count[lang.Key(n.e.Text)]++
		}
	}
	done := func() {
		if head == nil || !prepared || said || head.e.ID == d.motion || head.e.ID == d.topic && d.motion == "" {
			return
		}
		title := cleanLine(head.e.Text)
		if title != "" && !strings.Contains(title, strings.TrimSpace(toComeSep)) && count[lang.Key(title)] == 1 {
			titles = append(titles, title)
		}
	}
	for _, n := range d.nodes {
		switch {
		case n.e.Private:
		case n.isHeading():
			done()
			head, prepared, said = nil, false, false
			if n.isTopical() && n.e.Continues == "" {
				head = n
			}
		case n.isContent():
			said = true
		case n.prepared:
			prepared = true
		}
	}
	done()
	return strings.Join(titles, toComeSep)
}

// headNow returns the public head with that line as it is now.
func (d *document) headNow(p *part) string {
	want := d.toCome()
	if want == "" && !strings.Contains(p.head, toComeKey) {
		return p.head
	}
	head, err := headWith(d.name, *p, d.ctx, toComeKey, want)
	if err != nil {
		return p.head
	}
	return head
}

// withoutToCome takes that line out of a head with Unix line breaks.
func withoutToCome(head string) string {
	at := strings.Index(head, "\n"+toComeKey+":")
	if at < 0 {
		return head
	}
	end := strings.IndexByte(head[at+1:], '\n')
	if end < 0 {
		return head
	}
	return head[:at] + head[at+1+end:]
}

// prepare marks what the line lists as prepared, in a file that another keeper
// began.
func (l *loaded) prepare() {
	list := headKeys(unixLines(l.head)).value[toComeKey]
	if list == "" {
		return
	}
	listed := map[string]bool{}
	for _, title := range strings.Split(list, toComeSep) {
		listed[lang.Key(title)] = true
	}
	under := false
	for _, n := range l.nodes {
		if n.isHeading() {
			under = n.roll == nil && n.e.Continues == "" && listed[lang.Key(cleanLine(n.e.Text))]
		}
		n.prepared = under
	}
	for i, n := range l.nodes {
		n.prepared = n.prepared || n.isHeading() && n.roll == nil && l.onlyPrepared(i)
	}
}

// onlyPrepared reports whether all that stands below the heading at index i,
// and something does, is prepared.
func (l *loaded) onlyPrepared(i int) bool {
	some := false
	for _, n := range l.nodes[i+1:] {
		switch {
		case n.isHeading() && n.e.Level <= l.nodes[i].e.Level:
			return some
		case n.isHeading():
		case !n.prepared:
			return false
		default:
			some = true
		}
	}
	return some
}

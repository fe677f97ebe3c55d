package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/lang"
)

// preview shows the wiki page as the minutes would give it, while one goes on
// writing. It is made beside the screen, once nothing has changed for a moment,
// and one at a time.
//
//	View changed ──> dueMsg, a moment later ──> Cmd: opt.Preview, rows ──> previewMsg
type preview struct {
	*desk
	source bool // shows wikitext rather than what a reader sees
	stop   context.CancelFunc

	rev     int // of the View that is shown, or being made
	waiting bool
	running bool
	text    string // the page's wikitext
	rows    []string
	width   int // that rows were made for
	failed  string
	place   float64 // what part of the rows was above the top before they were made anew
	follow  bool    // the place that changed last stays in sight
	h       int
	scroll
}

var _ aside = (*preview)(nil)

type (
	// previewDueMsg says that the page may be made now.
	previewDueMsg struct{ of *preview }
	// previewMsg is the page, or why there is none.
	previewMsg struct {
		of       *preview
		text     string
		rows     []string
		width    int
		asSource bool
		err      error
	}
)

// previewCalm is for how long nothing changes before the page is made.
const previewCalm = 150 * time.Millisecond

func newPreview(d *desk) *preview { return &preview{desk: d, follow: true, rev: -1} }

func (p *preview) lets() bool { return true }

func (p *preview) keys() []binding {
	return []binding{
		{act: dlgClose, keys: []string{"f5", "esc"}, text: lang.PreviewClose, bar: lang.DlgBarClose},
		{act: dlgMode, keys: []string{"f10"}, text: lang.PreviewSource, bar: lang.PreviewBarSource},
		{act: dlgPageUp, keys: []string{"pgup"}, text: lang.KeysScrollUp},
		{act: dlgPageDown, keys: []string{"pgdown"}, text: lang.KeysScrollDown},
		{act: dlgFirst, keys: []string{"ctrl+home"}, text: lang.DlgFirst},
		{act: dlgLast, keys: []string{"ctrl+end"}, text: lang.PreviewFollow},
	}
}

// soon has the page made in a moment, if it is not that of the View.
func (p *preview) soon() tea.Cmd {
	if p.waiting || p.running || p.rev == p.desk.view.Rev {
		return nil
	}
	p.waiting = true
	return tea.Tick(previewCalm, func(time.Time) tea.Msg { return previewDueMsg{p} })
}

// start makes the page beside the screen.
func (p *preview) start() tea.Cmd {
	p.waiting, p.running, p.rev = false, true, p.desk.view.Rev
	public, _ := p.session.Render()
	ctx, cancel := context.WithCancel(context.Background())
	p.stop = cancel
	get, make := p.opt.Preview, p.maker()
	return func() tea.Msg {
		defer cancel()
		text, err := get(ctx, public)
		m := make(text)
		m.text, m.err = text, err
		return m
	}
}

// maker returns what makes rows of a page as it is looked at now, in any
// goroutine.
func (p *preview) maker() func(text string) previewMsg {
	c, inks, w, source := p.cells, p.inks, p.width, p.source
	return func(text string) previewMsg {
		m := previewMsg{of: p, text: text, width: w, asSource: source}
		if w > 0 {
			m.rows = wikiPage(c, inks, text, w, source)
		}
		return m
	}
}

func wikiPage(c cells, inks *theme, text string, w int, source bool) []string {
	if source {
		return plainRows(c, text, w)
	}
	return wikiRows(c, inks, text, w)
}

func (p *preview) update(msg tea.Msg) (overlay, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.key(msg)
	case previewDueMsg:
		if msg.of == p && p.waiting {
			return p, p.start()
		}
	case previewMsg:
		if msg.of == p {
			p.made(msg)
		}
	}
	return p, p.soon()
}

func (p *preview) key(k tea.KeyPressMsg) (overlay, tea.Cmd) {
	switch act := bound(p.keys(), k); act {
	case dlgClose:
		if p.stop != nil {
			p.stop()
		}
		return nil, nil
	case dlgMode:
		// About the same place of the page.
		if n := len(p.rows); n > 0 {
			p.place = float64(p.top) / float64(n)
		}
		p.source, p.rows = !p.source, nil
	case dlgLast:
		p.follow = true
		p.by(act, len(p.rows), p.h)
	default:
		if p.by(act, len(p.rows), p.h) {
			p.follow = false
		}
	}
	return p, nil
}

// made takes the page. The place where it differs from the one before is shown.
func (p *preview) made(m previewMsg) {
	p.running = false
	if m.err != nil {
		p.failed = oneBlank(lang.Say(m.err, p.lang))
		return
	}
	p.failed, p.text = "", m.text
	if m.width != p.width || m.asSource != p.source {
		p.rows = nil // looked at otherwise meanwhile
		return
	}
	old := p.rows
	p.rows = m.rows
	if !p.follow || p.h == 0 {
		return
	}
	if i := lastDifference(old, m.rows); i >= 0 {
		p.show(i, p.h)
	}
}

// lastDifference returns the last row of now that is not in old at the same
// distance from the end, -1 if there is none.
func lastDifference(old, now []string) int {
	i, j := len(old)-1, len(now)-1
	for i >= 0 && j >= 0 && old[i] == now[j] {
		i, j = i-1, j-1
	}
	if i < 0 && j < 0 {
		return -1
	}
	return max(j, 0)
}

func (p *preview) view(w, h int) sheet {
	title := lang.PreviewTitle
	if p.source {
		title = lang.PreviewTitleSource
	}
	s := sheet{title: p.desk.text(title), whole: true}
	if p.failed != "" {
		s.rows = p.paragraph(p.inks.bad, p.desk.text(lang.PreviewFailed, p.failed), w)
		return s
	}
	if p.text == "" && p.rows == nil {
		p.width, p.h = w, h
		s.rows = []string{p.row(w).put(p.inks.faint, p.desk.text(lang.PreviewMaking)).String()}
		return s
	}
	if p.rows == nil || p.width != w {
		p.rows, p.width = wikiPage(p.cells, p.inks, p.text, w, p.source), w
		if p.place > 0 {
			p.top, p.place = int(p.place*float64(len(p.rows))+0.5), 0
		}
	}
	first := p.h == 0 || p.h != h && p.follow
	p.h = h
	if first && p.top == 0 && p.follow {
		p.top = len(p.rows)
	}
	p.clamp(len(p.rows), h)
	s.rows = p.rows[p.top:min(p.top+max(h, 0), len(p.rows))]
	return s
}

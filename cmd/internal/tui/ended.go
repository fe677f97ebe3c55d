package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// ended is what stands there once the telco has ended: whether the minutes are
// saved, where topics went that were left over, and the offer to publish.
type ended struct {
	*desk
	postponed string // what was said of topics
	published string // what was said of the page
	busy      bool   // publishing
	failed    string
	hint      string
}

var _ overlay = (*ended)(nil)

type (
	// postponedMsg is what became of topics that were left over.
	postponedMsg struct {
		text string
		err  error
	}
	// publishMsg asks the frame to publish once everything is saved.
	publishMsg struct{}
	// publishedMsg is what became of that.
	publishedMsg struct {
		text string
		err  error
	}
	// chooseMsg asks the frame to select an entry.
	chooseMsg struct{ id capture.EntryID }
)

func newEnded(d *desk) *ended { return &ended{desk: d} }

// postpone puts topics on the agenda of the next telco.
func (e *ended) postpone(titles []string) tea.Cmd {
	to := e.opt.Postpone
	if len(titles) == 0 || to == nil {
		return nil
	}
	return func() tea.Msg {
		text, err := to(titles)
		return postponedMsg{text, err}
	}
}

// publish brings the minutes to the wiki.
func (d *desk) publish() tea.Cmd {
	to := d.opt.Publish
	return func() tea.Msg {
		text, err := to(context.Background())
		return publishedMsg{text, err}
	}
}

func (e *ended) keys() []binding {
	keys := []binding{
		{act: dlgAccept, keys: []string{"enter"}, text: lang.EndedLeave, bar: lang.EndedBarLeave},
		{act: dlgUndo, keys: []string{"f8"}, text: lang.EndedReopen, bar: lang.EndedBarReopen},
		helpKey(),
		{act: dlgClose, keys: []string{"esc", "ctrl+c"}, text: lang.EndedBack, bar: lang.DlgBarBack},
	}
	if e.opt.Publish != nil && e.published == "" && !e.busy {
		keys[0].keys = []string{"q"}
		keys = append([]binding{{act: dlgPublish, keys: []string{"enter"}, text: lang.KeysPublish, bar: lang.EndedBarPublish}}, keys...)
	}
	return keys
}

func (e *ended) update(msg tea.Msg) (overlay, tea.Cmd) {
	switch msg := msg.(type) {
	case postponedMsg:
		e.postponed = strings.TrimSpace(msg.text)
		e.trouble(msg.err)
	case publishedMsg:
		e.busy, e.published = false, strings.TrimSpace(msg.text)
		e.trouble(msg.err)
	case tea.KeyPressMsg:
		switch bound(e.keys(), msg) {
		case dlgPublish:
			e.busy, e.failed = true, ""
			return e, send(publishMsg{})
		case dlgAccept:
			return e, send(leaveMsg{})
		case dlgUndo:
			if _, err := e.session.Do(capture.ReopenTelco{}); err != nil {
				return e, e.fail(err)
			}
			return nil, say(e.text(lang.EndedReopened))
		case dlgHelp:
			return newHelp(e.desk, e), nil
		case dlgClose:
			return nil, nil
		}
	}
	return e, nil
}

func (e *ended) trouble(err error) {
	if err != nil {
		e.failed, e.hint = oneBlank(lang.Say(err, e.lang)), oneBlank(lang.HintOf(err, e.lang))
	}
}

func (e *ended) view(w, _ int) sheet {
	s := sheet{title: e.text(lang.EndTitle)}
	end := e.desk.view.End.Clock.String()
	s.rows = e.paragraph(e.inks.good, e.text(lang.EndedAt, end), w)
	for _, text := range []string{e.postponed, e.published} {
		if text != "" {
			s.rows = append(s.rows, e.paragraph("", text, w)...)
		}
	}
	switch {
	case e.busy:
		s.rows = append(s.rows, e.paragraph(e.inks.faint, e.text(lang.EndedPublishing), w)...)
	case e.failed != "":
		s.rows = append(s.rows, e.paragraph(e.inks.bad, e.failed, w)...)
		if e.hint != "" {
			s.rows = append(s.rows, e.paragraph(e.inks.faint, e.hint, w)...)
		}
	case e.opt.Publish != nil && e.published == "":
		s.rows = append(s.rows, e.paragraph(e.inks.strong, e.text(lang.EndedAsk), w)...)
	}
	return s
}

package tui

import (
	"sync/atomic"
	"time"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// desk is what the frame and its overlays have in common: the telco, its latest
// View, how to draw, what time it is.
type desk struct {
	opt     *Options
	session *capture.Session // nil until the opening screen has started it
	view    *capture.View    // the session's latest; never nil
	lang    lang.Lang
	inks    *theme
	cells   cells
	now     func() time.Time
	away    atomic.Bool // another program has the terminal

	promised []capture.Promise // what earlier telcos left to this one
	earlier  earlier           // motions like the one that is recorded
	dropped  *motionForm       // a form that was put aside, to be gone on with; nil for none
}

// newDesk returns the desk for options that are complete.
func newDesk(o *Options) *desk {
	d := &desk{opt: o, session: o.Session, lang: o.Lang, inks: newTheme(false, false), now: o.Now}
	d.look()
	return d
}

// look takes the session's View. It is cheap while nothing has changed.
func (d *desk) look() (changed bool) {
	old := d.view
	if d.session != nil {
		d.view = d.session.View()
	}
	if d.view == nil {
		d.view = &capture.View{Lang: d.lang}
	}
	return old != d.view
}

// row begins a row of w cells.
func (d *desk) row(w int) *row { return newRow(d.cells, w) }

// text returns a message in the user's language.
func (d *desk) text(t lang.Text, args ...any) string { return t.In(d.lang, args...) }

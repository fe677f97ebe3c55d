package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// overlayFor returns the overlay that an action opens, nil if it opens none.
func (a *app) overlayFor(act action) overlay {
	d := a.desk
	switch act {
	case actHelp:
		return newHelp(d, a.over)
	case actPalette:
		return newPalette(d)
	}
	if d.session == nil {
		return nil
	}
	switch act {
	case actMotion:
		return openMotionForm(d)
	case actVote:
		return newVote(d)
	case actPreview:
		if d.opt.Preview != nil {
			return newPreview(d)
		}
	case actPromises:
		return newPromises(d, true)
	case actReview:
		return newReview(d, false, 0)
	case actEnd:
		return newReview(d, true, 0)
	case actStanding:
		return newPage(d, d.text(lang.PageStanding), d.session.Standing(), nil)
	case actEarlier:
		return newEarlier(d)
	case actReadAloud:
		return newPage(d, d.text(lang.PageReadAloud), d.session.ReadAloud(), nil)
	}
	return nil
}

// after does what a line asks of the screen that was accepted: /ende opens the
// end, /stand a page to read.
func (a *app) after(r capture.Reading) tea.Cmd {
	switch r.Act {
	case capture.ActReadAloud:
		return a.run(actReadAloud)
	case capture.ActStanding:
		return a.run(actStanding)
	case capture.ActHelp:
		return a.run(actHelp)
	case capture.ActPreview:
		return a.run(actPreview)
	case capture.ActPublish:
		return a.run(actPublish)
	case capture.ActReview:
		return a.run(actReview)
	case capture.ActPromises:
		return a.run(actPromises)
	case capture.ActEnd:
		return a.open(newReview(a.desk, true, r.Clock))
	case capture.ActVote:
		if r.Vote == nil {
			return a.run(actVote)
		}
	}
	return nil
}

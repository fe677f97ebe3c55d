package tui

import (
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
	case actStanding:
		return newPage(d, d.text(lang.PageStanding), spoken(d, actStanding), nil)
	case actReadAloud:
		return newPage(d, d.text(lang.PageReadAloud), spoken(d, actReadAloud), nil)
	}
	return nil
}

// overlayOf returns the overlay that a line which was accepted opens, as /ende
// does; nil for most.
func (a *app) overlayOf(r capture.Reading) overlay {
	switch r.Act {
	case capture.ActReadAloud:
		return a.overlayFor(actReadAloud)
	case capture.ActPreview:
		return a.overlayFor(actPreview)
	case capture.ActStanding:
		return a.overlayFor(actStanding)
	case capture.ActHelp:
		return a.overlayFor(actHelp)
	case capture.ActVote:
		if r.Vote == nil {
			return a.overlayFor(actVote)
		}
	}
	return nil
}

func spoken(d *desk, act action) string {
	s := any(d.session)
	if t, ok := s.(interface{ ReadAloud() string }); ok && act == actReadAloud {
		return t.ReadAloud()
	}
	if t, ok := s.(interface{ Standing() string }); ok && act == actStanding {
		return t.Standing()
	}
	return ""
}

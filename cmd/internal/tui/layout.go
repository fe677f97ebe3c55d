package tui

// layout is how the screen is shared out, in cells. What is 0 is not drawn.
type layout struct {
	w, h int

	title int // 1 or 0: the line on top
	alarm int // 1 if saving fails
	body  int // height of the minutes, and of the panels beside them
	rule  int
	entry int
	say   int // the line under the entry line
	bar   int // the keys

	left    int // width of the panel on the left; agenda, and people where there is none on the right
	right   int // width of the panel on the right: people
	minutes int // width of the minutes
}

// layout shares out the screen. 80×24 has all of it; smaller ones fold away
// the panels, then the line of keys, the rules, what is said, and the title: the
// entry line stays to the last.
func (a *app) layout() layout {
	l := layout{w: a.width, h: a.height}
	left := l.h
	take := func(want bool) int {
		if want && left > 0 {
			left--
			return 1
		}
		return 0
	}
	l.entry = take(true)
	l.say = take(l.h >= 3)
	l.alarm = take(a.saving.failed != "" && l.h >= 4)
	l.title = take(l.h >= 5)
	l.bar = take(l.h >= 9)
	l.rule = take(l.h >= 14)
	l.body = left

	l.minutes = l.w
	switch {
	case a.letting() != nil: // it takes the place of the panels
		if l.w >= wideScreen {
			l.minutes = l.w / 2
		}
	case l.h < 14 || l.w < 64:
	case l.w >= 118:
		l.left = min(max(l.w/5, 26), 40)
		l.right = min(max(l.w/6, 24), 34)
		l.minutes = l.w - l.left - l.right - 2
	default:
		l.left = min(max(l.w*3/10, 20), 30)
		l.minutes = l.w - l.left - 1
	}
	return l
}

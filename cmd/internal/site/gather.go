package site

import (
	"slices"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// meeting is one page of the site.
type meeting struct {
	public        minutes.Public
	model         minutes.Meeting
	file          string // name of its page
	before, after *meeting
}

// content is what a site is made of: nothing in it is anything but public.
type content struct {
	team     string
	lang     lang.Lang
	today    when.Date
	wiki     string // address of index.php, "" without a wiki
	meetings []*meeting
	tasks    []tasks.Task
	motions  minutes.PublicMotions
	stats    []statsYear
	problems []archive.Problem
}

// gather reads what is public of w.
func gather(w *archive.Workspace) (*content, error) {
	set := w.Settings()
	c := &content{team: w.PublicText(set.Team), lang: w.Lang(), today: w.Today(), wiki: indexPHP(set.Wiki.API)}
	public, problems, err := w.HeldPublics()
	if err != nil {
		return nil, err
	}
	c.problems = problems
	for _, p := range public {
		m := p.Meeting()
		c.meetings = append(c.meetings, &meeting{public: p, model: m, file: m.ID + ".html"})
	}
	c.chain()
	now, err := w.PublicTasksOf(public)
	if err != nil {
		return nil, err
	}
	c.tasks = now.All()
	slices.SortStableFunc(c.tasks, func(a, b tasks.Task) int { return a.Due.Compare(b.Due) })
	if c.motions, err = w.PublicMotionsOf(public); err != nil {
		return nil, err
	}
	c.count(w)
	return c, nil
}

// chain links each meeting to the one before and after it in its series.
func (c *content) chain() {
	last := map[string]*meeting{}
	for _, m := range c.meetings {
		if b := last[m.model.Series]; b != nil {
			m.before, b.after = b, m
		}
		last[m.model.Series] = m
	}
}

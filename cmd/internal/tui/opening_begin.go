package tui

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks/when"
)

// fieldDone leaves a field; another day is another plan.
func (o *opening) fieldDone(to int) tea.Cmd {
	from := o.at
	o.at = to
	if from == openingSeries && !o.planned() {
		return o.replan()
	}
	if from != openingDay {
		return nil
	}
	day, err := o.readDay()
	if err != nil {
		o.at = openingDay
		o.failed, o.hint = o.text(lang.PromiseNoDay), ""
		return nil
	}
	o.failed = ""
	if day != o.plan.Ref.Date && o.planned() {
		return o.replan()
	}
	return nil
}

func (o *opening) readDay() (when.Date, error) {
	text := o.fields[openingDay].value()
	if text == o.weekday(o.plan.Ref.Date) {
		return o.plan.Ref.Date, nil
	}
	today := when.Of(o.now())
	day, err := when.Read(text, today)
	if err != nil || text[0] < '0' || text[0] > '9' {
		return day, err
	}
	// A date without a year is the nearest one, not the next: yesterday's telco
	// can be recorded too.
	if before, err := when.Read(text, today.AddDays(-200)); err == nil && today.Sub(before) < day.Sub(today) {
		return before, nil
	}
	return day, nil
}

// replan asks for the plan of what the fields say.
func (o *opening) replan() tea.Cmd {
	get := o.opt.Replan
	if get == nil {
		return nil
	}
	w := capture.Wish{Series: o.plan.Series.Key}
	if len(o.fields) > openingSeries {
		w.Series = o.series[o.fields[openingSeries].pick].Key
	}
	if day, err := o.readDay(); err == nil && w.Series == o.plan.Series.Key && day != o.plan.Ref.Date {
		w.Date = day
	}
	o.busy, o.failed, o.hint = true, "", ""
	return func() tea.Msg {
		p, err := get(w)
		return plannedMsg{p, err}
	}
}

// mark says what somebody who is expected is; the same once more takes it back.
func (o *opening) mark(s personState) {
	p := o.person()
	if p == nil {
		return
	}
	if p.state == s {
		s = personExpected
	}
	p.state = s
	if s != personExpected {
		o.at = min(o.at+1, o.last())
	}
}

// more adds people who are there and were not expected, in words as behind a
// "+".
func (o *opening) more(text string) tea.Cmd {
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(name), "+")); name != "" {
			o.people = append(o.people, expectedPerson{capture.Presence{Nick: name}, personHere})
		}
	}
	o.at = o.last()
	return nil
}

// begin begins the telco, beside the screen.
func (o *opening) begin() tea.Cmd {
	start := o.opt.Begin
	if !o.planned() || start == nil {
		return o.replan()
	}
	p := o.plan
	p.Place = o.fields[openingPlace].value()
	if len(o.people) > 0 {
		p.Expected = nil
	}
	var here, lines []string
	for _, e := range o.people {
		word := called(&e.Presence)
		if e.state != personOut && e.Expected {
			p.Expected = append(p.Expected, e.Presence)
		}
		switch e.state {
		case personHere:
			here = append(here, word)
		case personExcused:
			lines = append(lines, "?"+word)
		}
	}
	if len(here) > 0 {
		lines = append([]string{"+" + strings.Join(here, ", ")}, lines...)
	}
	o.busy, o.failed, o.hint = true, "", ""
	return func() tea.Msg {
		s, err := start(p)
		return begunMsg{s, p, lines, err}
	}
}

func (o *opening) trouble(err error) {
	o.failed, o.hint = "", ""
	if err != nil {
		o.failed, o.hint = oneBlank(lang.Say(err, o.lang)), oneBlank(lang.HintOf(err, o.lang))
		if o.hint == "" && errors.Is(err, capture.ErrHeld) {
			o.hint = o.text(lang.OpeningHeld)
		}
	}
}

// again reports whether a telco that had ended is opened again.
func (o *opening) again() bool { return o.plan.Status == minutes.StatusDraft }

// goesOn reports whether the telco was begun already and there is nothing to
// ask: a crash is gone on after at once.
func (o *opening) goesOn() bool { return o.planned() && o.plan.Status == minutes.StatusLive }

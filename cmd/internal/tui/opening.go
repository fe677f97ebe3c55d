package tui

import (
	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

// opening stands before the telco: which one it is, where, and who is expected,
// to be confirmed or changed. Enter begins.
type opening struct {
	form   // series, day, place, as far as they can be chosen; at goes on behind the fields
	plan   capture.Plan
	series []archive.Series
	people []expectedPerson
	ask    *prompt
	busy   bool      // planning or beginning
	early  []tea.Msg // keys that came meanwhile: for the telco, once it has begun
	failed string
	hint   string
	list   scroll
}

// expectedPerson is somebody who may come.
type expectedPerson struct {
	capture.Presence
	state personState
}

type personState uint8

const (
	personExpected personState = iota
	personHere
	personExcused
	personOut // not expected after all
)

// The fields of the opening that are always there.
const (
	openingDay = iota
	openingPlace
	openingSeries // only where there are several
)

var _ overlay = (*opening)(nil)

type (
	// plannedMsg is the plan for another day or series.
	plannedMsg struct {
		plan capture.Plan
		err  error
	}
	// begunMsg is the telco that was begun, or why it could not be.
	begunMsg struct {
		session *capture.Session
		plan    capture.Plan
		lines   []string // to be taken in at once: who is there
		err     error
	}
)

func newOpening(d *desk) *opening {
	o := &opening{form: form{desk: d}, series: d.opt.Series}
	o.fields = []*field{d.textField(lang.OpeningDay, ""), d.textField(lang.OpeningPlace, "")}
	if len(o.series) > 1 {
		titles := make([]string, len(o.series))
		for i, s := range o.series {
			titles[i] = oneBlank(s.Title)
			if titles[i] == "" {
				titles[i] = s.Key
			}
		}
		o.fields = append(o.fields, choiceField(lang.OpeningSeries, titles))
	}
	o.take(d.opt.Plan)
	o.at = o.last()
	if !o.planned() {
		o.at = openingSeries
	}
	return o
}

// planned reports whether it is clear which telco it is.
func (o *opening) planned() bool { return o.plan.Ref.ID != "" }

// take fills in a plan.
func (o *opening) take(p capture.Plan) {
	o.plan = p
	if p.Ref.ID == "" {
		return
	}
	o.fields[openingDay].set(o.weekday(p.Ref.Date))
	o.fields[openingPlace].set(p.Place)
	if len(o.fields) > openingSeries {
		for i, s := range o.series {
			if s.Key == p.Series.Key {
				o.fields[openingSeries].pick = i
			}
		}
	}
	o.people = o.people[:0]
	if p.Status == minutes.StatusDraft || p.Status == minutes.StatusLive {
		return // who was there is in the minutes
	}
	for _, e := range p.Expected {
		x := expectedPerson{Presence: e}
		if e.Nick != "" && e.Nick == o.opt.Keeper {
			x.state = personHere // who else would be writing this
		}
		o.people = append(o.people, x)
	}
}

// last is the row that begins the telco, behind fields and people.
func (o *opening) last() int { return len(o.fields) + len(o.people) }

// person returns who is chosen, nil if nobody is.
func (o *opening) person() *expectedPerson {
	if i := o.at - len(o.fields); i >= 0 && i < len(o.people) {
		return &o.people[i]
	}
	return nil
}

func (o *opening) keys() []binding {
	if o.ask != nil {
		return promptKeys()
	}
	enter := binding{act: dlgAccept, keys: []string{"enter"}, text: lang.OpeningBegin, bar: lang.OpeningBarBegin}
	keys := []binding{
		enter,
		{act: dlgDone, keys: []string{"ctrl+s", "f10"}, text: lang.OpeningBegin},
		{act: dlgBefore, keys: []string{"up", "shift+tab"}, text: lang.DlgUp, bar: lang.OpeningBarChange},
		{act: dlgNext, keys: []string{"down", "tab"}, text: lang.DlgDown},
	}
	if o.person() != nil {
		keys = append(keys,
			binding{act: dlgToggle, keys: []string{"space"}, text: lang.OpeningHere, bar: lang.OpeningBarHere},
			binding{act: dlgNote, keys: []string{"?"}, text: lang.OpeningExcused, bar: lang.OpeningBarExcused},
			binding{act: dlgDrop, keys: []string{"-", "delete"}, text: lang.OpeningOut, bar: lang.OpeningBarOut})
	}
	if o.at >= len(o.fields) {
		keys = append(keys, binding{act: dlgAssign, keys: []string{"+"}, text: lang.OpeningMore, bar: lang.OpeningBarMore})
	}
	return append(keys,
		helpKey(),
		binding{act: dlgClose, keys: []string{"esc", "ctrl+c", "ctrl+q"}, text: lang.OpeningLeave, bar: lang.OpeningBarLeave})
}

func (o *opening) update(msg tea.Msg) (overlay, tea.Cmd) {
	switch msg := msg.(type) {
	case plannedMsg:
		o.busy, o.early = false, nil
		o.trouble(msg.err)
		if msg.err == nil {
			o.take(msg.plan)
			o.at = o.last()
		}
		return o, nil
	case begunMsg: // the frame takes one without an error
		o.busy, o.early = false, nil
		o.trouble(msg.err)
		return o, nil
	}
	if o.busy {
		switch msg.(type) {
		case tea.KeyPressMsg, tea.PasteMsg:
			o.early = append(o.early, msg)
		}
		return o, nil
	}
	if o.ask != nil {
		done, cmd := o.ask.update(msg)
		if done {
			o.ask = nil
		}
		return o, cmd
	}
	switch msg := msg.(type) {
	case tea.PasteMsg:
		if o.at < len(o.fields) {
			o.current().paste(msg.Content)
		}
	case tea.KeyPressMsg:
		return o, o.keyPress(msg)
	}
	return o, nil
}

func (o *opening) keyPress(k tea.KeyPressMsg) tea.Cmd {
	inField := o.at < len(o.fields)
	if inField && o.at == openingSeries {
		was := o.current().pick
		if o.current().key(k) {
			if o.current().pick != was {
				return o.replan()
			}
			return nil
		}
	} else if inField && o.current().key(k) {
		return nil
	}
	switch bound(o.keys(), k) {
	case dlgAccept:
		if inField {
			return o.fieldDone(o.last())
		}
		return o.begin()
	case dlgDone:
		return o.begin()
	case dlgNext:
		return o.fieldDone(min(o.at+1, o.last()))
	case dlgBefore:
		return o.fieldDone(max(o.at-1, 0))
	case dlgToggle:
		o.mark(personHere)
	case dlgNote:
		o.mark(personExcused)
	case dlgDrop:
		o.mark(personOut)
	case dlgAssign:
		o.ask = o.newPrompt(lang.OpeningWho, "", o.more)
	case dlgHelp:
		return send(openMsg{newHelp(o.desk, o)})
	case dlgClose:
		return send(leaveMsg{})
	}
	return nil
}

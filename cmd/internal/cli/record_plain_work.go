package cli

import (
	"context"
	"strings"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
)

// begin finds out which telco it is, begins it, and says so.
func (p *plainTelco) begin(ctx context.Context) error {
	var err error
	if p.plan, err = p.planned(); err != nil {
		return err
	}
	if err = p.start(ctx); err != nil {
		return err
	}
	if p.promises, err = capture.Promises(p.ws, p.plan); err != nil {
		p.refuse(err) // a file that cannot be read keeps nobody from recording
	}
	v := p.session.View()
	p.say(lang.RecordBegins.In(p.lang, v.Title, p.isoDay(v.Date)))
	if v.Place != "" {
		p.say(lang.RecordPlace.In(p.lang, v.Place))
	}
	if p.plan.Missing {
		p.say(lang.RecordMissing.In(p.lang, p.path(p.ws, p.plan.Ref.Path)))
	}
	switch {
	case p.plan.Status == minutes.StatusLive, p.plan.Status == minutes.StatusDraft && p.plan.End.IsZero(), p.plan.Status == "" && len(v.Entries) > 0:
		p.say(lang.RecordGoesOn.In(p.lang, v.Start.Clock, len(v.Entries)))
	case p.plan.Status == minutes.StatusDraft:
		p.say(lang.RecordReopens.In(p.lang, p.plan.End.Clock))
	case !p.plan.Sure:
		p.say(lang.RecordUnplanned.In(p.lang))
	case p.plan.Shown:
		p.say(lang.RecordDayShown.In(p.lang, p.isoDay(v.Date)))
	}
	p.sayExpected(v)
	p.sayAgenda(v)
	if late, n := p.overdue(), len(p.promises); n > 0 {
		p.say(lang.RecordPromised.In(p.lang, n, late))
	}
	p.say(lang.RecordCommands.In(p.lang))
	return nil
}

func (p *plainTelco) sayExpected(v *capture.View) {
	var names []string
	for _, m := range v.Missing {
		if m.Expected {
			names = append(names, nickOrName(m.Nick, m.Name))
		}
	}
	if len(names) > 0 {
		p.say(lang.RecordExpected.In(p.lang, strings.Join(names, ", ")))
	}
}

func nickOrName(nick, name string) string {
	if nick != "" {
		return nick
	}
	return name
}

func (p *plainTelco) sayAgenda(v *capture.View) {
	var titles []string
	for i := range v.Topics {
		if v.Topics[i].Section == minutes.SectionTopic {
			titles = append(titles, v.Topics[i].Title)
		}
	}
	if len(titles) > 0 {
		p.say(lang.RecordAgenda.In(p.lang, strings.Join(titles, ", ")))
	}
}

// overdue counts the promises that are late.
func (p *plainTelco) overdue() int {
	n := 0
	for i := range p.promises {
		if p.promises[i].Overdue {
			n++
		}
	}
	return n
}

// work begins what is to be done beside the conversation: saving, drafts for
// those who read along, and looking for motions like the one that is recorded. Where lines carry their times nobody waits, and what
// comes of them must not depend on how fast the disk is.
func (p *plainTelco) work() {
	if s, ok := p.session.StartSave(); ok {
		p.busy++
		go func() { p.saves <- s.Run() }()
		p.inTurn()
	}
	if f, ok := p.session.StartFollow(); ok {
		p.busy++
		go func() { p.follows <- f.Run() }()
		p.inTurn()
	}
	if q, ok := p.earlier.ask(p.session.View()); ok {
		p.busy++
		go func() { p.earlier.found <- p.earlier.find(q) }()
		p.inTurn()
	}
}

// inTurn waits for what was begun, where lines carry their times.
func (p *plainTelco) inTurn() {
	if p.times != nil {
		p.idle()
	}
}

// saved takes what came of a save, and says when saving stops working and when
// it works again.
func (p *plainTelco) saved(s capture.Saved) {
	p.busy--
	before := p.session.View()
	err := p.session.Finish(s)
	switch {
	case err != nil && say(err, p.lang) != p.failed:
		p.failed = say(err, p.lang)
		p.say(lang.RecordNotSaved.In(p.lang, p.failed))
		p.hint(err)
	case err == nil && p.failed != "":
		p.failed = ""
		p.say(lang.RecordSaved.In(p.lang))
	}
	p.remarks(before)
}

// remarks says what the session has found since.
func (p *plainTelco) remarks(before *capture.View) {
	now := p.session.View()
	for _, r := range now.Problems {
		known := false
		for _, old := range before.Problems {
			known = known || old.Err.Error() == r.Err.Error()
		}
		if !known {
			p.say(lang.RecordWarning.In(p.lang, r.Err.In(p.lang)))
		}
	}
}

// followed takes what came of a draft.
func (p *plainTelco) followed(f capture.Followed) {
	p.busy--
	if err := p.session.FinishFollow(f); err != nil {
		p.say(lang.RecordNoDraft.In(p.lang, say(err, p.lang)))
		p.hint(err)
	}
}

// flush waits until the file holds what was accepted.
func (p *plainTelco) flush() {
	p.idle()
	if err := p.session.SaveAll(); err != nil {
		p.failed = say(err, p.lang)
		p.say(lang.RecordNotSaved.In(p.lang, p.failed))
		p.hint(err)
	}
}

// idle waits for what is on its way.
func (p *plainTelco) idle() {
	for p.busy > 0 {
		select {
		case s := <-p.saves:
			p.saved(s)
		case f := <-p.follows:
			p.followed(f)
		case found := <-p.earlier.found:
			p.foundEarlier(found)
		}
	}
}

// end closes the session: what was accepted is in the journal, and in the file
// if that can be written.
func (p *plainTelco) end() error {
	p.idle()
	err := p.session.SaveAll()
	ended := !p.session.View().End.IsZero()
	if err == nil && !ended {
		if err := p.lastDraft(); err != nil {
			p.say(lang.RecordNoDraft.In(p.lang, say(err, p.lang)))
		}
	}
	if cerr := p.session.Close(); err == nil && cerr != nil {
		return cerr
	}
	p.out.Flush()
	if err != nil {
		return lang.E(lang.RecordUnsaved, say(err, p.lang)).Because(err).Hint(lang.RecordUnsavedHint)
	}
	if !ended {
		p.out.Hint(lang.RecordResume)
	}
	return nil
}

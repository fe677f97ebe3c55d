package cli

import (
	"context"
	"strconv"
	"strings"

	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/tasks"
)

// own handles the lines that are not the minutes' but this conversation's: what
// was promised, and answers to what was offered.
func (p *plainTelco) own(ctx context.Context, line string) bool {
	word, rest, _ := strings.Cut(strings.TrimRight(line, " \t"), " ")
	rest = strings.TrimSpace(rest)
	switch lang.RecordWord(word, p.lang) {
	case lang.RecordOpen:
		p.promised(ctx, rest)
	case lang.RecordYes:
		p.accept(ctx, rest)
	case lang.RecordNo:
		p.decline(rest)
	default:
		return false
	}
	return true
}

// promised lists what was promised, or enters what became of one of it: "2
// erledigt", "2 bis freitag"; of a motion or topic the number takes it up.
func (p *plainTelco) promised(ctx context.Context, rest string) {
	if rest == "" {
		if len(p.promises) == 0 {
			p.say(lang.RecordNoPromises.In(p.lang))
		}
		for i := range p.promises {
			p.say(strconv.Itoa(i+1) + " " + p.promise(&p.promises[i]))
		}
		return
	}
	word, rest, _ := strings.Cut(rest, " ")
	n, err := strconv.Atoi(strings.TrimRight(word, ".:"))
	if err != nil || n < 1 || n > len(p.promises) {
		p.refuse(lang.E(lang.RecordNoNumber, word).Hint(lang.RecordSeePromises))
		return
	}
	pr := &p.promises[n-1]
	line, err := p.session.PromiseLine(pr, strings.TrimSpace(rest))
	if err == nil && pr.Kind == capture.PromisedTask && p.session.Read(line).Act != capture.ActChange {
		err = lang.E(lang.RecordWhatOfIt, pr.Task.Text).Hint(lang.RecordWhatHint)
	}
	if err != nil {
		p.refuse(err)
		return
	}
	p.enter(ctx, line)
}

// promise says what was promised, and what became of it tonight.
func (p *plainTelco) promise(pr *capture.Promise) string {
	said := ""
	switch pr.Kind {
	case capture.PromisedTask:
		said = p.sentence(&pr.Task) + " #" + string(pr.Task.ID)
		switch due := p.isoDay(pr.Task.Due); {
		case pr.Overdue:
			said = lang.RecordOverdue.In(p.lang, said, due)
		case due != "":
			said = lang.RecordDue.In(p.lang, said, due)
		}
		if pr.Task.State == tasks.Waiting {
			said += ", " + lang.StateWaiting.In(p.lang)
		}
	case capture.PromisedMotion:
		said = lang.RecordMotion.In(p.lang, pr.Motion.Title, pr.Date)
		if pr.Motion.ID != "" {
			said += " #" + string(pr.Motion.ID)
		}
	default:
		said = lang.RecordTopic.In(p.lang, pr.Topic, pr.Date)
	}
	if now := p.session.Settled(pr); now != "" {
		said += " → " + now
	}
	return said
}

// enter enters a line of telko's own making.
func (p *plainTelco) enter(ctx context.Context, line string) {
	r, err := p.session.Enter(line)
	if err != nil {
		p.refuse(err)
		return
	}
	p.answer(ctx, r)
}

// review lists what a careful keeper would look at.
func (p *plainTelco) review() {
	p.items = nil
	for _, it := range p.session.Review() {
		if !p.refused[it.Entry] || !it.Offers() {
			p.items = append(p.items, it)
		}
	}
	if len(p.items) == 0 {
		p.say(lang.RecordAllWell.In(p.lang))
	}
	for i := range p.items {
		it := &p.items[i]
		p.say(strconv.Itoa(i+1) + " " + it.Says.In(p.lang))
		if hint := lang.HintOf(it.Says, p.lang); hint != "" {
			p.say("  " + hint)
		}
		if it.Offers() {
			p.say("  " + lang.RecordYesNo.In(p.lang, i+1))
		}
	}
}

// mayEnd lists what is to be looked at before the end, once; who says /ende
// again means it.
func (p *plainTelco) mayEnd() bool {
	p.flush() // what a save finds is said now, and not when the keeper has answered
	fresh := false
	for _, it := range p.session.Review() {
		if p.refused[it.Entry] && it.Offers() {
			continue
		}
		key := it.Says.Error()
		if !p.warned[key] {
			fresh = true
			p.warned[key] = true
		}
	}
	if !fresh {
		return true
	}
	p.review()
	p.say(lang.RecordEndAgain.In(p.lang))
	return false
}

// accept takes what was offered: without a number what the last line nearly
// was, else the items of the review with these numbers.
func (p *plainTelco) accept(ctx context.Context, rest string) {
	if rest == "" && p.offered != "" {
		line := p.offered
		p.offered = ""
		if _, err := p.session.Do(capture.UndoLast{}); err != nil {
			p.refuse(err)
			return
		}
		p.enter(ctx, line)
		return
	}
	var topics []string
	for _, it := range p.numbered(rest) {
		switch it.Code {
		case capture.ReviewPerhaps:
			if err := p.session.Accept(it); err != nil {
				p.refuse(err)
				return
			}
			p.say(lang.RecordMadeTask.In(p.lang, it.Line))
		case capture.ReviewLeftOver:
			topics = append(topics, it.Topic)
		}
		p.refused[it.Entry] = true
	}
	if len(topics) > 0 {
		p.result(p.postpone(topics))
	}
}

// decline leaves the items with these numbers as they are.
func (p *plainTelco) decline(rest string) {
	if rest == "" && p.offered != "" {
		p.offered = ""
		return
	}
	for _, it := range p.numbered(rest) {
		p.refused[it.Entry] = true
		p.say(lang.RecordLeft.In(p.lang, it.Says.In(p.lang)))
	}
}

// numbered returns the items of the review that numbers name; all that offer
// something where none do.
func (p *plainTelco) numbered(rest string) []capture.ReviewItem {
	var out []capture.ReviewItem
	if rest == "" {
		for _, it := range p.items {
			if it.Offers() && !p.refused[it.Entry] {
				out = append(out, it)
			}
		}
		if len(out) == 0 {
			p.refuse(lang.E(lang.RecordNothingOffered).Hint(lang.RecordSeeReview))
		}
		return out
	}
	for _, word := range strings.FieldsFunc(rest, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > len(p.items) || !p.items[n-1].Offers() {
			p.refuse(lang.E(lang.RecordNoNumber, word).Hint(lang.RecordSeeReview))
			return nil
		}
		out = append(out, p.items[n-1])
	}
	return out
}

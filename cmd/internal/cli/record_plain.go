package cli

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"time"

	"telko/minutes/capture"
	"telko/minutes/lang"
)

// plainTelco is a telco that is recorded line by line. Answers go to stdout as
// whole lines, without escape sequences or moves of the cursor, so that a dumb
// terminal, a screen reader or a pipe can follow.
type plainTelco struct {
	*telco
	times    *timedLines // nil where the clock is the machine's
	saves    chan capture.Saved
	follows  chan capture.Followed
	earlier  plainEarlier
	busy     int    // saves, drafts and searches that are on their way
	failed   string // why the file could not be written, as it was said
	offered  string // the line that /ja enters in the place of the last one
	promises []capture.Promise
	items    []capture.ReviewItem // as they were listed, by number
	refused  map[capture.EntryID]bool
	warned   map[string]bool // what /ende has listed
	prompted bool            // the prompt stands there and waits
	leave    bool
}

// typedLine is a line of the input, or its end.
type typedLine struct {
	text string
	err  error
}

// runPlain records until the input ends.
func (t *telco) runPlain(ctx context.Context, in *bufio.Reader) error {
	p := &plainTelco{
		telco: t, saves: make(chan capture.Saved, 1), follows: make(chan capture.Followed, 1), earlier: newPlainEarlier(t),
		refused: map[capture.EntryID]bool{}, warned: map[string]bool{},
	}
	lines := readLines(in)
	first := ""
	if t.options.times {
		p.times = &timedLines{now: t.env.Now().In(t.ws.Location())}
		if day := t.wish.Date; !day.IsZero() {
			p.times.now = day.At(t.usualTime(), t.ws.Location())
		}
		t.clock = func() time.Time { return p.times.now }
		l := <-lines
		if l.err != nil {
			return usage(lang.RecordNoLines)
		}
		var err error
		if first, err = p.times.cut(l.text); err != nil {
			return &exitError{exitUsage, err}
		}
	}
	if err := p.begin(ctx); err != nil {
		return err
	}
	if p.times != nil {
		p.line(ctx, first)
	}
	err := p.loop(ctx, lines)
	if ended := p.end(); ended != nil {
		return ended
	}
	return err
}

// readLines reads lines beside the loop that takes them, so that signals and
// saves do not wait for somebody who thinks.
func readLines(in *bufio.Reader) <-chan typedLine {
	lines := make(chan typedLine)
	go func() { // ends with the input, or with the process
		for {
			text, err := in.ReadString('\n')
			if text != "" {
				lines <- typedLine{text: strings.TrimRight(text, "\r\n")}
			}
			if err != nil {
				lines <- typedLine{err: err}
				return
			}
		}
	}()
	return lines
}

// loop takes lines until there are no more.
func (p *plainTelco) loop(ctx context.Context, lines <-chan typedLine) error {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for !p.leave {
		p.work()
		p.prompt()
		select {
		case <-ctx.Done():
			return &exitError{exitUsage, errSilent}
		case l := <-lines:
			p.prompted = false
			if l.err != nil {
				if !errors.Is(l.err, io.EOF) {
					return l.err
				}
				return nil
			}
			p.timed(ctx, l.text)
		case s := <-p.saves:
			p.saved(s)
		case f := <-p.follows:
			p.followed(f)
		case found := <-p.earlier.found:
			p.foundEarlier(found)
		case <-tick.C:
		}
	}
	return nil
}

// timed takes the time off a line that has one.
func (p *plainTelco) timed(ctx context.Context, line string) {
	if p.times != nil {
		rest, err := p.times.cut(line)
		if err != nil {
			p.refuse(err)
			return
		}
		line = rest
	}
	p.line(ctx, line)
}

// line takes one line.
func (p *plainTelco) line(ctx context.Context, line string) {
	if p.own(ctx, line) {
		return
	}
	r := p.session.Read(line)
	if r.Act == capture.ActEnd && !p.mayEnd() {
		return
	}
	over := !p.session.View().End.IsZero()
	if r.Act == capture.ActNothing && over {
		p.leave = true
		return
	}
	r, err := p.session.Enter(line)
	if err != nil {
		p.refuse(err)
		return
	}
	p.offered = ""
	p.answer(ctx, r)
}

// answer says how a line was read, and what it asked for.
func (p *plainTelco) answer(ctx context.Context, r capture.Reading) {
	offer := r.Offer
	r.Offer = nil // is said below, without a key
	if said := r.Describe(p.lang); said != "" && !isQuestion(r.Act) {
		p.say(said)
	}
	for _, w := range r.Warnings {
		p.say(lang.RecordWarning.In(p.lang, w.In(p.lang)))
		p.hint(w)
	}
	if offer != nil {
		p.offered = offer.Line
		p.say(lang.RecordOffer.In(p.lang, offer.Line))
	}
	switch r.Act {
	case capture.ActReview:
		p.review()
	case capture.ActReadAloud:
		p.say(p.session.ReadAloud())
	case capture.ActStanding:
		p.say(p.session.Standing())
	case capture.ActHelp:
		p.say(lang.RecordHelp.In(p.lang))
	case capture.ActPreview:
		public, _ := p.session.Render()
		p.result(p.preview(ctx, public))
	case capture.ActPublish:
		p.flush()
		p.result(p.publish(ctx))
	case capture.ActEnd:
		p.flush()
		p.say(lang.RecordEnded.In(p.lang, p.path(p.ws, p.plan.Ref.Path)))
		if p.ws.Settings().Wiki.API != "" {
			p.say(lang.RecordOfferPublish.In(p.lang))
		}
	}
}

// isQuestion reports whether the answer to a line is what it asked for, and no
// more need be said.
func isQuestion(a capture.Act) bool {
	switch a {
	case capture.ActReview, capture.ActPromises, capture.ActReadAloud, capture.ActStanding, capture.ActHelp, capture.ActPreview, capture.ActPublish:
		return true
	}
	return false
}

// result says what a question was answered with.
func (p *plainTelco) result(text string, err error) {
	if err != nil {
		p.refuse(err)
		return
	}
	p.say(text)
}

// refuse says why a line was not taken.
func (p *plainTelco) refuse(err error) {
	p.say(lang.RecordRefused.In(p.lang, say(err, p.lang)))
	p.hint(err)
}

func (p *plainTelco) hint(err error) {
	hint := lang.HintOf(err, p.lang)
	if t := translate(err); hint == "" && t != nil {
		hint = lang.HintOf(t, p.lang)
	}
	if hint != "" {
		p.say(lang.RecordHint.In(p.lang, hint))
	}
}

// say writes an answer. What it holds was typed, or came from files.
func (p *plainTelco) say(text string) {
	if p.prompted {
		p.out.stdout.WriteString("\n")
		p.prompted = false
	}
	p.out.stdout.WriteString(strings.TrimRight(clean(text), "\n") + "\n")
}

// prompt shows a person that it is their turn, and brings out what was said.
func (p *plainTelco) prompt() {
	if !p.prompted && p.out.inTTY && p.out.outTTY {
		p.out.stdout.WriteString("> ")
		p.prompted = true
	}
	p.out.Flush()
}

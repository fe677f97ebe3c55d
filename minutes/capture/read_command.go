package capture

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// command reads "/command …". A word that is no command, or behind which stands
// what the command does not take, is none: "/dev/sda voll".
func (g *grammar) command(text string) (Reading, bool) {
	end := strings.IndexFunc(text[1:], func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
	word, rest := text[1:], ""
	if end >= 0 {
		word, rest = text[1:end+1], text[end+1:]
	}
	if bare, colon := strings.CutPrefix(rest, ":"); colon && endsWord(rest, 1) {
		rest = bare
	}
	if word == "" || rest != "" && !isBlankAt(rest, 0) {
		return Reading{}, false
	}
	rest = strings.TrimSpace(rest)
	if c := lang.ReadCommand(word, g.lang()); c != lang.NoCommand {
		return g.run(c, rest)
	}
	return g.nearCommand(word, rest), false
}

// nearCommand says which command may have been meant by a word that is none.
func (g *grammar) nearCommand(word, rest string) Reading {
	var r Reading
	if utf8.RuneCountInString(word) < 2 {
		return r
	}
	c, far := lang.NoCommand, 3
	for _, w := range lang.Spellings(word) {
		for form, command := range lang.EachCommandWord {
			if d, ok := isNear(w, form, 4); ok && d < far {
				c, far = command, d
			}
		}
	}
	if c == lang.NoCommand {
		return r
	}
	if could := lang.CommandsFrom(word, g.lang()); len(could) > 1 {
		var names []string
		for _, c := range could {
			names = append(names, c.Write(g.lang()))
		}
		r.Warnings = append(r.Warnings, lang.E(lang.RefuseAmbiguousWord, word, strings.Join(names, ", ")))
		c = could[0]
	}
	if _, takes := g.run(c, rest); takes {
		r.Offer = &Offer{Line: strings.TrimSpace("/" + c.Write(g.lang()) + " " + rest)}
	}
	return r
}

// run reads a command with what stands behind it; ok is false if that is
// nothing it takes.
func (g *grammar) run(c lang.Command, rest string) (r Reading, ok bool) {
	switch c {
	case lang.CommandMotion:
		return g.readMotion(rest), true
	case lang.CommandPetitioner:
		r = Reading{Act: ActPetitioner, Of: g.v.Motion, Text: rest}
		if rest == "" {
			r.Err = lang.E(lang.RefusePetitioner)
		}
		if r.Of == "" {
			r.Err = noMotion()
		}
		return r, true
	case lang.CommandText:
		return g.passage(motions.TextPart, rest), true
	case lang.CommandReasons:
		return g.passage(motions.Reasons, rest), true
	case lang.CommandAnswer:
		return g.passage(motions.Answer, rest), true
	case lang.CommandComment:
		return g.passage(motions.Comment, rest), true
	case lang.CommandAmendment:
		return g.passage(motions.Amendment, rest), true
	case lang.CommandVote:
		return g.vote(rest)
	case lang.CommandDecision:
		return g.outcome(rest), true
	case lang.CommandPrivate:
		return g.private(rest)
	case lang.CommandPlace, lang.CommandTitle, lang.CommandKeeper, lang.CommandStart:
		return g.head(c, rest)
	case lang.CommandEnd:
		r = Reading{Act: ActEnd}
		if rest == "" {
			return r, true
		}
		at, until, timed := readTimes(rest)
		if !until.IsZero() || !timed {
			return Reading{}, false
		}
		r.Clock = g.pastClock(at, &r)
		return r, true
	}
	if rest != "" {
		return Reading{}, false
	}
	return g.plainCommand(c), true
}

// plainCommand reads a command that takes nothing behind it.
func (g *grammar) plainCommand(c lang.Command) Reading {
	switch c {
	case lang.CommandClose:
		r := Reading{Act: ActClose, Passage: g.v.Passage}
		if !g.v.Open {
			r.Passage = ""
			r.Warnings = append(r.Warnings, lang.E(lang.WarnNothingOpen))
		}
		return r
	case lang.CommandUndo:
		r := Reading{Act: ActUndo, Text: g.v.CanUndo}
		if r.Text == "" {
			r.Err = lang.E(lang.RefuseNoUndo)
		}
		return r
	case lang.CommandRedo:
		r := Reading{Act: ActRedo, Text: g.v.CanRedo}
		if r.Text == "" {
			r.Err = lang.E(lang.RefuseNoRedo)
		}
		return r
	case lang.CommandReadAloud:
		r := Reading{Act: ActReadAloud, Of: g.v.Motion}
		if e := g.v.Entry(r.Of); e != nil && r.Of != "" {
			r.Topic, r.Number = e.Text, e.Number
		} else {
			r.Err = noMotion()
		}
		return r
	case lang.CommandReview:
		return Reading{Act: ActReview}
	case lang.CommandPromises:
		return Reading{Act: ActPromises}
	case lang.CommandStanding:
		return Reading{Act: ActStanding}
	case lang.CommandPreview:
		return Reading{Act: ActPreview}
	case lang.CommandPublish:
		return Reading{Act: ActPublish}
	}
	return Reading{Act: ActHelp}
}

// private reads which topic is to be moved out of the public minutes: the
// current one, or one that is named.
func (g *grammar) private(rest string) (Reading, bool) {
	t := g.topic(g.v.Topic)
	if rest != "" {
		if t = g.topicNamed(rest); t == nil {
			return Reading{Warnings: []*lang.Error{lang.E(lang.WarnNoTopic, rest)}}, false
		}
	}
	if t == nil {
		return Reading{Act: ActPrivate, Err: lang.E(lang.RefuseNoTopic)}, true
	}
	return Reading{Act: ActPrivate, Of: t.ID, Topic: t.Title}, true
}

// head reads a value of the front matter.
func (g *grammar) head(c lang.Command, rest string) (Reading, bool) {
	r := Reading{Act: ActHead, Text: rest}
	switch c {
	case lang.CommandPlace:
		r.Key = "place"
	case lang.CommandTitle:
		r.Key = "title"
	case lang.CommandKeeper:
		r.Key = "keeper"
		if who, known := g.find(rest); known && who.Nick != "" {
			r.Text = who.Nick
		} else if strings.ContainsAny(rest, " \t") {
			return Reading{}, false
		} else if rest != "" {
			r.Warnings = append(r.Warnings, lang.E(lang.WarnKeeperUnknown, rest))
		}
	default:
		r.Key = "start"
		at, until, ok := readTimes(rest)
		switch {
		case rest == "":
			at = g.now.Clock
		case !ok || at.IsZero() || !until.IsZero():
			return Reading{}, false
		}
		r.Clock = at
		began, _ := pastMoment(g.now, when.Moment{}, at)
		r.Text = startText(began, g.v.Date)
		return r, true
	}
	if rest == "" {
		r.Err = lang.E(lang.RefuseValue, c.Write(g.lang()))
	}
	return r, true
}

// pastClock takes a time that was typed, and warns if it is yet to come.
func (g *grammar) pastClock(c when.Clock, r *Reading) when.Clock {
	if _, ahead := pastMoment(g.now, g.v.Start, c); ahead {
		r.Warnings = append(r.Warnings, lang.E(lang.WarnClockAhead, c))
	}
	return c
}

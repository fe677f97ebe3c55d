package capture

import (
	"telko/minutes"
	"telko/minutes/lang"
	"telko/tasks"
	"telko/tasks/when"
)

// grammar is what a line is read with: how things stand, and what one must know
// to tell a mark from text. Reading asks nothing else, so a line is read in
// microseconds whatever the length of the minutes.
type grammar struct {
	v       *View
	ctx     minutes.Context
	cal     when.Calendar // dates in words count from the meeting's day
	due     when.Date     // when a task without a date is due
	earlier []tasks.Task  // open tasks of earlier meetings
	pages   []string      // titles of wiki pages
	now     when.Moment

	names []knownName // of all who are known, in the order in which they are offered
}

// knownName is a person with all that the person answers to, folded.
type knownName struct {
	who   Attendee
	seen  *Presence // nil if this meeting has not met the person
	forms []string
}

// newGrammar returns what lines are read with while v holds.
func newGrammar(v *View, ctx minutes.Context, cal when.Calendar, due when.Date, earlier []tasks.Task, pages []string) *grammar {
	g := &grammar{v: v, ctx: ctx, cal: cal, due: due, earlier: earlier, pages: pages}
	g.ctx.Known = g.known
	return g
}

// lang is the language of minutes and screen.
func (g *grammar) lang() lang.Lang { return g.v.Lang }

// find returns who answers to word: somebody of the roster, or of this
// meeting's attendance.
func (g *grammar) find(word string) (who Attendee, ok bool) {
	if p, found := g.ctx.People.Find(word); found {
		return Attendee{Nick: p.Nick, Name: p.Name, Guest: p.Guest}, true
	}
	p := g.met(word, word)
	if p == nil {
		return Attendee{}, false
	}
	return Attendee{Nick: p.Nick, Name: p.Name, Guest: p.Guest}, true
}

// met returns who of this meeting's attendance has a nick or a name, nil if
// nobody has.
func (g *grammar) met(nick, name string) *Presence {
	nick, name = lang.Key(nick), lang.Key(name)
	for _, list := range [][]Presence{g.v.Present, g.v.Missing} {
		for i := range list {
			p := &list[i]
			if nick != "" && lang.Key(p.Nick) == nick || name != "" && lang.Key(p.Name) == name {
				return p
			}
		}
	}
	return nil
}

// known says who of this meeting's attendance answers to a word, for the reader
// of tasks. Those who are only expected are no part of it: the file does not
// have them.
func (g *grammar) known(word string) (nick string, ok bool) {
	p := g.met(word, word)
	switch {
	case p == nil || p.Expected:
		return "", false
	case p.Nick == "":
		return p.Name, true
	}
	return p.Nick, true
}

// people lists everybody who is known: those of this meeting first, then those
// of the roster.
func (g *grammar) people() []knownName {
	if g.names != nil {
		return g.names
	}
	g.names = []knownName{}
	add := func(who Attendee, seen *Presence, also ...string) {
		n := knownName{who: who, seen: seen}
		for _, s := range append([]string{who.Nick, who.Name}, also...) {
			if s == "" {
				continue
			}
			n.forms = append(n.forms, lang.Spellings(s)...)
			n.forms = append(n.forms, behindFirst(n.forms[len(n.forms)-1])...)
		}
		g.names = append(g.names, n)
	}
	met := map[string]bool{}
	for _, list := range [][]Presence{g.v.Present, g.v.Missing} {
		for i := range list {
			p := &list[i]
			var aliases []string
			if r, ok := g.ctx.People.Find(p.Nick); ok && p.Nick != "" {
				aliases = r.Aliases
			}
			add(Attendee{Nick: p.Nick, Name: p.Name, Guest: p.Guest}, p, aliases...)
			met[lang.Key(p.Nick)] = true
		}
	}
	for _, p := range g.ctx.People.All() {
		if !met[lang.Key(p.Nick)] {
			add(Attendee{Nick: p.Nick, Name: p.Name, Guest: p.Guest}, nil, p.Aliases...)
		}
	}
	return g.names
}

// behindFirst returns the words of a name behind the first.
func behindFirst(form string) (out []string) {
	for i := 1; i < len(form); i++ {
		if form[i-1] == ' ' || form[i-1] == '-' {
			out = append(out, form[i:])
		}
	}
	return out
}

// call is how a person is called in short: the nick, or the name of who has
// none.
func (a Attendee) call() string {
	if a.Nick == "" {
		return a.Name
	}
	return a.Nick
}

// topic returns the topic with this id, nil if there is none.
func (g *grammar) topic(id EntryID) *Topic {
	for i := range g.v.Topics {
		if g.v.Topics[i].ID == id {
			return &g.v.Topics[i]
		}
	}
	return nil
}

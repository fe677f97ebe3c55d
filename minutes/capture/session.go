package capture

import (
	"strconv"
	"strings"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/tasks"
)

// Config says what a session begins with.
type Config struct {
	Ref     archive.Ref
	Base    []byte  // the meeting's file as the journal's Open found it
	Private []byte  // its private file; nil for none
	Events  []Event // what the journal holds already
	Journal Journal // where further events go
	Writer  string  // begins the ids of further events: a random word [a-z0-9]

	Now     func() time.Time // in the team's time zone
	Keeper  string           // nick
	Context minutes.Context  // with Lang
	Series  archive.Series
	Earlier []tasks.Task // open tasks of earlier meetings
	Numbers int          // highest number of a task of this day in file and log
	Pages   []string     // titles of wiki pages that are offered behind [[
}

// Session is a telco being recorded. Its methods are for one goroutine.
type Session struct {
	c    Config
	base *base
	next int // number of the next id
	doc  *document
	log  history
	view *View
	live *live // of a session that Start began; nil of others

	heard *grammar // what lines are read with while view holds
}

// New begins a session, or goes on with one. The error is that of a file that
// cannot be read as minutes.
func New(c Config) (*Session, error) {
	b, err := newBase(&c)
	if err != nil {
		return nil, err
	}
	s := &Session{c: c, base: b, next: 1, log: history{undone: map[EntryID]bool{}}}
	for i := range c.Events {
		e := &c.Events[i]
		s.log.add(e)
		if rest, ok := strings.CutPrefix(string(e.ID), c.Writer+"-"); ok {
			if n, err := strconv.Atoi(rest); err == nil {
				s.next = max(s.next, n+1)
			}
		}
	}
	s.fold()
	return s, nil
}

// fold makes the document anew from all events that count.
func (s *Session) fold() {
	rev := 0
	if s.doc != nil {
		rev = s.doc.rev
	}
	s.doc = newDocument(s.base)
	for i := range s.log.all {
		if e := &s.log.all[i]; s.log.counts(e) {
			s.doc.apply(e)
		}
	}
	s.doc.rev += rev
	s.view = nil
}

// Lang returns the language of minutes and screen.
func (s *Session) Lang() lang.Lang { return s.c.Context.Lang }

// Events returns all events of the session, also those that were undone. They
// are not to be changed.
func (s *Session) Events() []Event { return s.log.all }

// commit journals events and then lets them count. It gives them instants, ids,
// who they are by and where they make entries, where these are missing.
func (s *Session) commit(events []Event) error {
	if len(events) == 0 {
		return nil
	}
	now := s.c.Now()
	next := s.next
	for i := range events {
		e := &events[i]
		if e.At.IsZero() {
			e.At = now
		}
		if e.By == "" {
			e.By = s.c.Keeper
		}
		if e.ID == "" {
			e.ID = EntryID(s.c.Writer + "-" + strconv.Itoa(next))
			next++
		}
		if i > 0 && e.With == "" {
			e.With = events[0].ID
		}
		if !e.Lines {
			e.Text = Clean(e.Text)
		}
		e.Who, e.Name, e.Nick = cleanLine(e.Who), cleanLine(e.Name), cleanLine(e.Nick)
	}
	s.place(events)
	if err := s.c.Journal.Append(events); err != nil {
		return err
	}
	s.next = next
	s.take(events)
	return nil
}

// newID returns an id for an event that others of the same commit name.
func (s *Session) newID() EntryID {
	id := EntryID(s.c.Writer + "-" + strconv.Itoa(s.next))
	s.next++
	return id
}

// place says of events that make entries where they do, if they do not: so that
// the journal can be read by itself, and merged.
func (s *Session) place(events []Event) {
	topic, motion := s.doc.topic, s.doc.motion
	for i := range events {
		e := &events[i]
		switch e.Verb {
		case MakeTopic:
			if e.Topic == "" && !e.Stay && e.Before == "" {
				e.Topic = topic
			}
			if !e.Stay {
				topic, motion = e.ID, ""
			}
		case MakePassage:
			if e.Topic == "" && !e.Stay && e.Before == "" {
				if e.Topic = motion; motion == "" {
					e.Topic = topic
				}
			}
		case MakeNote, MakeTask, MakeDecision, MakeMotion, MakeRaw:
			if e.Topic == "" && !e.Stay && e.Before == "" {
				e.Topic = topic
			}
			if e.Verb == MakeMotion && !e.Stay {
				motion = e.ID
			}
		case Goto:
			topic, motion = e.Of, ""
			if n := s.doc.byID[e.Of]; n != nil && n.e.Kind == KindMotion {
				topic, motion = "", e.Of
				if up := s.doc.aboveOf(s.doc.at(e.Of)); up >= 0 {
					topic = s.doc.nodes[up].firstID()
				}
			}
		}
	}
}

// take lets events count that are in the journal.
func (s *Session) take(events []Event) {
	for i := range events {
		if s.log.add(&events[i]) {
			s.fold()
			continue
		}
		s.doc.apply(&events[i])
	}
	s.view = nil
}

// cleanLine is Clean on one line.
func cleanLine(s string) string {
	return strings.Join(strings.Fields(Clean(s)), " ")
}

// View returns how things stand. It is the same one until something changes.
func (s *Session) View() *View {
	if s.view == nil {
		s.view = s.doc.view()
		s.view.Ref = s.c.Ref
		if s.view.Keeper == "" {
			s.view.Keeper = s.c.Keeper
		}
		s.view.CanUndo, s.view.CanRedo = s.undoWords()
	}
	return s.view
}

// Enter takes a line that was typed. When it returns without an error, what
// the line said is in the journal: on disk, or with Options.SyncBeside on its way
// there. Else nothing was accepted.
func (s *Session) Enter(line string) (Reading, error) {
	r := s.Read(line)
	if r.Err != nil {
		return r, r.Err
	}
	events, err := s.events(r)
	if err != nil {
		return r, err
	}
	s.entering(true)
	defer s.entering(false)
	return r, s.commit(events)
}

// Effects lists what is to be written to tasks.log and was not yet.
func (s *Session) Effects() []Effect { return s.doc.effects() }

// Carried notes that an effect was written, with the event as it was.
func (s *Session) Carried(e Effect) error {
	return s.commit([]Event{carriedEvent(e)})
}

// Render returns the meeting's file and its private file, nil if there is none.
func (s *Session) Render() (public, private []byte) {
	return s.doc.render(false), s.doc.render(true)
}

// Layout returns the public file and where in it the entries stand, those of
// attendance among them.
func (s *Session) Layout() ([]byte, []Placed) {
	w := s.doc.write(false, &s.doc.public)
	return w.out, w.placed
}

// Markdown returns an entry's text as Markdown, for an editor; see EditEntry.
func (s *Session) Markdown(id EntryID) string {
	n := s.doc.byID[id]
	switch {
	case n == nil:
		return ""
	case n.e.Source:
		return n.e.Text
	case n.isHeading():
		return headingMD(n.e)
	}
	return linesMarkdown(n.e.Text)
}

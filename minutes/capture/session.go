package capture

import (
	"strconv"
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
}

// Session is a telco being recorded. Its methods are for one goroutine.
type Session struct {
	c    Config
	next int // number of the next id
	all  []Event
	doc  *document
	view *View
}

// document is what the events say.
type document struct {
	entries []*Entry
	topic   EntryID
	since   time.Time
	last    EntryID
	rev     int
}

// New begins a session, or goes on with one. The error is that of a file that
// cannot be read as minutes.
func New(c Config) (*Session, error) {
	s := &Session{c: c, next: 1, doc: &document{}}
	for i := range c.Events {
		s.apply(&c.Events[i])
	}
	return s, nil
}

// Lang returns the language of minutes and screen.
func (s *Session) Lang() lang.Lang { return s.c.Context.Lang }

// commit journals events and then lets them count. It gives them instants, ids
// and who they are by, where these are missing.
func (s *Session) commit(events []Event) error {
	now := s.c.Now()
	for i := range events {
		e := &events[i]
		if e.At.IsZero() {
			e.At = now
		}
		if e.By == "" {
			e.By = s.c.Keeper
		}
		if e.ID == "" {
			e.ID = EntryID(s.c.Writer + "-" + strconv.Itoa(s.next))
			s.next++
		}
		if i > 0 && e.With == "" {
			e.With = events[0].ID
		}
	}
	if err := s.c.Journal.Append(events); err != nil {
		return err
	}
	for i := range events {
		s.apply(&events[i])
	}
	return nil
}

func (s *Session) apply(e *Event) {
	s.all = append(s.all, *e)
	s.doc.rev++
	s.view = nil
	kind := KindRaw
	switch e.Verb {
	case MakeTopic:
		kind = KindTopic
		s.doc.topic, s.doc.since = e.ID, e.At
	case MakeNote:
		kind = KindNote
	case MakeTask:
		kind = KindTask
	case MakeDecision:
		kind = KindDecision
	case MakeMotion:
		kind = KindMotion
	case MakePassage:
		kind = KindPassage
	case MakeMention:
		kind = KindMention
	case MakeRaw:
	default:
		return
	}
	s.doc.last = e.ID
	s.doc.entries = append(s.doc.entries, &Entry{ID: e.ID, Kind: kind, Level: e.Level, Text: e.Text, Source: e.Source, At: e.At, Keeper: e.By, Passage: e.Passage, By: e.Who, Clock: e.Clock, Topic: s.doc.topic})
}

// View returns how things stand. It is the same one until something changes.
func (s *Session) View() *View {
	if s.view != nil {
		return s.view
	}
	d := s.doc
	v := &View{Ref: s.c.Ref, Lang: s.Lang(), Keeper: s.c.Keeper, Date: s.c.Ref.Date, Entries: d.entries[:len(d.entries):len(d.entries)], Topic: d.topic, TopicSince: d.since, Last: d.last, Rev: d.rev, Status: minutes.StatusLive}
	for _, e := range d.entries {
		if e.Kind == KindTopic {
			v.Topics = append(v.Topics, Topic{ID: e.ID, Title: e.Text, Level: e.Level, Current: e.ID == d.topic})
		}
	}
	s.view = v
	return v
}

// Enter takes a line that was typed. When it returns without an error, what
// the line said is on disk; else nothing was accepted.
func (s *Session) Enter(line string) (Reading, error) {
	r := s.Read(line)
	return r, s.commit(s.events(r))
}

// Do carries out a command of the screen, as Enter does with a line.
func (s *Session) Do(c Command) (Reading, error) {
	var ev []Event
	switch c := c.(type) {
	case PasteText:
		ev = []Event{{Verb: MakeNote, Text: c.Text}}
	case EditEntry:
		ev = []Event{{Verb: Edit, Of: c.ID, Text: c.Text}}
	}
	return Reading{}, s.commit(ev)
}

// Effects lists what is to be written to tasks.log and was not yet.
func (s *Session) Effects() []Effect { return nil }

// Carried notes that an effect was written.
func (s *Session) Carried(e Effect) error {
	return s.commit([]Event{{Verb: Carried, Of: e.Of, Done: !e.Undo}})
}

// Render returns the meeting's file and its private file, nil if there is none.
func (s *Session) Render() (public, private []byte) {
	b := append([]byte(nil), s.c.Base...)
	for _, e := range s.doc.entries {
		if e.Kind == KindTopic {
			b = append(b, "\n## "+e.Text+"\n\n"...)
		} else {
			b = append(b, "- "+e.Text+"\n"...)
		}
	}
	return b, nil
}

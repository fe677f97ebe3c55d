package capture

import (
	"errors"
	"time"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
)

// Options says what a live session needs from outside.
type Options struct {
	Workspace *archive.Workspace
	Files     FS               // the workspace's journals
	Now       func() time.Time // the clock; its monotonic reading tells when somebody sets it
	Keeper    string           // nick
	PID       int              // of this process, for those who find the meeting held
	Writer    string           // begins ids; "" means a random word

	// Merge are journals of the meeting from other machines, whole.
	Merge [][]byte

	// SyncBeside accepts a line before the disk has it for good, so that nobody
	// who types waits for a slow one. See Session.StartSync.
	SyncBeside bool

	// Follow is called at most every minute with the meeting's file, so that
	// others can read along; nil for nobody. See Session.StartFollow.
	Follow func(f *minutes.File) error
}

// Start begins to record a telco: a new one, or one that an agenda was made
// for. It goes on with what a crash left or another keeper began, and opens
// again what ended a while ago; journals of other keepers that lie beside are
// merged. Nobody else on this machine can record the meeting until Close: if
// somebody does, the error is a *Held.
func Start(o Options, p Plan) (*Session, error) {
	release, err := hold(&o, p.Ref.ID)
	if err != nil {
		return nil, err
	}
	s, err := begin(&o, &p)
	if err != nil {
		return nil, errors.Join(err, release())
	}
	s.live.release = release
	s.live.journal.behind.on = o.SyncBeside
	return s, nil
}

// begin finds the journal to go on with, or begins one.
func begin(o *Options, p *Plan) (*Session, error) {
	files, err := readFiles(o.Workspace, p.Ref)
	if err != nil {
		return nil, err
	}
	j, err := findJournal(o, p.Ref.ID, files)
	if err != nil {
		return nil, err
	}
	if j == nil {
		return fresh(o, p, files)
	}
	return resume(o, p, j, files)
}

// meetingFiles are a meeting's files as a session finds them.
type meetingFiles struct {
	text   [2][]byte // public and private; nil for no file
	broken error     // the public file cannot be read as minutes
}

func readFiles(ws *archive.Workspace, ref archive.Ref) (m meetingFiles, err error) {
	f, err := ws.Load(ref)
	var line *minutes.LineError
	switch {
	case errors.Is(err, archive.ErrNoMeeting):
		return m, nil
	case errors.As(err, &line):
		m.broken = err
		return m, nil
	case err != nil:
		return m, err
	}
	m.text[0] = f.Source()
	if f, err = ws.LoadPrivate(ref); err == nil && f != nil {
		m.text[1] = f.Source()
	}
	if errors.As(err, &line) {
		m.broken, err = err, nil
	}
	return m, err
}

// config returns what a session is begun with.
func (o *Options) config(p *Plan) (Config, error) {
	zone := o.Workspace.Location()
	now := o.Now
	c := Config{
		Ref: p.Ref, Now: func() time.Time { return now().In(zone) }, Keeper: o.Keeper,
		Context: o.Workspace.Context(), Series: p.Series, Writer: o.Writer,
		Pages: pagesOf(o.Workspace, p.Series.Key),
	}
	reg, err := o.Workspace.OpenTasks("")
	if err != nil {
		return c, err
	}
	day := p.Ref.Date
	for _, t := range reg.Tasks {
		if t.Meeting != p.Ref.ID {
			c.Earlier = append(c.Earlier, t)
		}
		if t.ID.Day() == day && t.ID.Nick() == "" {
			c.Numbers = max(c.Numbers, t.ID.Number())
		}
	}
	return c, nil
}

// fresh begins a journal: of a new meeting, an agenda, or a file that somebody
// else began.
func fresh(o *Options, p *Plan, files meetingFiles) (*Session, error) {
	if files.broken != nil {
		return nil, files.broken
	}
	c, err := o.config(p)
	if err != nil {
		return nil, err
	}
	there := files.text[0] != nil
	c.Base, c.Private = files.text[0], files.text[1]
	if !there {
		c.Base = minutes.Compose(p.Head(o.Workspace, minutes.StatusLive), nil, o.Workspace.Lang())
	}
	if c.Writer == "" {
		names, err := allNames(o.Files)
		if err != nil {
			return nil, err
		}
		c.Writer = newWriter(names)
	}
	now := c.Now()
	w, err := createJournal(o.Files, p.Ref.ID, c.Writer, c.Base, c.Private, now)
	if err != nil {
		return nil, lang.E(lang.JournalNoFolder, err).Hint(lang.JournalNoFolderHint)
	}
	s, err := newLive(o, &c, w)
	if err != nil {
		return nil, errors.Join(err, w.Close(), o.Files.Remove(w.name))
	}
	if there {
		s.live.known = [2]fileText{s.doc.layOut(false), s.doc.layOut(true)}
	}
	if err := s.commit(openEvents(s, p, there)); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	s.live.pending = true
	return s, nil
}

// newLive begins a session over a journal.
func newLive(o *Options, c *Config, w *journalFile) (*Session, error) {
	l := &live{ws: o.Workspace, fs: o.Files, now: c.Now, ref: c.Ref, ctx: c.Context, journal: w}
	l.draft = draft{fs: o.Files, name: draftName(w.name), after: lastTyped(c.Events)}
	l.follow = o.Follow
	c.Journal = l
	s, err := New(*c)
	if err != nil {
		return nil, err
	}
	s.live = l
	return s, nil
}

// openEvents are the first events of a journal: what the plan knows and the
// file does not say. There says that there is such a file.
func openEvents(s *Session, p *Plan, there bool) []Event {
	m := &s.doc.meeting
	events := []Event{{Verb: Open, Key: digestOf(s.c.Base), Text: p.Ref.ID, Done: there}}
	head := func(key, value string) {
		if value != "" {
			events = append(events, Event{Verb: Head, Key: key, Text: value})
		}
	}
	switch m.Status {
	case minutes.StatusLive, minutes.StatusAgenda:
	default:
		if !m.End.IsZero() {
			events = append(events, Event{Verb: Again})
		}
	}
	if m.Status != minutes.StatusLive {
		head("status", string(minutes.StatusLive))
	}
	if m.Start.IsZero() || m.Status == minutes.StatusAgenda {
		head("start", startText(momentOf(s.c.Now()), m.Date))
	}
	if m.Keeper == "" {
		head("keeper", s.c.Keeper)
	}
	if m.Place == "" {
		head("place", p.Place)
	}
	if p.Status == "" || p.Status == minutes.StatusAgenda {
		for _, x := range p.Expected {
			events = append(events, Event{Verb: Expect, Nick: x.Nick, Name: x.Name, Guest: x.Guest})
		}
	}
	return events
}

// resume goes on with a journal.
func resume(o *Options, p *Plan, j *journal, files meetingFiles) (*Session, error) {
	c, err := o.config(p)
	if err != nil {
		return nil, err
	}
	c.Base, c.Private, c.Events, c.Writer = j.base, j.private, j.events, j.writer
	w, err := resumeJournal(o.Files, j)
	if err != nil {
		return nil, lang.E(lang.JournalNoFolder, err).Hint(lang.JournalNoFolderHint)
	}
	if c.Base == nil { // it was lost; what followed is there
		c.Base = minutes.Compose(p.Head(o.Workspace, minutes.StatusLive), nil, o.Workspace.Lang())
		if err := w.rebase(c.Base, c.Writer, c.Now()); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	s, err := newLive(o, &c, w)
	if err != nil {
		return nil, errors.Join(err, w.Close())
	}
	s.next = max(s.next, j.next)
	s.live.draft.read()
	s.live.pending = true
	if err := s.sayIssues(j.issues); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	s.knowFiles(files)
	if !s.doc.meeting.End.IsZero() {
		if err := s.commit([]Event{{Verb: Again}}); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	return s, nil
}

// sayIssues tells the keeper once what is wrong with the journal.
func (s *Session) sayIssues(issues []journalIssue) error {
	told := map[string]bool{}
	for i := range s.log.all {
		if e := &s.log.all[i]; e.Verb == Tell {
			told[e.Text] = true
		}
	}
	var events []Event
	for _, x := range issues {
		t := lang.JournalLost
		if x.Kept {
			t = lang.JournalDamaged
		}
		text := t.In(s.Lang(), x.Journal, x.Line, short(x.Text))
		if !told[text] {
			events = append(events, Event{By: byTelko, Verb: Tell, Text: text})
		}
	}
	return s.commit(events)
}

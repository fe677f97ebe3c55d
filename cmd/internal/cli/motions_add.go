package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

type motionsAddOptions struct {
	agendaOptions
	file, title, petitioner, role string
	received, source, addressee   string
	under                         string
}

func (a *app) newMotionsAdd() *cobra.Command {
	var o motionsAddOptions
	c := a.command("add [FILE]", lang.HelpMotionsAdd)
	a.agendaFlags(c, &o.agendaOptions)
	f := c.Flags()
	f.StringVar(&o.title, "title", "", lang.FlagMotionTitle.In(a.lang))
	f.StringVar(&o.petitioner, "petitioner", "", lang.FlagMotionFrom.In(a.lang))
	f.StringVar(&o.role, "role", "", lang.FlagMotionRole.In(a.lang))
	f.StringVar(&o.received, "received", "", lang.FlagMotionReceived.In(a.lang))
	f.StringVar(&o.source, "source", "", lang.FlagMotionSource.In(a.lang))
	f.StringVar(&o.addressee, "to", "", lang.FlagMotionTo.In(a.lang))
	f.StringVar(&o.under, "under", "", lang.FlagAgendaUnder.In(a.lang))
	a.complete(c, "under", a.completeAgenda(&o.agendaOptions))
	a.complete(c, "received", a.completeDates)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := argCount(args, 0, 1); err != nil {
			return err
		}
		o.file = "-"
		if len(args) > 0 {
			o.file = args[0]
		}
		return a.runMotionsAdd(o)
	}
	return c
}

// runMotionsAdd puts a motion that came in on the agenda of the next telco: its
// text, as it stands in a file, a saved mail, or comes on standard input.
func (a *app) runMotionsAdd(o motionsAddOptions) error {
	if o.file == "-" && a.out.inTTY {
		a.out.Talk(lang.MotionTypeIt)
	}
	src, err := a.readInput(o.file)
	if err != nil {
		return err
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	mo, err := a.incomingMotion(ws, src, o)
	if err != nil {
		return err
	}
	p, err := a.agenda(ws, o.agendaOptions)
	if err != nil {
		return err
	}
	before, err := ws.MotionRegister()
	if err != nil {
		return err
	}
	number := 0
	err = capture.EditAgenda(ws, p, func(f *minutes.File) ([]byte, error) {
		under := -1
		if o.under != "" {
			if under, err = minutes.FindAgendaItem(f.AgendaItems(), o.under); err != nil {
				return nil, err
			}
		}
		number = 1
		for _, m := range f.Meeting.Motions {
			number = max(number, m.Number+1)
		}
		return f.AddMotion(mo, under)
	})
	if err != nil {
		return err
	}
	return a.sayAdded(ws, p, number, before)
}

// incomingMotion reads a motion that came in. What flags say goes before what
// the text says.
func (a *app) incomingMotion(ws *archive.Workspace, src []byte, o motionsAddOptions) (motions.Motion, error) {
	text, title := string(src), o.title
	var letter mailedText
	if m, ok, err := readMail(src); err != nil {
		return motions.Motion{}, err
	} else if ok {
		letter, text = m, m.text
		if title == "" {
			title = capture.MotionTitle(m.subject)
		}
	}
	mo, err := capture.ReadMotion(text, title)
	if err != nil {
		return mo, err
	}
	if mo.Petitioner == "" {
		mo.Petitioner = sender(ws, letter)
	}
	if o.petitioner != "" {
		mo.Petitioner = capture.TopicTitle(o.petitioner)
	}
	if o.role != "" {
		mo.Role = capture.TopicTitle(o.role)
	}
	mo.Received = ws.Today()
	if !letter.date.IsZero() {
		mo.Received = when.Of(letter.date.In(ws.Location()))
	}
	if o.received != "" {
		if mo.Received, err = when.Read(o.received, ws.Today()); err != nil {
			return mo, &exitError{exitUsage, err}
		}
		if mo.Received.After(ws.Today()) {
			return mo, usage(lang.MotionNotYet, mo.Received)
		}
	}
	if o.source != "" {
		mo.Source = capture.TopicTitle(o.source)
	}
	if o.addressee != "" {
		mo.Addressee = capture.TopicTitle(o.addressee)
	}
	if strings.TrimSpace(mo.Petitioner) == "" {
		a.out.Warn(lang.MotionNoPetitioner.In(a.lang))
	}
	return mo, nil
}

// sender returns who sent a mail: the name in people.toml, else the one that
// the mail gives. An address is never written down: minutes are public.
func sender(ws *archive.Workspace, m mailedText) string {
	if p, ok := byEmail(ws.People(), m.address); ok && p.Name != "" {
		return p.Name
	}
	if strings.Contains(m.name, "@") {
		return ""
	}
	return capture.TopicTitle(m.name)
}

// sayAdded says where a motion waits now, and what it resembles. A pipe gets:
// id, meeting, number, title, file.
func (a *app) sayAdded(ws *archive.Workspace, p capture.Plan, number int, before *archive.MotionRegister) error {
	f, err := ws.Load(p.Ref)
	if err != nil {
		return err
	}
	for _, m := range f.Meeting.Motions {
		if m.Number != number {
			continue
		}
		if a.out.outTTY {
			a.out.Say(lang.ToldMotionAdded, m.ID, m.Title, a.path(ws, p.Ref.Path))
		} else {
			a.out.Record(string(m.ID), p.Ref.ID, decimal(m.Number), m.Title, a.path(ws, p.Ref.Path))
		}
		a.sayAlike(archive.Alike(before.Motions, m.Told(), mostAlike))
	}
	return nil
}

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

type motionsVoteOptions struct {
	words                       []string
	meeting, at, mode, decision string
}

func (a *app) newMotionsVote() *cobra.Command {
	var o motionsVoteOptions
	c := a.command("vote ID TALLY...", lang.HelpMotionsVote)
	f := c.Flags()
	f.StringVar(&o.meeting, "meeting", "", lang.FlagMotionVoteIn.In(a.lang))
	f.StringVar(&o.at, "at", "", lang.FlagMotionAt.In(a.lang))
	f.StringVar(&o.mode, "mode", "", lang.FlagMotionMode.In(a.lang))
	f.StringVar(&o.decision, "decision", "", lang.FlagMotionDecision.In(a.lang))
	a.complete(c, "meeting", a.completeMeetings)
	c.ValidArgsFunction = firstArg(a.completeMotions)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return oneMotion(nil)
		}
		if len(args) < 2 {
			return usage(lang.MotionVoteWhat)
		}
		o.words = args
		return a.runMotionsVote(o)
	}
	return c
}

// runMotionsVote writes a tally into the minutes of the meeting that voted, and
// perhaps what was decided by it. Words that are no tally stay as they are.
func (a *app) runMotionsVote(o motionsVoteOptions) error {
	words := strings.TrimSpace(oneLine(strings.Join(o.words[1:], " ")))
	p := motions.Passage{Kind: motions.VotePart, Text: words}
	v, ok := motions.ReadVote(words)
	if !ok && len(o.words) > 2 {
		if v, ok = motions.ReadVote(strings.Join(o.words[1:], "/")); ok { // 5 1 2
			p.Text = ""
		}
	}
	switch mode := oneLine(o.mode); {
	case mode != "" && ok && v.Cast() > 0 && v.Mode == "":
		v.Mode, p.Text = mode, ""
	case mode != "":
		p.Text = words + " (" + mode + ")"
	}
	if ok {
		p.Vote = &v
	} else {
		a.out.Warn(lang.ReadVote.In(a.lang, words))
	}
	add := []motions.Passage{p}
	if o.decision != "" {
		outcome, ok := motions.ReadOutcome(o.decision)
		if !ok && !motions.IsPostponed(o.decision) {
			a.out.Warn(lang.ReadOutcome.In(a.lang, o.decision))
		}
		add = append(add, motions.Passage{Kind: motions.Decision, Text: oneLine(o.decision), Outcome: outcome})
	}
	return a.recordPassages(o.words[0], o.meeting, add, o.at)
}

// recordPassage is recordPassages of one.
func (a *app) recordPassage(word, meeting string, p motions.Passage, at string) error {
	return a.recordPassages(word, meeting, []motions.Passage{p}, at)
}

// recordPassages puts what a meeting did into its minutes: those of the meeting
// that is named, else of the last one that had the motion. The first of them
// happened at a time.
func (a *app) recordPassages(word, meeting string, add []motions.Passage, at string) error {
	if at != "" {
		c, err := when.ReadClock(at)
		if err != nil {
			return &exitError{exitUsage, lang.E(lang.MotionNoClock, at)}
		}
		add[0].Time = c
		if add[0].Vote != nil {
			add[0].Vote.Time = c
		}
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	r, err := a.pickMotion(ws, word)
	if err != nil {
		return err
	}
	to, err := a.minutesFor(ws, r, meeting)
	if err != nil {
		return err
	}
	news := make([]minutes.NewPassage, len(add))
	for i := range add {
		news[i] = minutes.NewPassage{Passage: add[i], After: -1, Block: -1}
	}
	if err := a.intoMinutes(ws, r, to, news); err != nil {
		return err
	}
	return a.sayRecorded(ws, r, to, lang.ToldMotionRecorded)
}

// spot is where in the minutes something of a motion is to stand.
type spot struct {
	ref     archive.Ref
	private bool
	taken   bool          // the motion stands there; else it is taken up there
	place   motions.Place // if it stands there
	plan    *capture.Plan // of an agenda, which may have no file yet
}

// path returns the file of a spot.
func (s *spot) path() string {
	if s.private {
		return s.ref.PrivatePath
	}
	return s.ref.Path
}

// minutesFor returns the minutes in which a vote or a decision is written down.
func (a *app) minutesFor(ws *archive.Workspace, r *motions.Record, meeting string) (spot, error) {
	if meeting != "" {
		ref, err := a.meeting(ws, []string{meeting})
		if err != nil {
			return spot{}, err
		}
		return a.spotIn(ws, r, ref)
	}
	for i := len(r.Places) - 1; i >= 0; i-- {
		if !r.Places[i].Planned {
			return a.spotOf(ws, r.Places[i])
		}
	}
	return spot{}, &exitError{exitUsage, lang.E(lang.MotionNoMeetingYet, r.ID).Hint(lang.MotionNameMeeting)}
}

// spotOf is the spot of a motion in a meeting that has it.
func (a *app) spotOf(ws *archive.Workspace, p motions.Place) (spot, error) {
	ref, err := ws.Resolve(p.Meeting)
	if err != nil {
		return spot{}, err
	}
	s := spot{ref: ref, private: p.Private, taken: true, place: p}
	return s, notApproved(ws, ref)
}

// spotIn is the spot of r in a meeting, whether that has it or not.
func (a *app) spotIn(ws *archive.Workspace, r *motions.Record, ref archive.Ref) (spot, error) {
	for _, p := range r.Places {
		if p.Meeting == ref.ID {
			return a.spotOf(ws, p)
		}
	}
	if r.Private {
		return spot{}, lang.E(lang.MotionPrivateThere, r.ID, ref.ID).Hint(lang.MotionPrivateHint)
	}
	return spot{ref: ref}, notApproved(ws, ref)
}

// notApproved refuses to change the text of minutes that were approved.
func notApproved(ws *archive.Workspace, ref archive.Ref) error {
	m, err := ws.Head(ref)
	if err != nil {
		return err
	}
	if m.Status == minutes.StatusApproved {
		return lang.E(lang.MotionApproved, ref.ID).Hint(lang.MotionApprovedHint)
	}
	return nil
}

// nextAgenda is the spot on the agenda of the next telco of the series that had
// r last.
func (a *app) nextAgenda(ws *archive.Workspace, r *motions.Record, o agendaOptions) (spot, error) {
	if r.Private {
		return spot{}, lang.E(lang.MotionPrivateAgenda, r.ID).Hint(lang.MotionPrivateHint)
	}
	if o.series == "" {
		if ref, err := ws.Resolve(lastPlace(r).Meeting); err == nil {
			settings := ws.Settings()
			if s, ok := settings.SeriesOf(ref.Series); ok {
				o.series = s.Key
			}
		}
	}
	p, err := a.agenda(ws, o)
	if err != nil {
		return spot{}, err
	}
	s := spot{ref: p.Ref, plan: &p}
	for _, place := range r.Places {
		if place.Meeting == p.Ref.ID {
			s.taken, s.place = true, place
		}
	}
	return s, nil
}

// intoMinutes writes passages of r at a spot, where it is taken up if it does
// not stand there yet.
func (a *app) intoMinutes(ws *archive.Workspace, r *motions.Record, to spot, add []minutes.NewPassage) error {
	change := func(f *minutes.File) ([]byte, error) {
		if to.taken {
			if err := unchanged(f, r, to.place); err != nil {
				return nil, err
			}
			return f.AddPassages(r.ID, to.place.Line, add)
		}
		return f.AddMotion(takenUp(r, add), -1)
	}
	if to.plan != nil {
		return capture.EditAgenda(ws, *to.plan, change)
	}
	edit, path := ws.Edit, to.ref.Path
	if to.private {
		edit, path = ws.EditPrivate, to.ref.PrivatePath
	}
	_, err := edit(to.ref, func(old []byte) ([]byte, error) {
		f, err := minutes.Parse(path, old, ws.Context())
		if err != nil {
			return nil, err
		}
		return change(f)
	})
	return err
}

// takenUp is r as a section of a further meeting: its id and title, and what
// is new. A passage that is answered stands there once more, word for word, so
// that it is seen what the answer is to.
func takenUp(r *motions.Record, add []minutes.NewPassage) motions.Motion {
	mo := motions.Motion{ID: r.ID, Title: r.Title}
	last := -1
	for _, n := range add {
		if n.After >= 0 && n.After != last {
			p := r.Parts[n.After].Passage
			p.Line, p.End = 0, 0
			mo.Parts, last = append(mo.Parts, p), n.After
		}
		mo.Parts = append(mo.Parts, n.Passage)
	}
	return mo
}

// sayRecorded says where something was written down, and what does not fit
// there. A pipe gets: id, meeting, file.
func (a *app) sayRecorded(ws *archive.Workspace, r *motions.Record, to spot, told lang.Text) error {
	now, err := ws.Motion(r.ID)
	if err != nil {
		return err
	}
	path := a.path(ws, to.path())
	if a.out.outTTY {
		a.out.Print(told.In(a.lang, r.ID, motionName(now, a.lang), path, a.motionState(now)) + "\n")
	} else {
		a.out.Record(string(r.ID), to.ref.ID, path)
		a.out.talk(told.In(a.lang, r.ID, motionName(now, a.lang), path, a.motionState(now)))
	}
	return a.warnOfMotion(ws, now, to)
}

// warnOfMotion reports what a person should look at in a motion's section.
func (a *app) warnOfMotion(ws *archive.Workspace, r *motions.Record, to spot) error {
	ref, err := ws.Resolve(to.ref.ID)
	if err != nil {
		return err
	}
	for _, p := range r.Places {
		if p.Meeting != ref.ID {
			continue
		}
		for _, v := range a.lintMeeting(ws, ref) {
			if v.Line >= p.Line && v.Line <= p.End && v.File == a.path(ws, to.path()) {
				a.out.Warn(at(v.File, v.Line) + v.Text)
			}
		}
	}
	for i := range r.Remarks {
		a.out.Warn(a.motionRemark(&r.Remarks[i]))
	}
	return nil
}

func (a *app) newMotionsSchedule() *cobra.Command {
	var o agendaOptions
	var reason string
	c := a.command("schedule ID", lang.HelpMotionsSchedule)
	a.agendaFlags(c, &o)
	c.Flags().StringVarP(&reason, "message", "m", "", lang.FlagMotionReason.In(a.lang))
	c.ValidArgsFunction = firstArg(a.completeMotions)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := oneMotion(args); err != nil {
			return err
		}
		return a.runMotionsSchedule(args[0], o, reason)
	}
	return c
}

// runMotionsSchedule puts a motion on the agenda of a telco to come. One that
// was ended is taken up again, for which a reason is needed.
func (a *app) runMotionsSchedule(word string, o agendaOptions, reason string) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	r, err := a.pickMotion(ws, word)
	if err != nil {
		return err
	}
	to, err := a.nextAgenda(ws, r, o)
	if err != nil {
		return err
	}
	if to.taken {
		return lang.E(lang.MotionThere, r.ID, to.ref.ID)
	}
	if r.Handling.Ended() || r.Handling == motions.HandlingPostponed || reason != "" {
		me, err := a.whoAmI(ws)
		if err != nil {
			return err
		}
		_, _, err = ws.ChangeMotion(r.ID, func(*motions.Record) (motions.Event, error) {
			return motions.Event{At: ws.Now(), By: me, ID: r.ID, Verb: motions.Schedule, Target: to.ref.ID, Text: oneLine(reason)}, nil
		})
		if err != nil {
			return err
		}
	}
	if err := a.intoMinutes(ws, r, to, nil); err != nil {
		return err
	}
	return a.sayRecorded(ws, r, to, lang.ToldMotionScheduled)
}

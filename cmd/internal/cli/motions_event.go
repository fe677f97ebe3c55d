package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
)

// motionStep is a command that adds an event to motions.
type motionStep struct {
	event func(r *motions.Record) (motions.Event, error) // what happens
	told  func(r *motions.Record, e motions.Event) string
	back  bool // it can be taken back with undo
	yes   bool // nobody is asked
}

// changeMotions applies a step to the motions that words name. What does not
// fit is said, and asked about at a terminal; it is never changed. One that is
// refused does not keep the others from it.
func (a *app) changeMotions(words []string, s motionStep) error {
	if len(words) == 0 {
		return oneMotion(nil)
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	me, err := a.whoAmI(ws)
	if err != nil {
		return err
	}
	reg, err := ws.MotionRegister()
	if err != nil {
		return err
	}
	var picked []*motions.Record
	for _, word := range words {
		r, err := a.motionIn(reg, word)
		if err != nil {
			return err
		}
		if !slices.Contains(picked, r) {
			picked = append(picked, r)
		}
	}
	var failed error
	var changed []string
	for _, r := range picked {
		err := a.changeMotion(ws, me, r, s)
		switch {
		case err == nil:
			changed = append(changed, string(r.ID))
		case len(picked) == 1:
			return err
		default:
			a.fail(err)
			failed = &exitError{max(exitCode(err), exitCode(failed)), errSilent}
		}
	}
	if s.back && len(changed) > 0 {
		a.out.Hint(lang.TaskHowToUndo, "telko motions undo "+strings.Join(changed, " "))
	}
	return failed
}

func (a *app) changeMotion(ws *archive.Workspace, me string, r *motions.Record, s motionStep) error {
	event := func(r *motions.Record) (motions.Event, error) {
		e, err := s.event(r)
		e.At, e.By, e.ID = ws.Now(), me, r.ID
		return e, err
	}
	e, err := event(r)
	if err != nil {
		return err
	}
	_, remarks, err := motions.Settle(r, e)
	if err != nil {
		return err
	}
	if err := a.askAbout(remarks, s.yes); err != nil {
		return err
	}
	now, e, err := ws.ChangeMotion(r.ID, event)
	if err != nil {
		return err
	}
	if a.out.outTTY {
		a.out.Print(s.told(now, e) + "\n")
	} else {
		a.out.Table(a.motionTable([]*motions.Record{now}))
		a.out.talk(s.told(now, e))
	}
	return nil
}

// askAbout says what does not fit, and asks a person whether it is meant so.
// Where nobody can be asked, it is done and said.
func (a *app) askAbout(remarks []motions.Remark, yes bool) error {
	for i := range remarks {
		a.out.Warn(a.motionRemark(&remarks[i]))
	}
	if len(remarks) == 0 || yes || !a.out.inTTY {
		return nil
	}
	sure, err := a.askYes(lang.MotionSure)
	if err == nil && !sure {
		err = &exitError{exitUsage, errCancelled}
	}
	return err
}

// motionVerb is a command that needs nothing but a motion and perhaps a reason.
type motionVerb struct {
	use  string
	help lang.Help
	verb motions.Verb
	told lang.Text // of id, name, state
}

func (a *app) newMotionsVerb(v motionVerb) *cobra.Command {
	var reason string
	var yes bool
	c := a.command(v.use+" ID...", v.help)
	c.Flags().StringVarP(&reason, "message", "m", "", lang.FlagMotionReason.In(a.lang))
	c.Flags().BoolVarP(&yes, "yes", "y", false, lang.FlagMotionYes.In(a.lang))
	c.ValidArgsFunction = a.completeMotions
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.changeMotions(args, motionStep{
			event: func(*motions.Record) (motions.Event, error) {
				return motions.Event{Verb: v.verb, Text: oneLine(reason)}, nil
			},
			told: a.toldMotion(v.told), back: true, yes: yes,
		})
	}
	return c
}

// toldMotion says with a text what became of a motion.
func (a *app) toldMotion(t lang.Text) func(*motions.Record, motions.Event) string {
	return func(r *motions.Record, e motions.Event) string {
		s := t.In(a.lang, r.ID, motionName(r, a.lang), a.motionState(r))
		if e.Text != "" {
			s += " (" + e.Text + ")"
		}
		return s
	}
}

func (a *app) newMotionsWithdraw() *cobra.Command {
	return a.newMotionsVerb(motionVerb{"withdraw", lang.HelpMotionsWithdraw, motions.Withdraw, lang.ToldMotionWithdrawn})
}

func (a *app) newMotionsInadmissible() *cobra.Command {
	return a.newMotionsVerb(motionVerb{"inadmissible", lang.HelpMotionsInadmissible, motions.Bar, lang.ToldMotionBarred})
}

func (a *app) newMotionsClose() *cobra.Command {
	return a.newMotionsVerb(motionVerb{"close", lang.HelpMotionsClose, motions.Close, lang.ToldMotionClosed})
}

func (a *app) newMotionsReopen() *cobra.Command {
	return a.newMotionsVerb(motionVerb{"reopen", lang.HelpMotionsReopen, motions.Reopen, lang.ToldMotionReopened})
}

func (a *app) newMotionsUnrealise() *cobra.Command {
	return a.newMotionsVerb(motionVerb{"unrealise", lang.HelpMotionsUnrealise, motions.Unrealise, lang.ToldMotionUnrealised})
}

func (a *app) newMotionsNote() *cobra.Command {
	c := a.command("note ID... TEXT", lang.HelpMotionsNote)
	c.ValidArgsFunction = a.completeMotions
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return oneMotion(nil)
		}
		last := len(args) - 1
		words := strings.TrimSpace(oneLine(args[last]))
		if _, err := motions.ParseID(words); err == nil || last == 0 || words == "" {
			return usage(lang.MotionNoteWhat, args[last])
		}
		return a.changeMotions(args[:last], motionStep{
			event: func(*motions.Record) (motions.Event, error) {
				return motions.Event{Verb: motions.Note, Text: words}, nil
			},
			told: a.toldMotion(lang.ToldMotionNoted), back: true,
		})
	}
	return c
}

func (a *app) newMotionsUndo() *cobra.Command {
	c := a.command("undo ID...", lang.HelpMotionsUndo)
	c.ValidArgsFunction = a.completeMotions
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.changeMotions(args, motionStep{
			event: motions.Inverse,
			told: func(r *motions.Record, e motions.Event) string {
				return lang.ToldMotionUndone.In(a.lang, r.ID, motionName(r, a.lang), a.verbName(e.Of), a.motionState(r))
			},
		})
	}
	return c
}

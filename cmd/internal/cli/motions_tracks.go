package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
	"telko/tasks/when"
)

// The commands that bring a motion on along one of its tracks and need to know
// more than why: to whom, until when, where.

func (a *app) newMotionsPostpone() *cobra.Command {
	var to, reason string
	c := a.command("postpone ID...", lang.HelpMotionsPostpone)
	c.Flags().StringVar(&to, "to", "", lang.FlagMotionUntil.In(a.lang))
	c.Flags().StringVarP(&reason, "message", "m", "", lang.FlagMotionReason.In(a.lang))
	c.ValidArgsFunction = a.completeMotions
	a.complete(c, "to", a.completeDates)
	c.RunE = func(_ *cobra.Command, args []string) error {
		ws, err := a.workspace()
		if err != nil {
			return err
		}
		target, err := a.motionTarget(ws, to)
		if err != nil {
			return err
		}
		return a.changeMotions(args, motionStep{
			event: func(*motions.Record) (motions.Event, error) {
				return motions.Event{Verb: motions.Postpone, Target: target, Text: oneLine(reason)}, nil
			},
			told: func(r *motions.Record, e motions.Event) string {
				until := e.Target
				if until == "" {
					until = lang.MotionNoDay.In(a.lang)
				}
				return lang.ToldMotionPostponed.In(a.lang, r.ID, motionName(r, a.lang), until)
			},
			back: true,
		})
	}
	return c
}

// motionTarget reads what a motion is put off to: a meeting, or a day in
// words, which becomes a date.
func (a *app) motionTarget(ws *archive.Workspace, word string) (string, error) {
	if word == "" {
		return "", nil
	}
	if ref, err := ws.Resolve(word); err == nil && ref.ID == word {
		return ref.ID, nil
	}
	day, err := calendar(ws).Read(word)
	if err != nil {
		return "", &exitError{exitUsage, err}
	}
	if day.Before(ws.Today()) {
		return "", usage(lang.MotionIntoPast, day, ws.Today())
	}
	return day.String(), nil
}

func (a *app) newMotionsRefer() *cobra.Command {
	var to string
	c := a.command("refer ID... --to WHOM", lang.HelpMotionsRefer)
	c.Flags().StringVar(&to, "to", "", lang.FlagMotionReferTo.In(a.lang))
	c.ValidArgsFunction = a.completeMotions
	c.RunE = func(_ *cobra.Command, args []string) error {
		if strings.TrimSpace(to) == "" {
			return usage(lang.MotionReferWhom)
		}
		return a.changeMotions(args, motionStep{
			event: func(*motions.Record) (motions.Event, error) {
				return motions.Event{Verb: motions.Refer, Text: oneLine(to)}, nil
			},
			told: func(r *motions.Record, e motions.Event) string {
				return lang.ToldMotionReferred.In(a.lang, r.ID, motionName(r, a.lang), e.Text)
			},
			back: true,
		})
	}
	return c
}

func (a *app) newMotionsSettle() *cobra.Command {
	var by, reason string
	c := a.command("settle ID... --by ID", lang.HelpMotionsSettle)
	c.Flags().StringVar(&by, "by", "", lang.FlagMotionSettledBy.In(a.lang))
	c.Flags().StringVarP(&reason, "message", "m", "", lang.FlagMotionReason.In(a.lang))
	c.ValidArgsFunction = a.completeMotions
	a.complete(c, "by", a.completeMotions)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if by == "" && reason == "" {
			return usage(lang.MotionSettleBy)
		}
		other, err := a.otherMotion(by)
		if err != nil {
			return err
		}
		return a.changeMotions(args, motionStep{
			event: func(r *motions.Record) (motions.Event, error) {
				if other == r.ID {
					return motions.Event{}, &motions.Refused{Code: motions.Self, Motion: r.ID, Tracks: r.Tracks}
				}
				return motions.Event{Verb: motions.SettleV, Other: other, Text: oneLine(reason)}, nil
			},
			told: a.toldMotion(lang.ToldMotionSettled), back: true,
		})
	}
	return c
}

// otherMotion returns the id of the motion that word names, "" for "".
func (a *app) otherMotion(word string) (motions.ID, error) {
	if word == "" {
		return "", nil
	}
	ws, err := a.workspace()
	if err != nil {
		return "", err
	}
	r, err := a.pickMotion(ws, word)
	if err != nil {
		return "", err
	}
	return r.ID, nil
}

func (a *app) newMotionsRealise() *cobra.Command {
	var on, link, note string
	var yes bool
	c := a.command("realise ID...", lang.HelpMotionsRealise)
	c.Flags().StringVar(&on, "on", "", lang.FlagMotionOn.In(a.lang))
	c.Flags().StringVar(&link, "link", "", lang.FlagMotionLink.In(a.lang))
	c.Flags().StringVarP(&note, "message", "m", "", lang.FlagMessage.In(a.lang))
	c.Flags().BoolVarP(&yes, "yes", "y", false, lang.FlagMotionYes.In(a.lang))
	c.ValidArgsFunction = a.completeMotions
	a.complete(c, "on", a.completeDates)
	c.RunE = func(_ *cobra.Command, args []string) error {
		ws, err := a.workspace()
		if err != nil {
			return err
		}
		day := ws.Today()
		if on != "" {
			if day, err = when.Read(on, ws.Today()); err != nil {
				return &exitError{exitUsage, err}
			}
			if day.After(ws.Today()) {
				return usage(lang.MotionNotYet, day)
			}
		}
		return a.changeMotions(args, motionStep{
			event: func(*motions.Record) (motions.Event, error) {
				return motions.Event{Verb: motions.Realise, On: day, Link: strings.TrimSpace(link), Text: oneLine(note)}, nil
			},
			told: func(r *motions.Record, e motions.Event) string {
				return lang.ToldMotionRealised.In(a.lang, r.ID, motionName(r, a.lang), strings.TrimSpace(a.isoDay(e.On)+" "+e.Link))
			},
			back: true, yes: yes,
		})
	}
	return c
}

func (a *app) newMotionsLink() *cobra.Command {
	return a.newMotionsLinker("link", lang.HelpMotionsLink, motions.LinkV, lang.ToldMotionLinked)
}

func (a *app) newMotionsUnlink() *cobra.Command {
	return a.newMotionsLinker("unlink", lang.HelpMotionsUnlink, motions.Unlink, lang.ToldMotionUnlinked)
}

func (a *app) newMotionsLinker(use string, help lang.Help, verb motions.Verb, told lang.Text) *cobra.Command {
	c := a.command(use+" ID RELATION ID", help)
	c.ValidArgsFunction = func(c *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) != 1 {
			return a.completeMotions(c, args, typed)
		}
		return completeWords(relations(), typed), noFiles
	}
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return oneMotion(nil)
		}
		if err := argCount(args, 3, 3); err != nil {
			return err
		}
		relation := motions.Relation(strings.ToLower(args[1]))
		if relation.Inverse() == "" {
			return usage(lang.MotionNoRelation, args[1], strings.Join(relations(), ", "))
		}
		other, err := a.otherMotion(args[2])
		if err != nil {
			return err
		}
		return a.changeMotions(args[:1], motionStep{
			event: func(*motions.Record) (motions.Event, error) {
				return motions.Event{Verb: verb, Relation: relation, Other: other}, nil
			},
			told: func(r *motions.Record, e motions.Event) string {
				return told.In(a.lang, r.ID, motionName(r, a.lang), relationName(e.Relation), e.Other)
			},
			back: true,
		})
	}
	return c
}

func relations() []string {
	return []string{
		string(motions.Competes), string(motions.Supersedes), string(motions.SupersededBy), string(motions.SettledBy), string(motions.Settles),
	}
}

func completeWords(words []string, typed string) []cobra.Completion {
	var out []cobra.Completion
	for _, w := range words {
		if strings.HasPrefix(w, typed) {
			out = append(out, w)
		}
	}
	return out
}

type motionsDecideOptions struct {
	words       []string
	meeting, at string
	yes         bool
}

func (a *app) newMotionsDecide() *cobra.Command {
	var o motionsDecideOptions
	c := a.command("decide ID DECISION...", lang.HelpMotionsDecide)
	c.Flags().StringVar(&o.meeting, "meeting", "", lang.FlagMotionDecideIn.In(a.lang))
	c.Flags().StringVar(&o.at, "at", "", lang.FlagMotionAt.In(a.lang))
	c.Flags().BoolVarP(&o.yes, "yes", "y", false, lang.FlagMotionYes.In(a.lang))
	a.complete(c, "meeting", a.completeMeetings)
	c.ValidArgsFunction = firstArg(a.completeMotions)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return oneMotion(nil)
		}
		if len(args) < 2 {
			return usage(lang.MotionDecideWhat)
		}
		o.words = args
		return a.runMotionsDecide(o)
	}
	return c
}

// runMotionsDecide records a decision: in the minutes of a meeting if one is
// named, else in the log, as one that was made between meetings.
func (a *app) runMotionsDecide(o motionsDecideOptions) error {
	words := strings.TrimSpace(oneLine(strings.Join(o.words[1:], " ")))
	outcome, ok := motions.ReadOutcome(words)
	if o.meeting != "" {
		if !ok && !motions.IsPostponed(words) {
			a.out.Warn(lang.ReadOutcome.In(a.lang, words))
		}
		return a.recordPassage(o.words[0], o.meeting, motions.Passage{Kind: motions.Decision, Text: words, Outcome: outcome}, o.at)
	}
	if _, decided := outcome.Tracks(); !ok || decided == motions.NoOutcome {
		return &exitError{exitUsage, lang.E(lang.MotionNoOutcome, words).Hint(lang.MotionOutcomesAre, a.outcomeNames())}
	}
	if o.at != "" {
		return usage(lang.MotionAtWhere)
	}
	reason := words
	if key := lang.Key(words); key == lang.Key(minutes.FormatOutcome(outcome, lang.German)) || key == lang.Key(minutes.FormatOutcome(outcome, lang.English)) {
		reason = ""
	}
	return a.changeMotions(o.words[:1], motionStep{
		event: func(*motions.Record) (motions.Event, error) {
			return motions.Event{Verb: motions.Decide, Outcome: outcome, Text: reason}, nil
		},
		told: a.toldMotion(lang.ToldMotionDecided), back: true, yes: o.yes,
	})
}

func (a *app) outcomeNames() string {
	var names []string
	for _, o := range []motions.Outcome{
		motions.Accepted, motions.AcceptedChanged, motions.Rejected, motions.NotDecided, motions.ReferredOut, motions.NotCompetent,
	} {
		names = append(names, minutes.FormatOutcome(o, a.lang))
	}
	return strings.Join(names, ", ")
}

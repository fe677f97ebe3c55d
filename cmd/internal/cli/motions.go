package cli

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
)

// motionCommands are the commands of motions, in the order of help.
var motionCommands = []struct {
	name string
	make func(*app) *cobra.Command
}{
	{"list", func(a *app) *cobra.Command { return a.motionsLister("list", lang.HelpMotionsList) }},
	{"show", (*app).newMotionsShow},
	{"history", (*app).newMotionsHistory},
	{"add", (*app).newMotionsAdd},
	{"schedule", (*app).newMotionsSchedule},
	{"answer", (*app).newMotionsAnswer},
	{"answers", (*app).newMotionsAnswers},
	{"vote", (*app).newMotionsVote},
	{"decide", (*app).newMotionsDecide},
	{"refer", (*app).newMotionsRefer},
	{"postpone", (*app).newMotionsPostpone},
	{"withdraw", (*app).newMotionsWithdraw},
	{"inadmissible", (*app).newMotionsInadmissible},
	{"settle", (*app).newMotionsSettle},
	{"close", (*app).newMotionsClose},
	{"reopen", (*app).newMotionsReopen},
	{"realise", (*app).newMotionsRealise},
	{"unrealise", (*app).newMotionsUnrealise},
	{"link", (*app).newMotionsLink},
	{"unlink", (*app).newMotionsUnlink},
	{"note", (*app).newMotionsNote},
	{"undo", (*app).newMotionsUndo},
}

// newMotions returns the group of motion commands; by itself it lists.
func (a *app) newMotions() *cobra.Command {
	c := a.motionsLister("motions", lang.HelpMotions)
	c.Args = a.noSuchCommand
	if a.completesFlagOf(c) {
		return c
	}
	for _, i := range namedMotion(a.args) {
		c.AddCommand(motionCommands[i].make(a))
	}
	return c
}

// namedMotion returns the commands of motions that stand in args, as namedTask
// does for tasks.
func namedMotion(args []string) []int {
	var all, some []int
	for i, c := range motionCommands {
		if len(args) > 1 && slices.Contains(args[1:], c.name) {
			some = append(some, i)
		}
		all = append(all, i)
	}
	if len(some) > 0 {
		return some
	}
	if len(args) == 0 || args[0] != "motions" {
		return all
	}
	for _, arg := range args[1:] {
		if len(arg) < 3 || arg[:2] != "--" || strings.HasPrefix(arg, "--h") {
			return all
		}
	}
	return nil
}

// motionTable returns motions as a list. A pipe gets: id, handling, outcome,
// realisation, day of receipt, petitioners, title, meeting that had it last,
// its number there.
func (a *app) motionTable(rs []*motions.Record) *table {
	tab := &table{rows: make([][]cell, 0, len(rs)), heads: []lang.Text{lang.HeadID, lang.HeadState, lang.HeadReceived, lang.HeadPetitioner, lang.HeadMotion}}
	for _, r := range rs {
		last := lastPlace(r)
		tab.add(
			text(string(r.ID)),
			both(a.motionState(r), string(r.Handling)),
			both(minutes.FormatDate(r.Received, a.lang), string(r.Outcome)),
			both(petitioners(r, ", "), string(r.Realisation)),
			both(motionName(r, a.lang), r.Received.String()),
			text(petitioners(r, ", ")), text(r.Title), text(last.Meeting), text(decimal(last.Number)),
		)
	}
	return tab
}

// motionState says on all three tracks where a motion has got to.
func (a *app) motionState(r *motions.Record) string {
	var words []string
	if r.Outcome == motions.NoOutcome || r.Handling != motions.HandlingClosed {
		words = append(words, handlingName(r.Handling).In(a.lang))
	}
	if r.Outcome != motions.NoOutcome {
		words = append(words, minutes.FormatOutcome(r.Outcome, a.lang))
	}
	switch r.Realisation {
	case motions.Realised:
		words = append(words, lang.MotionRealised.In(a.lang))
	case motions.Unrealised:
		words = append(words, lang.MotionUnrealised.In(a.lang))
	}
	return strings.Join(words, ", ")
}

func handlingName(h motions.Handling) lang.Text {
	switch h {
	case motions.HandlingScheduled:
		return lang.MotionScheduled
	case motions.HandlingDiscussed:
		return lang.MotionDiscussed
	case motions.HandlingAnswered:
		return lang.MotionAnswered
	case motions.HandlingClosed:
		return lang.MotionClosed
	case motions.HandlingWithdrawn:
		return lang.MotionWithdrawn
	case motions.HandlingInadmissible:
		return lang.MotionInadmissible
	case motions.HandlingSettled:
		return lang.MotionSettled
	case motions.HandlingPostponed:
		return lang.MotionPostponed
	}
	return lang.MotionReceived
}

func relationName(r motions.Relation) lang.Text {
	switch r {
	case motions.Supersedes:
		return lang.MotionSupersedes
	case motions.SupersededBy:
		return lang.MotionSupersededBy
	case motions.SettledBy:
		return lang.MotionSettledBy
	case motions.Settles:
		return lang.MotionSettles
	}
	return lang.MotionCompetes
}

// motionName returns the title of a motion; one without is called by its
// number.
func motionName(r *motions.Record, l lang.Lang) string {
	switch {
	case r.Title != "":
		return r.Title
	case r.Number > 0:
		return lang.LabelMotion.Write(l) + " " + strconv.Itoa(r.Number)
	}
	return lang.MotionNoTitle.In(l)
}

func petitioners(r *motions.Record, sep string) string {
	names := make([]string, len(r.Petitioners))
	for i, p := range r.Petitioners {
		names[i] = p.Name
	}
	return strings.Join(names, sep)
}

// lastPlace returns the last meeting that has r; one that only the log knows
// has none.
func lastPlace(r *motions.Record) motions.Place {
	if len(r.Places) == 0 {
		return motions.Place{}
	}
	return r.Places[len(r.Places)-1]
}

// openMotion reports whether there is something left to do about r.
func openMotion(r *motions.Record) bool {
	return !r.Handling.Ended() || r.Realisation == motions.Unrealised
}

// pickMotion returns the motion that word names, with all that is known of it.
// A full id is found anywhere; a short form only if a person is at a terminal
// to see what was understood, and then one that is open goes first.
func (a *app) pickMotion(ws *archive.Workspace, word string) (*motions.Record, error) {
	id, err := a.motionID(ws, word)
	if err != nil {
		return nil, err
	}
	r, err := ws.Motion(id)
	if errors.Is(err, archive.ErrNoMotion) {
		return nil, noMotion(word)
	}
	return r, err
}

// pickMotionAlike does what pickMotion does, and returns what then finds those
// that resemble the motion.
func (a *app) pickMotionAlike(ws *archive.Workspace, word string) (*motions.Record, func() ([]archive.Likeness, error), error) {
	id, err := a.motionID(ws, word)
	if err != nil {
		return nil, nil, err
	}
	r, alike, err := ws.MotionAlike(id, mostAlike)
	if errors.Is(err, archive.ErrNoMotion) {
		return nil, nil, noMotion(word)
	}
	return r, alike, err
}

// motionID returns the id of the motion that word names.
func (a *app) motionID(ws *archive.Workspace, word string) (motions.ID, error) {
	if id, err := motions.ParseID(word); err == nil {
		return id, nil
	}
	reg, err := ws.ListMotions()
	if err != nil {
		return "", err
	}
	r, err := a.motionIn(reg, word)
	if err != nil {
		return "", err
	}
	return r.ID, nil
}

func noMotion(word string) error {
	return lang.E(lang.MotionNone, word).Hint(lang.MotionSeeList).Because(archive.ErrNoMotion)
}

func (a *app) motionIn(reg *archive.MotionRegister, word string) (*motions.Record, error) {
	if id, err := motions.ParseID(word); err == nil {
		if r := reg.Find(id); r != nil {
			return r, nil
		}
		return nil, noMotion(word)
	}
	if !a.out.inTTY {
		err := lang.E(lang.MotionNoFullID, word).Hint(lang.MotionFullIDs).Because(archive.ErrNoMotion)
		return nil, &exitError{exitUsage, err}
	}
	found := archive.MatchMotions(reg.Motions, word)
	if open := slices.DeleteFunc(slices.Clone(found), func(r *motions.Record) bool { return !openMotion(r) }); len(open) == 1 {
		found = open
	}
	switch len(found) {
	case 0:
		return nil, noMotion(word)
	case 1:
		return found[0], nil
	}
	for _, r := range found {
		a.out.talk("  " + string(r.ID) + "  " + motionName(r, a.lang))
	}
	return nil, &exitError{exitUsage, lang.E(lang.MotionAmbiguous, word).Hint(lang.MotionSayMore)}
}

// completeMotions completes ids with titles: those that are open, as long as
// nothing is typed.
func (a *app) completeMotions(_ *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	ws, err := a.workspace()
	if err != nil {
		return nil, noFiles
	}
	reg, err := ws.ListMotions()
	if err != nil {
		return nil, noFiles
	}
	var out []cobra.Completion
	for _, r := range slices.Backward(reg.Motions) {
		id := string(r.ID)
		if id == "" || !strings.HasPrefix(id, typed) || slices.Contains(args, id) || typed == "" && !openMotion(r) {
			continue
		}
		out = append(out, described(id, motionName(r, a.lang)))
	}
	return out, noFiles | cobra.ShellCompDirectiveKeepOrder
}

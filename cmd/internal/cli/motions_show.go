package cli

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
)

func (a *app) newMotionsShow() *cobra.Command {
	var asJSON bool
	c := a.command("show ID", lang.HelpMotionsShow)
	c.Flags().BoolVar(&asJSON, "json", false, lang.FlagJSON.In(a.lang))
	c.ValidArgsFunction = firstArg(a.completeMotions)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := oneMotion(args); err != nil {
			return err
		}
		return a.runMotionsShow(args[0], asJSON)
	}
	return c
}

// oneMotion is the argument check of commands about one motion. A shell takes
// everything behind an unquoted # for a comment.
func oneMotion(args []string) error {
	if len(args) == 0 {
		return &exitError{exitUsage, lang.E(lang.MotionWhich).Hint(lang.MotionNoHash)}
	}
	return argCount(args, 1, 1)
}

// shownMotionJSON is a motion with what became of it, and those that it
// resembles.
type shownMotionJSON struct {
	motionJSON
	History []stepJSON   `json:"history"`
	Remarks []remarkJSON `json:"remarks"`
	Alike   []alikeJSON  `json:"alike"`
	Frozen  string       `json:"frozen"`
}

type remarkJSON struct {
	Code    string `json:"code"`
	Text    string `json:"text"`
	Meeting string `json:"meeting"`
	Line    int    `json:"line"`
}

// runMotionsShow shows a motion whole. A pipe gets lines of name and value;
// then a line a passage, "part", number, kind, who, when, number of the
// passage it answers, edited or gone, meeting, text; if the wording
// was changed, what it was, "frozen", title, text; then a line a motion that it
// resembles, "alike", id, percent, title.
func (a *app) runMotionsShow(word string, asJSON bool) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	r, alike, err := a.pickMotionAlike(ws, word)
	if err != nil {
		return err
	}
	if !asJSON { // to be read while those like it are looked for
		a.card(a.motionCard(r))
		for i := range r.Parts {
			a.showPart(r, i)
		}
		a.showFrozen(r)
		a.out.Flush()
	}
	found, err := alike()
	if err != nil {
		return err
	}
	if asJSON {
		j := shownMotionJSON{recordJSON(r), stepsJSON(r.History), []remarkJSON{}, alikesJSON(found), r.Frozen}
		for i := range r.Remarks {
			m := &r.Remarks[i]
			j.Remarks = append(j.Remarks, remarkJSON{string(m.Code), a.motionRemark(m), m.Meeting, m.Line})
		}
		return a.out.JSON(j)
	}
	a.showAlike(found)
	return nil
}

// motionCard lists what there is to say of r but its passages.
func (a *app) motionCard(r *motions.Record) [][2]string {
	state := a.motionState(r)
	for _, more := range []string{r.Until, r.Reason} {
		if more != "" {
			state += ": " + more
		}
	}
	rows := [][2]string{
		{lang.HeadID.In(a.lang), string(r.ID)},
		{lang.HeadMotion.In(a.lang), motionName(r, a.lang)},
		{lang.HeadState.In(a.lang), state},
	}
	add := func(head lang.Text, value string) {
		if value != "" {
			rows = append(rows, [2]string{head.In(a.lang), value})
		}
	}
	for _, p := range r.Petitioners {
		name := p.Name
		if p.Role != "" {
			name += " (" + p.Role + ")"
		}
		add(lang.HeadPetitioner, strings.TrimSpace(name+" "+p.Remark))
	}
	add(lang.HeadAddressee, r.Addressee)
	add(lang.HeadSource, r.Source)
	add(lang.HeadReceived, a.isoDay(r.Received))
	for _, p := range r.Places {
		place := p.Meeting
		if p.Number > 0 {
			place += ", " + lang.LabelMotion.Write(a.lang) + " " + strconv.Itoa(p.Number)
		}
		add(lang.HeadMeeting, place)
	}
	if d := r.Ruling; d != nil {
		add(lang.HeadDecision, a.ruling(d, d.Date.String()))
	}
	add(lang.HeadReferredTo, r.To)
	if r.Realisation == motions.Realised {
		add(lang.MotionRealised, strings.TrimSpace(a.isoDay(r.RealisedOn)+" "+r.RealisedAt))
	}
	for _, l := range r.Links {
		add(relationName(l.Relation), "#"+string(l.ID))
	}
	if r.Private {
		add(lang.HeadNote, lang.CardMotionPrivate.In(a.lang))
	}
	for i := range r.Remarks {
		add(lang.HeadNote, a.motionRemark(&r.Remarks[i]))
	}
	return rows
}

// ruling says what was decided, when, and with which tally.
func (a *app) ruling(d *motions.Ruling, day string) string {
	s := oneLine(d.Text)
	if s == "" {
		s = minutes.FormatOutcome(d.Outcome, a.lang)
	}
	if d.Vote != nil {
		s += " (" + minutes.FormatVote(d.Vote, a.lang) + ")"
	}
	return s + ", " + strings.TrimSpace(day+" "+d.Time.String())
}

// showPart shows a passage with its number, and of an answer where it stands.
func (a *app) showPart(r *motions.Record, i int) {
	p := &r.Parts[i]
	if p.Repeated {
		return // it was shown already
	}
	of, mark := "", ""
	if p.Of >= 0 {
		of = strconv.Itoa(firstSaid(r, p.Of) + 1)
	}
	switch {
	case p.Gone:
		mark = "gone"
	case p.Edited:
		mark = "edited"
	}
	if !a.out.outTTY {
		a.out.Record("part", strconv.Itoa(i+1), string(p.Kind), p.By, p.Time.String(), of, mark, r.Places[p.Place].Meeting, p.Text)
		return
	}
	head := strconv.Itoa(i+1) + "  " + answerLabel(&p.Passage, a.lang)
	var said []string
	switch {
	case of != "" && p.Gone:
		said = append(said, lang.PartGone.In(a.lang))
	case of != "" && p.Edited:
		said = append(said, lang.PartOf.In(a.lang, of), lang.PartEdited.In(a.lang))
	case of != "":
		said = append(said, lang.PartOf.In(a.lang, of))
	}
	if p.Place > 0 && (i == 0 || r.Parts[i-1].Place != p.Place) {
		said = append(said, r.Places[p.Place].Meeting)
	}
	if p.Kind == motions.VotePart && len(p.There) > 0 {
		said = append(said, lang.PartThere.In(a.lang, strings.Join(p.There, ", ")))
	}
	if len(said) > 0 {
		head += " · " + strings.Join(said, " · ")
	}
	a.out.Print("\n" + head + "\n")
	margin := "   "
	if p.Kind == motions.Answer || p.Kind == motions.Comment {
		margin = "   │ "
	}
	words := p.Text
	switch {
	case words == "" && p.Vote != nil:
		words = minutes.FormatVote(p.Vote, a.lang)
	case words == "":
		words = minutes.FormatOutcome(p.Outcome, a.lang)
	}
	for line := range strings.SplitSeq(words, "\n") {
		for _, part := range wrap(line, max(a.out.width-6, minLast)) {
			a.out.Print(strings.TrimRight(margin+part, " ") + "\n")
		}
	}
}

// firstSaid returns the index of the passage that part i repeats, i if it
// repeats none.
func firstSaid(r *motions.Record, i int) int {
	if !r.Parts[i].Repeated {
		return i
	}
	for k := range r.Parts[:i] {
		if r.Parts[k].Kind == r.Parts[i].Kind && r.Parts[k].Text == r.Parts[i].Text {
			return k
		}
	}
	return i
}

// showFrozen shows the wording that was received, if it was changed since.
func (a *app) showFrozen(r *motions.Record) {
	changed := slices.ContainsFunc(r.Remarks, func(m motions.Remark) bool { return m.Code == motions.TextChanged })
	if !changed || r.Frozen == "" {
		return
	}
	title, words, _ := strings.Cut(r.Frozen, "\n")
	if !a.out.outTTY {
		a.out.Record("frozen", title, words)
		return
	}
	a.out.Print("\n" + lang.MotionFrozen.In(a.lang) + "\n")
	for line := range strings.SplitSeq(r.Frozen, "\n") {
		for _, part := range wrap(line, max(a.out.width-6, minLast)) {
			a.out.Print(strings.TrimRight("   "+part, " ") + "\n")
		}
	}
}

func (a *app) showAlike(found []archive.Likeness) {
	if len(found) == 0 {
		return
	}
	if !a.out.outTTY {
		for i := range found {
			l := &found[i]
			a.out.Record("alike", string(l.ID), strconv.Itoa(percent(l)), l.Title)
		}
		return
	}
	a.out.Print("\n" + lang.MotionAlike.In(a.lang) + "\n")
	for i := range found {
		l := &found[i]
		a.out.Print("  " + oneLine(likeName(l, a.lang)) + "\n")
		for _, p := range answersOf(l.Record) {
			for i, part := range wrap(answerLabel(&p.Passage, a.lang)+": "+shortened(p.Text, 240), max(a.out.width-8, minLast)) {
				margin := "    │ "
				if i > 0 {
					margin = "    │   "
				}
				a.out.Print(margin + part + "\n")
			}
		}
	}
}

func (a *app) newMotionsHistory() *cobra.Command {
	var asJSON bool
	c := a.command("history ID", lang.HelpMotionsHistory)
	c.Flags().BoolVar(&asJSON, "json", false, lang.FlagJSON.In(a.lang))
	c.ValidArgsFunction = firstArg(a.completeMotions)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := oneMotion(args); err != nil {
			return err
		}
		return a.runMotionsHistory(args[0], asJSON)
	}
	return c
}

// runMotionsHistory lists what became of a motion, in minutes and log. A pipe
// gets: instant, who, what, meeting or nothing, words.
func (a *app) runMotionsHistory(word string, asJSON bool) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	r, err := a.pickMotion(ws, word)
	if err != nil {
		return err
	}
	if asJSON {
		return a.out.JSON(stepsJSON(r.History))
	}
	tab := &table{heads: []lang.Text{lang.HeadWhen, lang.HeadBy, lang.HeadWhat}}
	for i := range r.History {
		s := &r.History[i]
		what := a.stepName(s)
		if s.Meeting != "" {
			what += " (" + s.Meeting + ")"
		}
		if s.Text != "" {
			what += ": " + shortened(s.Text, 200)
		}
		if s.Undone {
			what += " " + lang.MotionUndone.In(a.lang)
		}
		tab.add(both(s.At.Format("2006-01-02 15:04"), s.At.Format(time.RFC3339)), text(s.By), both(what, string(s.What)), text(s.Meeting), text(s.Text))
	}
	a.out.Table(tab)
	return nil
}

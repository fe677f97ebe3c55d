package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
)

type motionsAnswerOptions struct {
	word                       string
	message, file, by, meeting string
	passage                    int
	comment, recommend         bool
}

func (a *app) newMotionsAnswer() *cobra.Command {
	var o motionsAnswerOptions
	c := a.command("answer ID", lang.HelpMotionsAnswer, exitConflict)
	f := c.Flags()
	f.StringVarP(&o.message, "message", "m", "", lang.FlagMotionAnswer.In(a.lang))
	f.StringVarP(&o.file, "file", "F", "", lang.FlagMotionAnswerFile.In(a.lang))
	f.IntVarP(&o.passage, "passage", "p", 0, lang.FlagMotionPassage.In(a.lang))
	f.StringVar(&o.by, "by", "", lang.FlagMotionBy.In(a.lang))
	f.StringVar(&o.meeting, "meeting", "", lang.FlagMotionAnswerIn.In(a.lang))
	f.BoolVar(&o.comment, "comment", false, lang.FlagMotionComment.In(a.lang))
	f.BoolVar(&o.recommend, "recommend", false, lang.FlagMotionRecommend.In(a.lang))
	a.complete(c, "meeting", a.completeMeetings)
	c.ValidArgsFunction = firstArg(a.completeMotions)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := oneMotion(args); err != nil {
			return err
		}
		o.word = args[0]
		return a.runMotionsAnswer(o)
	}
	return c
}

// runMotionsAnswer writes answers to a motion into minutes: those that have it
// last, while they are an agenda or a draft, else the agenda of the next telco,
// which takes the motion up again.
func (a *app) runMotionsAnswer(o motionsAnswerOptions) error {
	if o.comment && o.recommend {
		return usage(lang.MotionFlagsExclude, "--comment", "--recommend")
	}
	if o.message != "" && o.file != "" {
		return usage(lang.MotionFlagsExclude, "--message", "--file")
	}
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	r, alike, err := a.pickMotionAlike(ws, o.word)
	if err != nil {
		return err
	}
	to, err := a.answerSpot(ws, r, o.meeting)
	if err != nil {
		return err
	}
	found, err := alike()
	if err != nil {
		return err
	}
	if o.message == "" && o.file == "" {
		return a.answerInEditor(ws, r, to, found, o)
	}
	text := o.message
	if o.file != "" {
		src, err := a.readInput(o.file)
		if err != nil {
			return err
		}
		text = string(src)
	}
	one := sheetAnswer{part: -1, block: -1, text: text}
	asked := askedParts(r)
	switch {
	case o.passage < 0 || o.passage > len(r.Parts):
		return usage(lang.MotionNoPassage, o.passage, len(r.Parts))
	case o.passage > 0:
		one.part = o.passage - 1
		if k := r.Parts[one.part].Kind; k != motions.TextPart && k != motions.Reasons && k != motions.Amendment {
			return usage(lang.MotionNotAsked, o.passage, joinNumbers(asked))
		}
	case len(asked) > 1:
		err := lang.E(lang.MotionWhichPassage, r.ID, len(asked)).Hint(lang.MotionPassages, joinNumbers(asked))
		return &exitError{exitUsage, err}
	case len(asked) == 1:
		one.part = asked[0]
	}
	if err := a.saveAnswers(ws, r, to, []sheetAnswer{one}, o); err != nil {
		return err
	}
	a.sayAlike(found)
	return nil
}

func joinNumbers(parts []int) string {
	words := make([]string, len(parts))
	for i, p := range parts {
		words[i] = strconv.Itoa(p + 1)
	}
	return strings.Join(words, ", ")
}

// answerSpot returns where an answer is written down.
func (a *app) answerSpot(ws *archive.Workspace, r *motions.Record, meeting string) (spot, error) {
	if meeting != "" {
		return a.minutesFor(ws, r, meeting)
	}
	if len(r.Places) == 0 {
		return spot{}, lang.E(lang.MotionLost, r.ID)
	}
	last := lastPlace(r)
	ref, err := ws.Resolve(last.Meeting)
	if err != nil {
		return spot{}, err
	}
	m, err := ws.Head(ref)
	if err != nil {
		return spot{}, err
	}
	closed := m.Status == minutes.StatusFinal || m.Status == minutes.StatusApproved
	if last.Private || !closed {
		return a.spotOf(ws, last)
	}
	return a.nextAgenda(ws, r, agendaOptions{})
}

// answerInEditor lets a person write the answers between the passages. The
// sheet is kept until they are in the minutes.
func (a *app) answerInEditor(ws *archive.Workspace, r *motions.Record, to spot, found []archive.Likeness, o motionsAnswerOptions) error {
	sheet, quoted := a.sheet(r, found)
	path, err := a.editCopy(ws, string(r.ID)+".md", []byte(sheet))
	if err != nil {
		return err
	}
	for {
		if err := a.runEditor(path); err != nil {
			return lang.E(lang.EditorFailed, err).Hint(lang.EditKept, path)
		}
		src, err := os.ReadFile(path)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		answers, err := readSheet(string(src), quoted)
		if err == nil && len(answers) == 0 || bytes.Equal(src, []byte(sheet)) {
			a.out.Talk(lang.MotionNoAnswer)
			return os.RemoveAll(filepath.Dir(path))
		}
		if err == nil {
			err = a.saveAnswers(ws, r, to, answers, o)
		}
		if err == nil {
			return os.RemoveAll(filepath.Dir(path))
		}
		again, asked := a.editAgain(err)
		if asked != nil || !again {
			return a.kept(err, path)
		}
	}
}

// saveAnswers writes answers into minutes.
func (a *app) saveAnswers(ws *archive.Workspace, r *motions.Record, to spot, answers []sheetAnswer, o motionsAnswerOptions) error {
	kind := motions.Answer
	if o.comment || o.recommend {
		kind = motions.Comment
	}
	var add []minutes.NewPassage
	for _, one := range answers {
		p := motions.Passage{Kind: kind, Advice: o.recommend, Text: capture.PassageText(one.text, kind)}
		spoken(&p, o.by, ws.Lang())
		if p.Text == "" {
			continue
		}
		n := minutes.NewPassage{Passage: p, After: one.part, Block: one.block}
		if one.part >= 0 && to.taken {
			n.After = partHere(r, one.part, to.place)
		}
		add = append(add, n)
	}
	if len(add) == 0 {
		return usage(lang.MotionEmptyAnswer)
	}
	if err := a.intoMinutes(ws, r, to, add); err != nil {
		return err
	}
	return a.sayRecorded(ws, r, to, lang.ToldMotionAnswered)
}

// partHere returns the index of a part of r among the passages of the motion's
// section at a place; -1 if it is said in another meeting.
func partHere(r *motions.Record, part int, place motions.Place) int {
	n := 0
	for i := range r.Parts {
		p := &r.Places[r.Parts[i].Place]
		if p.Meeting != place.Meeting || p.Private != place.Private {
			continue
		}
		if i == part || r.Parts[i].Repeated && r.Parts[i].Kind == r.Parts[part].Kind && r.Parts[i].Text == r.Parts[part].Text {
			return n
		}
		n++
	}
	return -1
}

// unchanged reports a conflict if the motion's section is no longer what was
// answered: an answer would stand in another place than it was meant for.
func unchanged(f *minutes.File, r *motions.Record, place motions.Place) error {
	var here []motions.Passage
	for i := range r.Parts {
		if p := &r.Places[r.Parts[i].Place]; p.Meeting == place.Meeting && p.Private == place.Private {
			here = append(here, r.Parts[i].Passage)
		}
	}
	same := func(a, b motions.Passage) bool { return a.Kind == b.Kind && a.Text == b.Text }
	for _, m := range f.Meeting.Motions {
		if m.ID == r.ID && slices.EqualFunc(m.Parts, here, same) {
			return nil
		}
	}
	return &exitError{exitConflict, lang.E(lang.MotionChanged, r.ID).Because(archive.ErrChanged)}
}

// spoken names who speaks in a passage's label: "der IT" as it is said.
func spoken(p *motions.Passage, by string, l lang.Lang) {
	p.By = strings.Join(strings.Fields(by), " ")
	if first, _, more := strings.Cut(p.By, " "); more && lang.IsBy(first) {
		name := minutes.LabelOf(p.Kind)
		if p.Advice {
			name = lang.LabelAdvice
		}
		p.Label = name.Write(l) + " " + p.By
	}
}

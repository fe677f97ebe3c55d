package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"telko/minutes"
	"telko/minutes/capture"
	"telko/minutes/lang"
	"telko/motions"
)

// The fields of the vote.
const (
	voteFor = iota
	voteAgainst
	voteAbstain
	voteInvalid
	voteMode
	voteOutcome
	voteAbout // only where there are amendments
)

// voteForm takes a tally: who may vote stands above it, and numbers that do not
// fit are remarked on. It computes no outcome and forbids nothing.
type voteForm struct {
	form
	motion *capture.Entry // nil outside of motions
}

var _ overlay = (*voteForm)(nil)

func newVote(d *desk) *voteForm {
	v := &voteForm{form: form{desk: d}, motion: d.view.Entry(d.view.Motion)}
	v.fields = []*field{
		d.numberField(lang.VoteFor, ""),
		d.numberField(lang.VoteAgainst, ""),
		d.numberField(lang.VoteAbstain, ""),
		d.numberField(lang.VoteInvalid, ""),
		choiceField(lang.VoteMode, []string{
			d.text(lang.VoteOpen), d.text(lang.VoteHands), d.text(lang.VoteSecret), d.text(lang.VoteByName), d.text(lang.VoteConsensus),
		}),
	}
	outcomes := []string{d.text(lang.VoteUndecided)}
	for _, o := range votedOutcomes {
		outcomes = append(outcomes, minutes.FormatOutcome(o, d.lang))
	}
	v.fields = append(v.fields, choiceField(lang.VoteResult, outcomes))
	if n := v.amendments(); n > 0 {
		versions := []string{d.text(lang.VoteAsIs)}
		for i := range n {
			versions = append(versions, d.text(lang.VoteChange, i+1))
		}
		about := choiceField(lang.VoteAbout, versions)
		about.pick = n
		v.fields = append(v.fields, about)
	}
	return v
}

// votedOutcomes are what a vote can come to, in the order they are offered.
var votedOutcomes = [...]motions.Outcome{
	motions.Accepted, motions.AcceptedChanged, motions.Rejected, motions.Settled, motions.ReferredOut,
	motions.NotDecided, motions.Withdrawn,
}

const consensusMode = 4 // the row of VoteConsensus

// amendments counts the amendments of the motion so far.
func (v *voteForm) amendments() int {
	n := 0
	if v.motion == nil {
		return 0
	}
	for _, e := range v.desk.view.Entries {
		if e.Motion == v.motion.ID && e.Kind == capture.KindPassage && e.Passage == motions.Amendment {
			n++
		}
	}
	return n
}

// voters returns the nicks of those who may vote and of guests.
func (v *voteForm) voters() (may, guests []string) {
	for _, p := range v.desk.view.Present {
		name := p.Nick
		if name == "" {
			name = p.Name
		}
		switch {
		case !p.Here:
		case p.Guest:
			guests = append(guests, clean(name))
		default:
			may = append(may, clean(name))
		}
	}
	return may, guests
}

// number returns what stands in a field of numbers.
func (v *voteForm) number(i int) int {
	n, err := strconv.Atoi(v.fields[i].value())
	if err != nil {
		return 0
	}
	return n
}

// given reports whether there is a vote at all.
func (v *voteForm) given() bool {
	for i := voteFor; i <= voteInvalid; i++ {
		if v.fields[i].value() != "" {
			return true
		}
	}
	return v.fields[voteMode].pick == consensusMode
}

// vote returns the tally as it goes into the minutes.
func (v *voteForm) vote() motions.Vote {
	var mode []string
	if m := v.fields[voteMode]; m.pick > 0 {
		mode = append(mode, m.value())
	}
	if n := v.number(voteInvalid); n > 0 {
		mode = append(mode, v.text(lang.VoteNInvalid, n))
	}
	if len(v.fields) > voteAbout && v.fields[voteAbout].pick > 0 {
		mode = append(mode, v.fields[voteAbout].value())
	}
	return motions.Vote{
		For: v.number(voteFor), Against: v.number(voteAgainst), Abstain: v.number(voteAbstain),
		Mode: strings.Join(mode, ", "),
	}
}

// remark returns what a careful keeper would ask about the numbers; odd tells
// that they cannot be right.
func (v *voteForm) remark() (text string, odd bool) {
	may, _ := v.voters()
	sum := v.number(voteFor) + v.number(voteAgainst) + v.number(voteAbstain) + v.number(voteInvalid)
	switch {
	case len(may) == 0:
		return v.text(lang.VoteMayNobody), sum > 0
	case sum > len(may):
		return v.text(lang.VoteTooMany, sum, len(may)), true
	case sum > 0 && sum < len(may):
		return v.text(lang.VoteFewer, len(may)-sum, len(may)), false
	}
	return "", false
}

func (v *voteForm) keys() []binding {
	return []binding{
		{act: dlgAccept, keys: []string{"enter"}, text: lang.VoteKeysAccept, bar: lang.DlgBarAccept},
		{act: dlgNext, keys: []string{"tab", "down"}, text: lang.DlgNext, bar: lang.DlgBarNext},
		{act: dlgBefore, keys: []string{"shift+tab", "up"}, text: lang.DlgBefore},
		{act: dlgMode, keys: []string{"left", "right"}, text: lang.DlgPick, bar: lang.DlgBarPick},
		{act: dlgConsensus, keys: []string{"k", "c"}, text: lang.VoteKeysConsensus, bar: lang.VoteConsensus},
		helpKey(),
		closeKey(),
	}
}

func (v *voteForm) update(msg tea.Msg) (overlay, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		v.current().paste(msg.Content)
	case tea.KeyPressMsg:
		if v.current().key(msg) {
			return v, nil
		}
		switch bound(v.keys(), msg) {
		case dlgAccept:
			return v.accept()
		case dlgNext:
			v.next(1)
		case dlgBefore:
			v.next(-1)
		case dlgConsensus:
			m := v.fields[voteMode]
			m.pick = consensusMode - m.pick/consensusMode*consensusMode
		case dlgHelp:
			return newHelp(v.desk, v), nil
		case dlgClose:
			return nil, nil
		default:
			if msg.String() == "space" { // "5 1 2" as one would type it
				v.next(1)
			}
		}
	}
	return v, nil
}

func (v *voteForm) accept() (overlay, tea.Cmd) {
	if !v.given() {
		return v, send(sayMsg{text: v.text(lang.VoteNone), bad: true})
	}
	vote := v.vote()
	outcome := ""
	if f := v.fields[voteOutcome]; f.pick > 0 {
		outcome = f.value()
	}
	if _, err := v.session.Do(capture.TakeVote{Vote: vote, Outcome: outcome}); err != nil {
		return v, v.fail(err)
	}
	return nil, say(v.text(lang.DlgTaken, v.tally()))
}

func (v *voteForm) view(w, h int) sheet {
	s := sheet{title: v.text(lang.VoteTitle)}
	if v.motion != nil {
		s.title = v.text(lang.VoteOf, oneBlank(v.motion.Text))
	}
	may, guests := v.voters()
	foot := v.foot(w)
	head := []string{v.row(w).put(v.inks.strong, v.text(lang.VoteCount, len(may), len(guests))).String()}
	if room := h - len(v.fields) - len(foot); room >= 2 {
		head = v.paragraph(v.inks.here, v.text(lang.VoteMay, len(may), strings.Join(may, ", ")), w)
		if len(may) == 0 {
			head = v.paragraph(v.inks.warn, v.text(lang.VoteMayNobody), w)
		}
		if len(guests) > 0 {
			head = append(head, v.paragraph(v.inks.guest, v.text(lang.VoteGuests, len(guests), strings.Join(guests, ", ")), w)...)
		}
		if len(head) > room {
			head = head[:room]
		}
	}
	s.rows = head
	rows, cursor := v.formRows(w, h-len(head)-len(foot))
	if cursor != nil {
		s.cursor = &point{cursor.x, cursor.y + len(s.rows)}
	}
	s.rows = append(append(s.rows, rows...), foot...)
	return s
}

// tally returns the vote in words.
func (v *voteForm) tally() string {
	vote := v.vote()
	if v.fields[voteMode].pick == consensusMode && vote.For+vote.Against+vote.Abstain == 0 {
		return vote.Mode
	}
	text := v.text(lang.VoteFor1, vote.For, vote.Against, vote.Abstain)
	if vote.Mode != "" {
		text += " (" + vote.Mode + ")"
	}
	return text
}

// foot says what was understood, and what is odd about it.
func (v *voteForm) foot(w int) []string {
	text := v.text(lang.VoteNone)
	if v.given() {
		text = v.tally()
	}
	rows := []string{v.row(w).put(v.inks.faint, "→ ").short(v.inks.strong, text, w).String()}
	if remark, odd := v.remark(); remark != "" {
		k := v.inks.faint
		if odd {
			k = v.inks.warn
			remark = "! " + remark
		}
		rows = append(rows, v.row(w).short(k, remark, w).String())
	}
	return rows
}

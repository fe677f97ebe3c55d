package imports

import (
	"strings"

	"telko/minutes/lang"
	"telko/motions"
)

// voted writes a paragraph, each line of which is a tally or an outcome.
func (r *reader) voted(b block) bool {
	var out []block
	for k, line := range b.lines() {
		bs, ok := r.voteLine(strings.TrimSuffix(line, `\`), b.line+k)
		if !ok {
			return false
		}
		out = append(out, bs...)
	}
	r.emit(out...)
	return true
}

var tallyThenOutcome = lazily(`^(.*\d\)?|.*?[,;–—-])\s*(?:[-–—:,;=>→]+\s*)?(\pL[\pL ]+)[.!]?$`)

// cutOutcome cuts "4/1/2 angenommen" into a tally and an outcome.
func cutOutcome(line string) (tally, outcome string, ok bool) {
	m := tallyThenOutcome.FindStringSubmatch(line)
	if m == nil {
		return "", "", false
	}
	tally = strings.TrimRight(m[1], " ,;–—-")
	_, isTally := motions.ReadVote(plain(tally))
	_, isOutcome := motions.ReadOutcome(m[2])
	return tally, m[2], isTally && isOutcome
}

// voteLine reads a line that holds a tally, an outcome, or both, and no more.
func (r *reader) voteLine(line string, n int) ([]block, bool) {
	text := plain(line)
	if len(text) > 80 {
		return nil, false
	}
	vote := func(s string) block {
		return block{kind: labelled, label: lang.LabelVote.Write(r.lang), text: s, line: n}
	}
	decision := func(s string) block {
		return block{kind: labelled, label: lang.LabelDecision.Write(r.lang), text: s, line: n, tight: true}
	}
	if tally, outcome, ok := cutOutcome(line); ok {
		return []block{vote(tally), decision(outcome)}, true
	}
	if _, ok := motions.ReadVote(text); ok {
		return []block{vote(line)}, true
	}
	if words := strings.Fields(text); len(words) <= 4 {
		if _, ok := motions.ReadOutcome(strings.TrimSuffix(text, ".")); ok {
			return []block{decision(line)}, true
		}
	}
	return nil, false
}

var motionCall = lazily(`(?i)\{\{\s*(?:antrag|motion|beschluss|proposal)[^{}|]*\|`)

// raw writes what is taken as it is. A table of votes within a motion is a
// tally; a template that may hold a motion stays, and is reported.
func (r *reader) raw(b block) {
	if r.motion != nil {
		if bs, ok := r.voteTable(b); ok {
			r.emit(bs...)
			return
		}
	}
	if motionCall.MatchString(b.text) {
		r.warn(b.line, lang.WarnTemplate, strings.TrimSpace(strings.Split(strings.TrimPrefix(b.text, "```wikitext\n"), "\n")[0]))
	}
	r.emit(b)
}

// voteTable reads a table of one row whose columns are those of a tally, and
// perhaps the outcome.
func (r *reader) voteTable(b block) ([]block, bool) {
	rows := tableRows(b.text)
	if len(rows) != 2 || len(rows[0]) != len(rows[1]) || len(rows[0]) < 2 {
		return nil, false
	}
	var tally []string
	var out []block
	for i, head := range rows[0] {
		cell := rows[1][i]
		if l, ok := lang.ReadLabel(head); ok && l.Label == lang.LabelDecision {
			if _, known := motions.ReadOutcome(cell); !known {
				return nil, false
			}
			out = append(out, block{kind: labelled, label: escape(head), text: escape(cell), line: b.line, tight: true})
			continue
		}
		tally = append(tally, head+": "+cell)
	}
	text := strings.Join(tally, " / ")
	if _, ok := motions.ReadVote(text); !ok || len(out) > 1 {
		return nil, false
	}
	vote := block{kind: labelled, label: lang.LabelVote.Write(r.lang), text: escape(text), line: b.line}
	return append([]block{vote}, out...), true
}

// tableRows returns the cells of a simple table, of Markdown or in wikitext, nil
// if it is not.
func tableRows(text string) [][]string {
	if strings.HasPrefix(text, "| ") {
		return markdownRows(text)
	}
	body, ok := strings.CutPrefix(text, "```wikitext\n{|")
	if !ok {
		return nil
	}
	body, ok = strings.CutSuffix(strings.TrimRight(strings.TrimSuffix(body, "```"), "\n "), "|}")
	if !ok || strings.ContainsAny(body, "{}[]<>&'") {
		return nil
	}
	rows := [][]string{nil}
	for _, line := range strings.Split(body, "\n")[1:] {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "|-"):
			if len(rows[len(rows)-1]) > 0 {
				rows = append(rows, nil)
			}
		case strings.HasPrefix(line, "!"), strings.HasPrefix(line, "|"):
			for _, cell := range strings.Split(strings.ReplaceAll(line[1:], "!!", "||"), "||") {
				if strings.Contains(cell, "|") {
					return nil
				}
				rows[len(rows)-1] = append(rows[len(rows)-1], strings.TrimSpace(cell))
			}
		case line != "":
			return nil
		}
	}
	return rows
}

// markdownRows returns the cells of a table of Markdown, nil if there is more in
// them than words.
func markdownRows(text string) [][]string {
	if strings.ContainsAny(text, "\\`*[]<>&") {
		return nil
	}
	var rows [][]string
	for i, line := range strings.Split(text, "\n") {
		if i == 1 {
			continue // the dashes
		}
		cells := strings.Split(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|")
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		rows = append(rows, cells)
	}
	return rows
}

package cli

import (
	"strings"

	"telko/minutes"
	"telko/minutes/archive"
	"telko/minutes/lang"
	"telko/motions"
)

// A sheet is what the editor shows of a motion to be answered, as one answers
// a mail: its passages behind "> ", what was said already behind "| ", and
// below a line of scissors how to go on and the answers that motions like it
// were given. What is written below a quoted block is an answer to that block.

// scissors is the line below which nothing counts.
const scissors = "------------------------ >8 ------------------------"

// sheetLine is a quoted line of a sheet: the last of a block, or one before.
type sheetLine struct {
	text        string
	part, block int
}

// sheet returns the sheet of r, and its quoted lines in order.
func (a *app) sheet(r *motions.Record, found []archive.Likeness) (string, []sheetLine) {
	var b strings.Builder
	var quoted []sheetLine
	for _, i := range askedParts(r) {
		p := &r.Parts[i]
		b.WriteString("| " + answerLabel(&p.Passage, a.lang) + "\n")
		blocks := minutes.PassageBlocks(p.Text)
		for k, block := range blocks {
			for line := range strings.SplitSeq(block, "\n") {
				b.WriteString("> " + line + "\n")
				quoted = append(quoted, sheetLine{strings.TrimSpace(line), i, k})
			}
			b.WriteString("\n")
		}
		for k := range r.Parts {
			if q := &r.Parts[k]; q.Of == i && !q.Repeated {
				b.WriteString(barred(answerLabel(&q.Passage, a.lang)+": "+q.Text) + "\n\n")
			}
		}
	}
	b.WriteString(scissors + "\n" + lang.SheetHelp.In(a.lang, motionName(r, a.lang)+" #"+string(r.ID)) + "\n")
	if len(found) > 0 {
		b.WriteString("\n" + lang.MotionAlike.In(a.lang) + "\n")
	}
	for i := range found {
		l := &found[i]
		b.WriteString("\n" + likeName(l, a.lang) + "\n")
		for _, p := range answersOf(l.Record) {
			b.WriteString(barred(answerLabel(&p.Passage, a.lang)+": "+p.Text) + "\n")
		}
	}
	return b.String(), quoted
}

// askedParts returns the passages of r that can be answered: text, reasons and
// amendments, each once, the last time that it was said.
func askedParts(r *motions.Record) []int {
	var out []int
	for i := range r.Parts {
		switch p := &r.Parts[i]; p.Kind {
		case motions.TextPart, motions.Reasons, motions.Amendment:
			if !p.Repeated {
				out = append(out, i)
			}
		}
	}
	return out
}

func barred(s string) string { return "| " + strings.ReplaceAll(s, "\n", "\n| ") }

// sheetAnswer is an answer that somebody wrote on a sheet. Part is -1 for one
// above everything: it is to the motion as a whole.
type sheetAnswer struct {
	part, block int
	text        string
}

// readSheet returns the answers of a sheet in order. Quoted lines may be left
// out, as one trims a mail; one that is none of the motion's is an error, for
// it would not be clear what is answered.
func readSheet(src string, quoted []sheetLine) ([]sheetAnswer, error) {
	var out []sheetAnswer
	next := 0 // the quoted line that may come next
	at := sheetAnswer{part: -1, block: -1}
	var open []string
	flush := func() {
		if text := strings.Trim(strings.Join(open, "\n"), "\n "); text != "" {
			a := at
			a.text = text
			out = append(out, a)
		}
		open = nil
	}
	for line := range strings.SplitSeq(strings.ReplaceAll(src, "\r\n", "\n"), "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == scissors:
			flush()
			return out, nil
		case strings.HasPrefix(trimmed, ">"):
			flush()
			want := strings.TrimSpace(trimmed[1:])
			if want == "" {
				continue
			}
			k := next
			for k < len(quoted) && quoted[k].text != want {
				k++
			}
			if k == len(quoted) {
				return nil, lang.E(lang.SheetUnknown, trimmed).Hint(lang.SheetUnknownHint)
			}
			at, next = sheetAnswer{part: quoted[k].part, block: quoted[k].block}, k+1
		case strings.HasPrefix(line, "|"):
			flush()
		default:
			open = append(open, line)
		}
	}
	flush()
	return out, nil
}

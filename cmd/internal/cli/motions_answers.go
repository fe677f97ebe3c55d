package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"telko/minutes"
	"telko/minutes/lang"
	"telko/motions"
)

func (a *app) newMotionsAnswers() *cobra.Command {
	var markdown bool
	c := a.command("answers ID", lang.HelpMotionsAnswers)
	c.Flags().BoolVar(&markdown, "markdown", false, lang.FlagMotionMarkdown.In(a.lang))
	c.ValidArgsFunction = firstArg(a.completeMotions)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := oneMotion(args); err != nil {
			return err
		}
		return a.runMotionsAnswers(args[0], markdown)
	}
	return c
}

// runMotionsAnswers writes the answers to a motion as a letter to who made it:
// each below what it answers, then what was decided. Comments and
// recommendations stay inside. One without an answer or a decision is nothing
// to send.
func (a *app) runMotionsAnswers(word string, markdown bool) error {
	ws, err := a.workspace()
	if err != nil {
		return err
	}
	r, err := a.pickMotion(ws, word)
	if err != nil {
		return err
	}
	if r.Answers == 0 && r.Ruling == nil {
		a.out.Talk(lang.MotionUnanswered, r.ID)
		return nil
	}
	if r.Private {
		a.out.Warn(lang.CardMotionPrivate.In(a.lang))
	}
	a.out.Print(a.letter(r, ws.PublicText(ws.Settings().Team), markdown))
	return nil
}

// letter is the answers to r, as text or Markdown.
func (a *app) letter(r *motions.Record, team string, markdown bool) string {
	say := func(md string) string {
		if markdown {
			return md
		}
		return plainText(md)
	}
	title := motionName(r, a.lang) + " (#" + string(r.ID) + ")"
	head := lang.LetterHead.In(a.lang, title)
	if markdown {
		head = "# " + head
	}
	blocks := []string{head}
	if names := petitioners(r, ", "); names != "" {
		blocks = append(blocks, lang.LetterFrom.In(a.lang, names, minutes.FormatDate(r.Received, a.lang)))
	}
	quotedPart := -1
	for i := range r.Parts {
		p := &r.Parts[i]
		if p.Kind != motions.Answer || p.Repeated {
			continue
		}
		if p.Of >= 0 && !p.Gone {
			if of := firstSaid(r, p.Of); of != quotedPart {
				blocks = append(blocks, quotedText(say(r.Parts[of].Text)))
				quotedPart = of
			}
		}
		label := answerLabel(&p.Passage, a.lang) + ":"
		if markdown {
			label = "**" + label + "**"
		}
		blocks = append(blocks, label+"\n\n"+say(p.Text))
	}
	if d := r.Ruling; d != nil {
		blocks = append(blocks, say(lang.LetterDecision.In(a.lang, a.ruling(d, minutes.FormatDate(d.Date, a.lang)))))
	}
	if r.Realisation == motions.Realised {
		blocks = append(blocks, say(lang.LetterRealised.In(a.lang, strings.TrimSpace(minutes.FormatDate(r.RealisedOn, a.lang)+" "+r.RealisedAt))))
	}
	if team != "" {
		blocks = append(blocks, lang.LetterTeam.In(a.lang, team))
	}
	return strings.Join(blocks, "\n\n") + "\n"
}

// quotedText quotes text as mails do.
func quotedText(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

// plainText takes the marks of Markdown off a text that people are to read:
// emphasis, escapes, brackets of links. Its lines stay lines, code stays as it
// is.
func plainText(md string) string {
	lines := strings.Split(md, "\n")
	code := false
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			code = !code
			continue
		}
		if code {
			continue
		}
		rest := strings.TrimLeft(line, " -*+>0123456789.")
		if n := len(line) - len(rest); n > 0 && line[n-1] != ' ' {
			rest = strings.TrimLeft(line, " ")
		}
		lines[i] = line[:len(line)-len(rest)] + minutes.PlainText(openLinks(rest))
	}
	return strings.Join(lines, "\n")
}

// openLinks writes the addresses of links behind their texts.
func openLinks(s string) string {
	var b strings.Builder
	for {
		at := strings.Index(s, "](")
		end := -1
		if at >= 0 {
			end = strings.IndexByte(s[at:], ')')
		}
		if end < 0 {
			return b.String() + s
		}
		b.WriteString(s[:at+1] + " (" + s[at+2:at+end] + ")")
		s = s[at+end+1:]
	}
}

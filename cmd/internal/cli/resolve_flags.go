package cli

import (
	"strconv"
	"strings"

	"telko/minutes/lang"
	"telko/wiki"
	"telko/wiki/wikitext"
)

// flagged returns the choices that flags made.
func (a *app) flagged(d *wiki.Dispute, o resolveOptions) (choices []wikitext.Choice, decided []bool, err error) {
	n := len(d.Contested)
	choices, decided = make([]wikitext.Choice, n), make([]bool, n)
	place := func(word, whole string) (int, error) {
		i, err := strconv.Atoi(strings.TrimSpace(word))
		switch {
		case err != nil:
			return 0, &exitError{exitUsage, lang.E(lang.ResolveBadTake, whole).Hint(lang.ResolveTakes)}
		case i < 1 || i > n:
			return 0, usage(lang.ResolveNoPlace, i, n)
		}
		return i - 1, nil
	}
	for i := range choices {
		decided[i] = o.ours || o.theirs || o.both
		switch {
		case o.theirs:
			choices[i].Take = wikitext.TakeTheirs
		case o.both:
			choices[i].Take = wikitext.TakeBoth
		}
	}
	for _, word := range o.take {
		number, side, _ := strings.Cut(word, "=")
		i, err := place(number, word)
		if err != nil {
			return nil, nil, err
		}
		take, ok := readSide(side)
		if !ok {
			return nil, nil, &exitError{exitUsage, lang.E(lang.ResolveBadTake, word).Hint(lang.ResolveTakes)}
		}
		choices[i], decided[i] = wikitext.Choice{Take: take}, true
	}
	for _, word := range o.text {
		number, file, ok := strings.Cut(word, "=")
		if !ok {
			return nil, nil, &exitError{exitUsage, lang.E(lang.ResolveBadTake, word).Hint(lang.ResolveTakes)}
		}
		i, err := place(number, word)
		if err != nil {
			return nil, nil, err
		}
		src, err := a.readInput(file)
		if err != nil {
			return nil, nil, err
		}
		choices[i], decided[i] = ownText(string(src), &d.Contested[i]), true
	}
	return choices, decided, nil
}

// ownText is the choice of a text that a person wrote for a place. It stands as
// far from the next block as what it takes the place of.
func ownText(text string, c *wiki.Contested) wikitext.Choice {
	text = block(text)
	for _, was := range []string{c.Ours, c.Theirs, c.Base} {
		if was != "" && text != "" {
			text += was[len(block(was)):]
			break
		}
	}
	return wikitext.Choice{Take: wikitext.TakeText, Text: text}
}

// readSide reads whose text is taken, in either language.
func readSide(word string) (wikitext.Side, bool) {
	switch strings.ToLower(strings.TrimSpace(word)) {
	case "o", "ours", "h", "hier":
		return wikitext.TakeOurs, true
	case "t", "theirs", "w", "wiki":
		return wikitext.TakeTheirs, true
	case "b", "both", "beides":
		return wikitext.TakeBoth, true
	}
	return 0, false
}

package capture

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"telko/minutes/lang"
	"telko/motions"
)

// heading reads "# Topic" and "## Sub-topic". What stands at the # without a
// blank may be a task's number.
func (g *grammar) heading(text string) (Reading, bool) {
	n := runOf(text, '#')
	if n == 1 && len(text) > 1 && !isBlankAt(text, 1) {
		if r, ok := g.change(text); ok || r.Offer != nil || len(r.Warnings) > 0 {
			return r, ok
		}
	}
	title := strings.Join(strings.Fields(text[n:]), " ")
	if title == "" || n > 4 || strings.Trim(title, "#") == "" {
		return Reading{}, false
	}
	if !isBlankAt(text, n) {
		word, _, _ := strings.Cut(title, " ")
		if n <= 2 && utf8.RuneCountInString(word) > 2 && strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) < 0 {
			return Reading{Offer: &Offer{Line: text[:n] + " " + title}}, false
		}
		return Reading{}, false
	}
	if r, ok := g.motionHeading(title); ok {
		return r, true
	}
	title = withoutContinued(title)
	r := Reading{Act: ActTopic, Topic: title, Level: g.levelOf(n)}
	warnPrivate(&r, title, true)
	if t := g.returnTo(title, n); t != nil {
		r.Of, r.Topic, r.Level = t.ID, t.Title, t.Level
		if t.ID == g.v.Topic && g.v.Motion == "" {
			r.Warnings = append(r.Warnings, lang.E(lang.WarnSameTopic))
		}
		return r, true
	}
	if isRollHeading(title) && len(g.v.Topics) == 0 {
		r.Err = lang.E(lang.RefuseRoll).Hint(lang.RefuseRollHint)
		return r, true
	}
	if t := g.nearTopic(title, n); t != nil {
		r.Offer = &Offer{Line: strings.Repeat("#", n) + " " + t.Title}
	}
	return r, true
}

// isRollHeading reports whether a heading before the first topic would be read
// as that of the attendance.
func isRollHeading(title string) bool {
	switch lang.ReadHeading(title) {
	case lang.HeadPresent, lang.HeadGuests, lang.HeadAbsent, lang.HeadExcused, lang.HeadUnexcused, lang.HeadPlace:
		return true
	}
	return false
}

// withoutContinued takes "(Fortsetzung)" off the end of a title: the session
// writes it where it is due.
func withoutContinued(title string) string {
	if open := strings.LastIndexByte(title, '('); open > 0 && strings.HasSuffix(title, ")") && lang.IsContinued(title[open+1:len(title)-1]) {
		return strings.TrimSpace(title[:open])
	}
	return title
}

// levelOf returns the level, as in the file, of a new topic behind n hashes: at
// most one below the current one.
func (g *grammar) levelOf(n int) int {
	current := 1
	if t := g.topic(g.v.Topic); t != nil {
		current = t.Level
	}
	return min(n+1, current+1, 6)
}

// returnTo returns the topic that has this title, nil if it is a new one. Behind
// one # any topic counts, those of the first level first; behind more, those
// below the current one.
func (g *grammar) returnTo(title string, n int) *Topic {
	key := lang.Key(title)
	var found *Topic
	if n > 1 {
		for _, t := range g.below() {
			if lang.Key(t.Title) == key {
				found = t
			}
		}
		return found
	}
	for i := range g.v.Topics {
		t := &g.v.Topics[i]
		if lang.Key(t.Title) == key && (found == nil || t.Level < found.Level) {
			found = t
		}
	}
	return found
}

// below returns the topics below the current one of the first level.
func (g *grammar) below() (out []*Topic) {
	at := -1
	for i := range g.v.Topics {
		if g.v.Topics[i].ID == g.v.Topic {
			at = i
		}
	}
	if at < 0 {
		return nil
	}
	for at > 0 && g.v.Topics[at].Level > 2 {
		at--
	}
	for i := at + 1; i < len(g.v.Topics) && g.v.Topics[i].Level > g.v.Topics[at].Level; i++ {
		out = append(out, &g.v.Topics[i])
	}
	return out
}

// nearTopic returns the topic that title may have meant, nil for none.
func (g *grammar) nearTopic(title string, n int) *Topic {
	if utf8.RuneCountInString(title) < 3 {
		return nil
	}
	var among []*Topic
	if n > 1 {
		among = g.below()
	} else {
		for i := range g.v.Topics {
			among = append(among, &g.v.Topics[i])
		}
	}
	t, _ := nearest(title, among, func(t *Topic) []string { return lang.Spellings(t.Title) })
	return t
}

// topicNamed returns the topic that words name: its title, or what only one
// title begins with.
func (g *grammar) topicNamed(words string) *Topic {
	if t := g.returnTo(words, 1); t != nil {
		return t
	}
	if utf8.RuneCountInString(words) < 3 {
		return nil
	}
	var found *Topic
	for _, want := range lang.Spellings(words) {
		for i := range g.v.Topics {
			t := &g.v.Topics[i]
			for _, have := range lang.Spellings(t.Title) {
				if !strings.HasPrefix(have, want) || found == t {
					continue
				}
				if found != nil {
					return nil
				}
				found = t
			}
		}
	}
	return found
}

// up reads "..".
func (g *grammar) up(text string) (Reading, bool) {
	if text != ".." {
		return Reading{}, false
	}
	r := Reading{Act: ActUp}
	at := -1
	for i := range g.v.Topics {
		if g.v.Topics[i].ID == g.v.Topic {
			at = i
		}
	}
	switch {
	case g.v.Motion != "" && at >= 0:
		r.Of, r.Topic = g.v.Topic, g.v.Topics[at].Title
		return r, true
	case g.v.Motion != "":
		return r, true
	}
	// What stands before it in the file need not be above it: where a topic goes
	// on, its sub-topics stand behind others.
	if e := g.v.Entry(g.v.Topic); e != nil && e.Topic != "" {
		if t := g.topic(e.Topic); t != nil {
			r.Of, r.Topic = t.ID, t.Title
			return r, true
		}
	}
	r.Err = lang.E(lang.WarnAlreadyAbove)
	return r, true
}

// elsewhere reads "~ Topic: text". The text may be a task or a decision.
func (g *grammar) elsewhere(text string) (Reading, bool) {
	if !isBlankAt(text, 1) {
		rest := strings.TrimSpace(text[1:])
		if r, ok := g.elsewhere("~ " + rest); ok && rest != "" && r.Into != "" {
			return Reading{Offer: &Offer{Line: "~ " + rest}}, false
		}
		return Reading{}, false
	}
	rest := strings.TrimSpace(text[1:])
	var t *Topic
	at := -1
	for i := 0; i < len(rest); i++ {
		if rest[i] == ':' && isBlankAt(rest, i+1) {
			if found := g.topicNamed(strings.TrimSpace(rest[:i])); found != nil {
				t, at = found, i
			}
		}
	}
	if t == nil {
		return g.nearElsewhere(rest), false
	}
	said := strings.TrimSpace(rest[at+1:])
	r := Reading{Act: ActNote, Text: said}
	if inner, ok := g.mark(said); ok && (inner.Act == ActTask || inner.Act == ActDecision) {
		r = inner
	} else {
		warnPrivate(&r, said, false)
	}
	r.Into, r.Topic, r.Level = t.ID, t.Title, 0
	return r, true
}

// nearElsewhere says which topic may have been meant.
func (g *grammar) nearElsewhere(rest string) Reading {
	words, said, ok := strings.Cut(rest, ": ")
	if said = strings.TrimSpace(said); !ok || said == "" || !startsWithLetter(words) {
		return Reading{}
	}
	t := g.nearTopic(words, 1)
	if t == nil {
		return Reading{Warnings: []*lang.Error{lang.E(lang.WarnNoTopic, words)}}
	}
	return Reading{Offer: &Offer{Line: "~ " + t.Title + ": " + said}}
}

// motionHeading reads a title that is a motion's: "Antrag 2: Title", "Antrag",
// or one that ends in a motion's id.
func (g *grammar) motionHeading(title string) (Reading, bool) {
	id, bare := cutMotionID(title)
	word := bare
	if i := strings.IndexAny(bare, " :"); i >= 0 {
		word = bare[:i]
	}
	if !lang.IsMotion(word) {
		if id == "" {
			return Reading{}, false
		}
		return g.motion(0, bare, id), true
	}
	number, said, marked := cutNumber(strings.TrimSpace(bare[len(word):]))
	if number == 0 && !marked && said != "" {
		if id == "" {
			return Reading{}, false // "Antrag auf …"
		}
		said = bare
	}
	return g.motion(number, said, id), true
}

// cutNumber takes a number and a mark off the front of a motion's title.
func cutNumber(s string) (number int, rest string, marked bool) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	rest = s
	if n > 0 && n < 6 && (n == len(s) || strings.IndexByte(" :.", s[n]) >= 0) {
		number, _ = strconv.Atoi(s[:n])
		rest = s[n:]
	}
	rest = strings.TrimSpace(rest)
	for _, mark := range []string{":", "– ", "- ", ". "} {
		if r, cut := strings.CutPrefix(rest, mark); cut && (mark == ":" || number > 0) {
			return number, strings.TrimSpace(r), true
		}
	}
	return number, rest, false
}

// cutMotionID takes a motion's id off the end of a title.
func cutMotionID(title string) (motions.ID, string) {
	at := strings.LastIndexByte(title, '#')
	if at < 0 || at > 0 && title[at-1] != ' ' {
		return "", title
	}
	id, err := motions.ParseID(title[at:])
	if err != nil {
		return "", title
	}
	return id, strings.TrimSpace(title[:at])
}
